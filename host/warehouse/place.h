#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::warehouse {

/// A warehouse: a database that holds what `quarterdeck load` put there, and counts it.
struct Place {
    enum class Kind { postgresql, clickhouse };

    struct Server {
        std::string host;
        std::string port;  ///< empty: the usual one
    };

    Kind kind = Kind::postgresql;
    std::vector<Server> servers;  ///< one; for ClickHouse one a shard, the first of which answers
    std::string user;             ///< empty: as the database's own programs choose
    std::string database;
    std::string cluster;  ///< ClickHouse: what the servers call these shards; empty: there is one server
};

/// Whether this is a URL and not the path of a data directory.
bool is_url(std::string_view text);

/// Reads `postgresql://[user@]host[:port]/database` or
/// `clickhouse://[user@]host[:port][,host[:port]…]/database[?cluster=name]`. Throws `Refusal` saying what is
/// understood, and for a URL with a password, without showing it.
Place read_place(const std::string& text);

/// As messages name it.
std::string shown(const Place& place);

/// The password: of QUARTERDECK_PASSWORD, else the first line of the file that QUARTERDECK_PASSWORD_FILE names. Empty
/// where neither is set; PostgreSQL then looks at PGPASSWORD and ~/.pgpass itself. Throws `Refusal` for a file that
/// can't be read, or that others may read.
std::string password();

}  // namespace quarterdeck::warehouse
