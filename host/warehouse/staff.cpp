#include "warehouse/staff.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "warehouse/answer.h"
#include "warehouse/following.h"
#include "warehouse/records.h"

namespace quarterdeck::warehouse {

query::Scanned WarehouseStaff::scan(Date date, const query::Demand& demand) {
    query::Scanned scanned;
    scanned.columns = query::classify(
        [&](Field column) -> const std::vector<std::string>& {
            return document_.values[static_cast<std::size_t>(column)];
        },
        demand);
    Known& known =
        known_.insert_or_assign(date, Known{Keys(document_.values, scanned.columns, connection_.dialect()), {}})
            .first->second;
    scanned.combinations = count(date, known);
    scanned.combinations.classes.resize(scanned.columns.size());
    for (auto& classes : scanned.combinations.classes) classes.resize(scanned.combinations.size());
    for (const auto& [key, combination] : known.combinations) {
        const std::vector<std::uint16_t> classes = known.keys.classes(key);
        for (std::size_t column = 0; column < classes.size(); ++column)
            scanned.combinations.classes[column][combination] = classes[column];
    }
    count_spread(date, known, scanned.combinations);
    return scanned;
}

query::Combinations WarehouseStaff::count(Date date, Known& known) {
    const Dialect& dialect = connection_.dialect();
    std::string words;
    std::string grouped;
    std::vector<std::string> key;
    for (std::size_t i = 0; i < known.keys.words().size(); ++i) {
        const std::string name = fmt::format("q_key{}", i);
        words += fmt::format("{} AS {}, ", known.keys.words()[i], name);
        grouped += (grouped.empty() ? "" : ", ") + name;
        if (!key.empty()) key.push_back(dialect.literal("."));
        key.push_back(name);
    }
    const std::string statement = fmt::format(
        "SELECT {}min(place) AS q_first, count(*) AS q_posts, sum(fte) AS q_fte, {} AS q_people FROM {} WHERE "
        "snapshot_date = {} AND counted = 1 GROUP BY {}",
        words, dialect.distinct("person"), table_, number_of(date), grouped);
    const auto lines =
        connection_.lines(dialect.answer(statement, {"q_first", dialect.text(key), "q_posts", "q_fte", "q_people"}));
    query::Combinations combinations;
    for (const auto& [first, columns] : in_order(lines, 5)) {
        const auto number = static_cast<std::uint32_t>(combinations.posts.size());
        if (!known.combinations.emplace(columns[1], number).second) throw BadAnswer();
        combinations.posts.push_back(number_in(columns[2]));
        combinations.fte.push_back(number_in(columns[3]));
        combinations.people.push_back(number_in(columns[4]));
    }
    return combinations;
}

/// Takes people whose posts stand in several combinations out of each and lists them by the set that they hold.
void WarehouseStaff::count_spread(Date date, const Known& known, query::Combinations& combinations) {
    const Dialect& dialect = connection_.dialect();
    const std::string people = fmt::format(
        "SELECT min(shared) AS q_shared, {} AS q_set FROM {} WHERE snapshot_date = {} AND counted = 1 AND shared > 0 "
        "GROUP BY person",
        dialect.set_of(known.keys.text(dialect)), table_, number_of(date));
    const auto lines = connection_.lines(dialect.answer(
        fmt::format("SELECT min(q_shared) AS q_first, q_set, count(*) AS q_people FROM ({}) AS q_person GROUP BY q_set",
                    people),
        {"q_first", "q_set", "q_people"}));
    auto& [starts, members] = combinations.spread;
    for (const auto& [first, columns] : in_order(lines, 3)) {
        std::vector<std::uint32_t> held;
        for (const std::string_view key : split(columns[1], ';')) {
            const auto found = known.combinations.find(std::string(key));
            if (found == known.combinations.end()) throw BadAnswer();
            held.push_back(found->second);
        }
        if (held.size() == 1) continue;
        std::sort(held.begin(), held.end());
        const std::int64_t count = number_in(columns[2]);
        for (const std::uint32_t combination : held) combinations.people[combination] -= count;
        for (std::int64_t person = 0; person < count; ++person) {
            members.insert(members.end(), held.begin(), held.end());
            starts.push_back(static_cast<std::uint32_t>(members.size()));
        }
    }
}

query::Followed WarehouseStaff::follow(const std::vector<Date>& earlier, Date now) {
    std::map<Date, FollowedDate> dates;
    for (const auto& [date, known] : known_)
        dates.emplace(date, FollowedDate{known.keys.text(connection_.dialect()), &known.combinations});
    return Following(connection_, table_, dates).follow(earlier, now);
}

}  // namespace quarterdeck::warehouse
