#include "register/session.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Exception.h>
#include <fmt/format.h>

#include "refusal.h"

namespace quarterdeck::returns {

using Poco::Data::Keywords::now;
namespace sqlite = Poco::Data::SQLite;

Poco::Data::Session open_session(const std::filesystem::path& path) {
    static const bool registered = [] {
        sqlite::Connector::registerConnector();
        return true;
    }();
    static_cast<void>(registered);
    constexpr std::size_t seconds_to_open = 1;
    Poco::Data::Session session(sqlite::Connector::KEY, path.string(), seconds_to_open);
    session << "PRAGMA busy_timeout = 30000", now;
    session << "PRAGMA foreign_keys = ON", now;
    session << "PRAGMA synchronous = FULL", now;
    return session;
}

void refuse(const std::filesystem::path& path, const Poco::Exception& fault) {
    const auto told = [&](const char* what) { throw Refusal(fmt::format("{}: {}", path.string(), what)); };
    if (is_no_database(fault)) told("this file isn't a register of returns. Name another file with --register.");
    if (dynamic_cast<const sqlite::DBLockedException*>(&fault) != nullptr)
        told("another program has been writing to this register for 30 seconds. Try again when it has finished.");
    if (dynamic_cast<const sqlite::ReadOnlyException*>(&fault) != nullptr)
        told("this register can't be written to. Give yourself the right to write to the file and its folder.");
    if (dynamic_cast<const sqlite::CantOpenDBFileException*>(&fault) != nullptr ||
        dynamic_cast<const Poco::Data::ConnectionFailedException*>(&fault) != nullptr)
        told("this register can't be opened. Check that its folder exists and that you may read and write there.");
    if (dynamic_cast<const sqlite::DatabaseFullException*>(&fault) != nullptr)
        told("there is no room left to write to this register; it is as it was before. Make room and try again.");
    if (dynamic_cast<const sqlite::IOErrorException*>(&fault) != nullptr)
        told("reading or writing this register failed; it is as it was before. Check the disk that it is on.");
    throw Refusal(fmt::format("{}: this register can't be used: {}.", path.string(), fault.message()));
}

bool is_no_database(const Poco::Exception& fault) {
    return dynamic_cast<const sqlite::CorruptImageException*>(&fault) != nullptr ||
           fault.displayText().find("not a database") != std::string::npos;
}

Transaction::Transaction(Poco::Data::Session& session, Kind kind) : session_(session) {
    session_ << (kind == Kind::immediate ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED"), now;
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
