#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace quarterdeck::returns {

/// An SQLite file: its absolute path.
struct FilePlace {
    std::filesystem::path path;
};

/// A database of a PostgreSQL server. What is empty is taken from the environment as PostgreSQL's programs do
/// (PGHOST, PGPORT, PGUSER); the password from PGPASSWORD or ~/.pgpass, never from here.
struct ServerPlace {
    std::string host;
    std::string port;
    std::string user;
    std::string database;
};

/// Where a register is kept.
using Place = std::variant<FilePlace, ServerPlace>;

/// Reads a path, `sqlite:///path` or `postgresql://[user@]host[:port]/database`. Throws `Refusal` saying what is
/// understood, and for a URL with a password, without showing it.
Place read_place(const std::string& text);

/// As messages name it.
std::string shown(const Place& place);

}  // namespace quarterdeck::returns
