#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "refusal.h"
#include "warehouse/answer.h"
#include "warehouse/clickhouse_http.h"
#include "warehouse/connection.h"
#include "warehouse/schema.h"

namespace quarterdeck::warehouse {

namespace {

constexpr std::string_view local_prefix = "quarterdeck_staff_";
constexpr std::string_view distributed_prefix = "quarterdeck_all_";

/// The number at the end of a table's name that begins with the prefix; 0 for other names.
std::int64_t number_of_table(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix) || name.size() > prefix.size() + 15) return 0;
    name.remove_prefix(prefix.size());
    const bool digits =
        !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? number_in(name) : 0;
}

/// A text as TabSeparated holds it; and back.
std::string escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        plain += text[at];
    }
    return plain;
}

/// Each load makes tables of its own, with a number that no earlier one had. The one that a report reads is named in
/// quarterdeck_load last of all: until then everything is as it was.
class ClickHouse final : public Connection {
public:
    ClickHouse(Place place, std::chrono::seconds timeout) : place_(std::move(place)), http_(place_, timeout) {}

    const Dialect& dialect() const override { return dialect_; }

    std::vector<std::string> lines(const std::string& statement) override { return http_.ask(statement); }

    Loaded loaded() override {
        expect_load_table();
        const auto rows =
            http_.ask("SELECT staff, sha256, document FROM quarterdeck_load ORDER BY number DESC LIMIT 1");
        if (rows.empty()) refuse_empty(place_);
        const auto columns = columns_of(rows.front(), 3);
        const std::string staff(columns[0]);
        if (number_of_table(staff, local_prefix) == 0 && number_of_table(staff, distributed_prefix) == 0)
            refuse_foreign(place_, "quarterdeck_load names another table than those of quarterdeck load");
        if (columns_at(staff) != joined(staff_columns("Int32", "String")))
            refuse_foreign(place_, fmt::format("the table {} is missing or has other columns", staff));
        return {unescaped(columns[2]), std::string(columns[1]), staff};
    }

    void load(const std::string& document, const std::string& sha256, const Rows& rows) override {
        expect_cluster();
        if (!columns_at("quarterdeck_load").empty()) expect_load_table();
        const std::int64_t number = next_number();
        const std::string local = fmt::format("{}{}", local_prefix, number);
        const bool sharded = place_.servers.size() > 1;
        const std::string staff = sharded ? fmt::format("{}{}", distributed_prefix, number) : local;
        try {
            insert_rows(local, rows);
            if (sharded) make_distributed(staff, local);
            expect_all(staff);
            http_.ask(
                "CREATE TABLE IF NOT EXISTS quarterdeck_load (number UInt64, staff String, sha256 String, document "
                "String) ENGINE = MergeTree() ORDER BY number");
            http_.insert("INSERT INTO quarterdeck_load FORMAT TabSeparated",
                         fmt::format("{}\t{}\t{}\t{}\n", number, staff, sha256, escaped(document)), 0);
        } catch (const Refusal&) {
            drop([&](std::int64_t other) { return other == number; });
            throw;
        }
        drop([&](std::int64_t other) { return other < number; });
    }

private:
    static std::vector<std::string> joined(const std::vector<std::pair<std::string, std::string>>& columns) {
        std::vector<std::string> lines;
        lines.reserve(columns.size());
        for (const auto& [name, type] : columns) lines.push_back(fmt::format("{}\t{}", name, type));
        return lines;
    }

    /// Precondition: the name needs no quotation marks.
    std::vector<std::string> columns_at(const std::string& table) const {
        return http_.ask(fmt::format(
            "SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = '{}'", table));
    }

    void expect_load_table() const {
        const auto found = columns_at("quarterdeck_load");
        if (found.empty()) refuse_empty(place_);
        const auto expected =
            joined({{"number", "UInt64"}, {"staff", "String"}, {"sha256", "String"}, {"document", "String"}});
        if (found != expected) refuse_foreign(place_, "the table quarterdeck_load was made by something else");
    }

    /// The servers of the URL must be the shards of the cluster, one server each.
    void expect_cluster() const {
        if (place_.servers.size() == 1) return;
        const auto shards =
            http_.ask(fmt::format("SELECT count(), uniqExact(shard_num) FROM system.clusters WHERE cluster = {}",
                                  dialect_.literal(place_.cluster)));
        const std::string expected = fmt::format("{0}\t{0}", place_.servers.size());
        if (shards.size() != 1 || shards.front() != expected)
            throw Refusal(
                fmt::format("{}: the cluster {} doesn't have just {} shards of one server each. Name the "
                            "servers of all of its shards in the URL, separated by commas.",
                            shown(place_), place_.cluster, place_.servers.size()));
    }

    std::vector<std::string> tables_at(std::size_t server) const {
        return http_.ask(
            "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'quarterdeck%'", server);
    }

    std::int64_t next_number() const {
        std::int64_t last = 0;
        for (std::size_t server = 0; server < place_.servers.size(); ++server)
            for (const std::string& name : tables_at(server))
                last = std::max({last, number_of_table(name, local_prefix), number_of_table(name, distributed_prefix)});
        return last + 1;
    }

    /// All of a person's rows go to one shard.
    void insert_rows(const std::string& table, const Rows& rows) {
        const std::size_t servers = place_.servers.size();
        for (std::size_t server = 0; server < servers; ++server)
            http_.ask(fmt::format("CREATE TABLE {} ({}) ENGINE = MergeTree() ORDER BY (snapshot_date, person)", table,
                                  column_list(staff_columns("Int32", "String"))),
                      server);
        std::vector<std::string> blocks(servers);
        const auto send = [&](std::size_t server) {
            if (!blocks[server].empty())
                http_.insert(fmt::format("INSERT INTO {} FORMAT TabSeparated", table), blocks[server], server);
            blocks[server].clear();
        };
        rows([&](std::uint32_t person, const std::string& line) {
            const std::size_t server = person % servers;
            blocks[server] += line;
            ++rows_sent_;
            if (blocks[server].size() > (std::size_t{8} << 20U)) send(server);
        });
        for (std::size_t server = 0; server < servers; ++server) send(server);
    }

    void make_distributed(const std::string& name, const std::string& local) {
        http_.ask(fmt::format("CREATE TABLE {} ({}) ENGINE = Distributed({}, {}, {})", name,
                              column_list(staff_columns("Int32", "String")), dialect_.literal(place_.cluster),
                              dialect_.literal(place_.database), dialect_.literal(local)));
    }

    void expect_all(const std::string& staff) const {
        const auto rows = http_.ask(fmt::format("SELECT count() FROM {}", staff));
        if (rows.size() != 1 || rows.front() != std::to_string(rows_sent_))
            throw Refusal(
                fmt::format("{}: not all rows can be read back. Check that the servers of the URL are the "
                            "shards of the cluster, and that nobody writes to these tables.",
                            shown(place_)));
    }

    /// Drops tables of loads by their number. What can't be dropped now goes with the next load.
    template <class Which>
    void drop(const Which& which) const {
        for (std::size_t server = 0; server < place_.servers.size(); ++server) {
            try {
                for (const std::string& name : tables_at(server)) {
                    const std::int64_t number =
                        std::max(number_of_table(name, local_prefix), number_of_table(name, distributed_prefix));
                    if (number > 0 && which(number)) http_.ask(fmt::format("DROP TABLE IF EXISTS {}", name), server);
                }
            } catch (const Refusal&) {
                continue;
            }
        }
    }

    Place place_;
    ClickHouseDialect dialect_;
    ClickHouseHttp http_;
    std::uint64_t rows_sent_ = 0;
};

}  // namespace

std::unique_ptr<Connection> connect_clickhouse(const Place& place, std::chrono::seconds timeout) {
    return std::make_unique<ClickHouse>(place, timeout);
}

}  // namespace quarterdeck::warehouse
