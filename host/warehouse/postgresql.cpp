#include <Poco/Data/Session.h>
#include <Poco/Exception.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "postgresql/client.h"
#include "process/environment.h"
#include "refusal.h"
#include "warehouse/connection.h"
#include "warehouse/schema.h"

namespace quarterdeck::warehouse {

namespace {

using namespace Poco::Data::Keywords;

constexpr auto staff_table = "quarterdeck.staff";

/// One number that every load of a database is locked by.
constexpr auto lock_of_loads = "SELECT pg_advisory_xact_lock(7138250420)";

/// A value of a connection string.
std::string quoted(const std::string& value) {
    std::string text = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\') text += '\\';
        text += c;
    }
    return text + '\'';
}

/// A server that goes away is noticed within the time that a statement may take, even when nothing says so.
std::string connection_string(const Place& place, std::chrono::seconds timeout) {
    const Place::Server& server = place.servers.front();
    std::string text = fmt::format(
        "host={} port={} user={} dbname={} connect_timeout=10 client_encoding=UTF8 tcp_user_timeout={} "
        "keepalives_idle=30 keepalives_interval=10 keepalives_count=3 application_name=quarterdeck",
        quoted(given_or(server.host, "PGHOST", "localhost")), quoted(given_or(server.port, "PGPORT", "5432")),
        quoted(given_or(place.user, "PGUSER", account_name("postgres"))), quoted(place.database),
        std::chrono::milliseconds(timeout).count());
    if (const std::string secret = password(); !secret.empty()) text += " password=" + quoted(secret);
    return text;
}

bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

std::string one_line(std::string text) {
    if (const std::size_t context = text.find("\nLINE "); context != std::string::npos) text.resize(context);
    // Poco's own words, which stand before the server's.
    if (const std::string_view before = "Connection Error: "; text.find(before) != std::string::npos)
        text = text.substr(text.find(before) + before.size());
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return text;
}

/// What to tell of a fault of the server. Its own words may name tables, never a person's values.
std::string fault_text(const std::string& told, std::chrono::seconds timeout) {
    if (has(told, "password") || has(told, "authentication"))
        return fmt::format(
            "the server refuses the connection ({}). Set QUARTERDECK_PASSWORD or PGPASSWORD, or write the password "
            "into "
            "~/.pgpass.",
            told);
    if (has(told, "statement timeout") || has(told, "lock timeout"))
        return fmt::format(
            "the server took longer than {} seconds for one statement. Allow more with --timeout, or try again when it "
            "has less to do.",
            timeout.count());
    if (has(told, "No space left") || has(told, "could not extend file"))
        return "the server has no room left. Make room and try again.";
    if (has(told, "permission denied"))
        return fmt::format("the server doesn't let this role do that ({}). Have it granted.", told);
    if (has(told, "server closed the connection") || has(told, "no connection to the server") ||
        has(told, "terminating connection") || has(told, "connection not open") || has(told, "timed out"))
        return "the connection was lost. Check that the server is running, and try again.";
    if (has(told, "does not exist"))
        return fmt::format("the server refuses the connection ({}). Have the database and the role made first.", told);
    if (has(told, "onnect") || has(told, "starting up"))
        return fmt::format("no connection to the server ({}). Check the URL, and that the server is running.", told);
    return fmt::format("the server can't do this: {}.", told);
}

std::string escaped(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\')
            escaped += "\\\\";
        else
            escaped += c;
    }
    return escaped;
}

class PostgreSql final : public Connection {
    /// Does something with the server; faults become refusals.
    template <class Do>
    auto guarded(const Do& act) {
        try {
            return act();
        } catch (const Poco::Exception& fault) {
            refuse(fault.displayText());
        } catch (const postgresql::Fault& fault) {
            refuse(fault.what());
        }
    }

    [[noreturn]] void refuse(const std::string& told) const {
        throw Refusal(fmt::format("{}: {}", shown(place_), fault_text(one_line(told), timeout_)));
    }

public:
    PostgreSql(Place place, std::chrono::seconds timeout) : place_(std::move(place)), timeout_(timeout) {}

    const Dialect& dialect() const override { return dialect_; }

    std::vector<std::string> lines(const std::string& statement) override {
        return guarded([&] {
            std::vector<std::string> lines;
            session() << statement, into(lines), now;
            return lines;
        });
    }

    Loaded loaded() override {
        expect_tables();
        guarded([&] {
            session() << "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", now;
            session() << "LOCK TABLE quarterdeck.load, quarterdeck.staff IN ACCESS SHARE MODE", now;
        });
        expect_columns();
        const auto documents = lines("SELECT document FROM quarterdeck.load");
        const auto sums = lines("SELECT sha256 FROM quarterdeck.load");
        if (documents.size() != 1 || sums.size() != 1) refuse_foreign(place_, "quarterdeck.load doesn't hold one row");
        return {documents.front(), sums.front(), staff_table};
    }

    void load(const std::string& document, const std::string& sha256, const Rows& rows) override {
        guarded([&] {
            const auto server = postgresql::connect(connection_string(place_, timeout_));
            server->run(fmt::format(
                "SET statement_timeout = '{0}s'; SET lock_timeout = '{0}s'; SET client_min_messages = error; "
                "SET search_path = pg_catalog",
                timeout_.count()));
            load(*server, document, sha256, rows);
        });
    }

private:
    void load(postgresql::Copying& server, const std::string& document, const std::string& sha256, const Rows& rows) {
        server.run("BEGIN");
        server.run(lock_of_loads);
        if (server.run("SHOW server_encoding") != "UTF8")
            throw Refusal(fmt::format(
                "{}: the database doesn't store text as UTF-8. Have one made with ENCODING 'UTF8'.", shown(place_)));
        const bool there = !server.run("SELECT to_regclass('quarterdeck.load')").empty();
        if (!there && !server.run("SELECT to_regclass('quarterdeck.staff')").empty())
            refuse_foreign(place_, "the table quarterdeck.staff was made by something else");
        server.run("CREATE SCHEMA IF NOT EXISTS quarterdeck");
        server.run("DROP TABLE IF EXISTS quarterdeck.load, quarterdeck.staff");
        server.run(fmt::format("CREATE TABLE quarterdeck.staff ({})", column_list(columns())));
        server.run("CREATE TABLE quarterdeck.load (document text, sha256 text)");
        server.copy(staff_table,
                    [&](const auto& take) { rows([&](std::uint32_t, const std::string& line) { take(line); }); });
        server.copy("quarterdeck.load", [&](const auto& take) { take(escaped(document) + "\t" + sha256 + "\n"); });
        server.run("COMMIT");
        server.run("ANALYZE quarterdeck.staff");
    }

    static std::vector<std::pair<std::string, std::string>> columns() {
        return staff_columns("integer NOT NULL", "text NOT NULL");
    }

    Poco::Data::Session& session() {
        if (!session_) {
            session_ = std::make_unique<Poco::Data::Session>(postgresql::known_to_sessions(),
                                                             connection_string(place_, timeout_), 10);
            *session_ << fmt::format("SET statement_timeout = '{}s'", timeout_.count()), now;
            *session_ << fmt::format("SET lock_timeout = '{}s'", timeout_.count()), now;
            *session_ << "SET client_min_messages = error", now;
            *session_ << "SET search_path = pg_catalog", now;
        }
        return *session_;
    }

    void expect_tables() {
        const auto there = [&](const char* table) {
            return !lines(fmt::format("SELECT coalesce(to_regclass('{}')::text, '')", table)).front().empty();
        };
        if (!there("quarterdeck.load") && !there("quarterdeck.staff")) refuse_empty(place_);
        if (!there("quarterdeck.load") || !there("quarterdeck.staff"))
            refuse_foreign(place_, "one of the tables quarterdeck.load and quarterdeck.staff is missing");
    }

    void expect_columns() {
        const auto found = lines(
            "SELECT concat(table_name, '.', column_name, ' ', data_type) FROM information_schema.columns WHERE "
            "table_schema = 'quarterdeck' AND table_name IN ('load', 'staff') ORDER BY table_name, ordinal_position");
        std::vector<std::string> expected{"load.document text", "load.sha256 text"};
        for (const auto& [name, type] : staff_columns("integer", "text"))
            expected.push_back(fmt::format("staff.{} {}", name, type));
        if (found != expected) refuse_foreign(place_, "the tables in the schema quarterdeck have other columns");
    }

    Place place_;
    std::chrono::seconds timeout_;
    PostgreSqlDialect dialect_;
    std::unique_ptr<Poco::Data::Session> session_;
};

}  // namespace

std::unique_ptr<Connection> connect_postgresql(const Place& place, std::chrono::seconds timeout) {
    return std::make_unique<PostgreSql>(place, timeout);
}

}  // namespace quarterdeck::warehouse
