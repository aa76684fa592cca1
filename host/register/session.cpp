#include "register/session.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Exception.h>
#include <fmt/format.h>

#include <algorithm>

#include "postgresql/client.h"
#include "process/environment.h"
#include "refusal.h"

namespace quarterdeck::returns {

using Poco::Data::Keywords::now;
namespace sqlite = Poco::Data::SQLite;

namespace {

constexpr std::size_t seconds_to_open = 5;

/// One number that every Quarterdeck locks a server's register by while it writes.
constexpr auto lock_of_writers = "SELECT pg_advisory_xact_lock(7138250419)";

Poco::Data::Session open_file(const FilePlace& place) {
    static const bool registered = [] {
        sqlite::Connector::registerConnector();
        return true;
    }();
    static_cast<void>(registered);
    Poco::Data::Session session(sqlite::Connector::KEY, place.path.string(), 1);
    session << "PRAGMA busy_timeout = 30000", now;
    session << "PRAGMA synchronous = FULL", now;
    return session;
}

Poco::Data::Session open_server(const ServerPlace& place) {
    const std::string connection =
        fmt::format("host={} port={} user={} dbname={}", given_or(place.host, "PGHOST", "localhost"),
                    given_or(place.port, "PGPORT", "5432"), given_or(place.user, "PGUSER", account_name("postgres")),
                    place.database);
    Poco::Data::Session session(postgresql::known_to_sessions(), connection, seconds_to_open);
    session << "SET client_min_messages = error", now;
    session << "SET lock_timeout = '30s'", now;
    return session;
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return text;
}

bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

/// What to tell of a fault of an SQLite file; empty when only the fault's own words tell it.
const char* file_fault(const Poco::Exception& fault) {
    if (dynamic_cast<const sqlite::CorruptImageException*>(&fault) != nullptr ||
        has(fault.displayText(), "not a database"))
        return "this file isn't a register of returns. Name another file with --register.";
    if (dynamic_cast<const sqlite::DBLockedException*>(&fault) != nullptr)
        return "another program has been writing to this register for 30 seconds. Try again when it has finished.";
    if (dynamic_cast<const sqlite::ReadOnlyException*>(&fault) != nullptr)
        return "this register can't be written to. Give yourself the right to write to the file and its folder.";
    if (dynamic_cast<const sqlite::CantOpenDBFileException*>(&fault) != nullptr ||
        dynamic_cast<const Poco::Data::ConnectionFailedException*>(&fault) != nullptr)
        return "this register can't be opened. Check that its folder exists and that you may read and write there.";
    if (dynamic_cast<const sqlite::DatabaseFullException*>(&fault) != nullptr)
        return "there is no room left to write to this register; it is as it was before. Make room and try again.";
    if (dynamic_cast<const sqlite::IOErrorException*>(&fault) != nullptr)
        return "reading or writing this register failed; it is as it was before. Check the disk that it is on.";
    return "";
}

std::string server_fault(const std::string& told) {
    if (has(told, "password"))
        return fmt::format(
            "the server refuses the connection ({}). Set PGPASSWORD, or write the password into ~/.pgpass.", told);
    if (has(told, "does not exist"))
        return fmt::format("the server refuses the connection ({}). Have the database and the role made first.", told);
    if (has(told, "No space left") || has(told, "53100"))
        return "the server has no room left to write to this register; it is as it was before. Make room and try "
               "again.";
    if (has(told, "lock timeout"))
        return "another program has been writing to this register for 30 seconds. Try again when it has finished.";
    if (has(told, "permission denied"))
        return fmt::format("the server doesn't let this role use the register ({}). Have it granted.", told);
    if (has(told, "onnect"))
        return fmt::format("no connection to the server ({}). Check the URL, and that the server is running.", told);
    return fmt::format("this register can't be used: {}.", told);
}

}  // namespace

Poco::Data::Session open_session(const Place& place) {
    if (const auto* file = std::get_if<FilePlace>(&place)) return open_file(*file);
    return open_server(std::get<ServerPlace>(place));
}

void refuse(const Place& place, const Poco::Exception& fault) {
    if (std::holds_alternative<ServerPlace>(place))
        throw Refusal(fmt::format("{}: {}", shown(place), server_fault(one_line(fault.displayText()))));
    const std::string told = file_fault(fault);
    throw Refusal(fmt::format("{}: {}", shown(place),
                              told.empty() ? fmt::format("this register can't be used: {}.", fault.message()) : told));
}

Transaction::Transaction(Poco::Data::Session& session, const Place& place, Kind kind) : session_(session) {
    const bool writing = kind == Kind::writing;
    if (std::holds_alternative<FilePlace>(place)) {
        session_ << (writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED"), now;
        return;
    }
    session_ << (writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), now;
    if (writing) session_ << lock_of_writers, now;
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        session_ << "ROLLBACK", now;
    } catch (const Poco::Exception&) {
        // The database has rolled back by itself.
        open_ = false;
    }
}

void Transaction::commit() {
    session_ << "COMMIT", now;
    open_ = false;
}

}  // namespace quarterdeck::returns
