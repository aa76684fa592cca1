#include "register/schema.h"

#include <fmt/format.h>

#include <optional>

#include "refusal.h"
#include "register/session.h"
#include "register/version_1.h"
#include "register_schema_postgresql.h"
#include "register_schema_sqlite.h"

namespace quarterdeck::returns {

namespace {

using Poco::Data::Session;
using namespace Poco::Data::Keywords;

constexpr int newest_version = 2;

std::int64_t count(Session& session, const std::string& sql) {
    std::int64_t number = 0;
    session << sql, into(number), now;
    return number;
}

/// 0 when there is nothing in the place yet; nothing when it holds something else.
std::optional<int> version_in(Session& session, const Place& place) {
    const std::string tables = std::holds_alternative<FilePlace>(place)
                                   ? "(SELECT name FROM sqlite_master WHERE type = 'table') AS tables"
                                   : "(SELECT table_name AS name FROM information_schema.tables WHERE table_schema = "
                                     "current_schema()) AS tables";
    if (count(session, "SELECT count(*) FROM " + tables) == 0) return 0;
    if (count(session, "SELECT count(*) FROM " + tables + " WHERE name = 'schema_version'") == 0 ||
        count(session, "SELECT count(*) FROM " + tables + " WHERE name IN ('programme_returns', 'journal')") == 0)
        return std::nullopt;
    const std::int64_t version = count(session, "SELECT coalesce(max(version), 0) FROM schema_version");
    if (version < 1) return std::nullopt;
    return static_cast<int>(version);
}

int expected_version(Session& session, const Place& place) {
    const std::optional<int> version = version_in(session, place);
    if (!version)
        throw Refusal(
            fmt::format("{}: this is a database of something else than programmes' returns. Name another place with "
                        "--register.",
                        shown(place)));
    if (*version > newest_version)
        throw Refusal(
            fmt::format("{}: this register has version {}, and this program knows versions up to {}. Use the newer "
                        "Quarterdeck that wrote it.",
                        shown(place), *version, newest_version));
    return *version;
}

}  // namespace

void bring_up_to_date(Session& session, const Place& place, bool create) {
    int version = expected_version(session, place);
    if (version == newest_version) return;
    if (version == 0 && !create)
        throw Refusal(
            fmt::format("{}: there is no register here. `quarterdeck returns issue` makes one with the first return "
                        "that it issues.",
                        shown(place)));
    Transaction transaction(session, place, Transaction::Kind::writing);
    version = expected_version(session, place);  // another program may have been first
    if (version == newest_version) return;
    session << std::string(std::holds_alternative<FilePlace>(place) ? register_schema_sqlite
                                                                    : register_schema_postgresql),
        now;
    if (version == 1) copy_version_1(session);
    transaction.commit();
}

}  // namespace quarterdeck::returns
