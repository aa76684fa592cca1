#include "warehouse/connection.h"

#include <fmt/format.h>

#include "refusal.h"

namespace quarterdeck::warehouse {

std::unique_ptr<Connection> connect(const Place& place, std::chrono::seconds timeout) {
    return place.kind == Place::Kind::postgresql ? connect_postgresql(place, timeout)
                                                 : connect_clickhouse(place, timeout);
}

void refuse_empty(const Place& place) {
    throw Refusal(fmt::format("{}: no staff records were loaded there. Load them with quarterdeck load {} --data DIR.",
                              shown(place), shown(place)));
}

void refuse_foreign(const Place& place, const std::string& what) {
    throw Refusal(
        fmt::format("{}: {}. Only what quarterdeck load made is counted there: load the records again, into a database "
                    "of their own "
                    "if those tables belong to somebody else.",
                    shown(place), what));
}

}  // namespace quarterdeck::warehouse
