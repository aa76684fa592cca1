#include "warehouse/following.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "warehouse/answer.h"
#include "warehouse/records.h"

namespace quarterdeck::warehouse {

namespace {

/// What a person's lists and sums of a date are called.
std::string named(const char* what, Date date) {
    return fmt::format("q_{}{}", what, number_of(date));
}

/// A person's assignments at a date, one beside the other.
std::vector<std::pair<std::string, std::string>> lists_at(Date date) {
    return {{"q_k", named("key", date)},
            {"q_a", named("assignment", date)},
            {"q_f", named("fte", date)},
            {"q_p", named("place", date)}};
}

std::uint32_t found(const std::unordered_map<std::string, std::uint32_t>& numbers, std::string_view text) {
    const auto known = numbers.find(std::string(text));
    if (known == numbers.end()) throw BadAnswer();
    return known->second;
}

query::MoveProfiles::Elsewhere elsewhere_of(std::int64_t state) {
    using Elsewhere = query::MoveProfiles::Elsewhere;
    return state == 1 ? Elsewhere::uncounted : state == 2 ? Elsewhere::employed : Elsewhere::nowhere;
}

}  // namespace

/// A row a person: their assignments at the dates, what these add up to, and whether they are recorded otherwise.
std::string Following::people(const std::vector<Date>& dates) const {
    std::string columns;
    std::vector<std::int32_t> numbers;
    for (const Date date : dates) {
        const std::string at = fmt::format("snapshot_date = {}", number_of(date));
        const std::string counted = at + " AND counted = 1";
        const auto add = [&](const char* what, const std::string& expression) {
            columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", expression, named(what, date));
        };
        add("key", dialect_.list_where(dates_.at(date).key, counted));
        add("assignment", dialect_.list_where("assignment", counted));
        add("fte", dialect_.list_where("fte", counted));
        add("place", dialect_.list_where("place", counted));
        add("sum", dialect_.sum_where("fte", counted));
        add("uncounted", dialect_.sum_where("1", at + " AND counted = 0"));
        add("start", dialect_.most_where("start_day", at));
        add("shared", dialect_.most_where("shared", counted));
        numbers.push_back(number_of(date));
    }
    return fmt::format("SELECT {} FROM {} WHERE snapshot_date IN ({}) GROUP BY person", columns, table_,
                       fmt::join(numbers, ", "));
}

/// What somebody holds at a date: the key of each assignment, and whether it is held at the other date too. Where
/// somebody holds several, each with its FTE: which way the hours of a row go depends on all of them.
std::string Following::slots(Date date, Date other) const {
    const std::string kept = dialect_.has(named("assignment", other), "q_a");
    const std::string colon = dialect_.literal(":");
    const auto lists = lists_at(date);
    return fmt::format("CASE WHEN {} <= 1 AND {} <= 1 THEN {} ELSE {} END", dialect_.length(named("assignment", date)),
                       dialect_.length(named("assignment", other)),
                       dialect_.map_text(lists, dialect_.text({"q_k", colon, kept}), ';'),
                       dialect_.map_text(lists, dialect_.text({"q_k", colon, kept, colon, "q_f"}), ';'));
}

/// What somebody holds at both dates and, at the end, where they are without an assignment at one of them (0 to 2), or
/// which way the hours of a single one went (3 to 5).
std::string Following::profile(const Pair& pair) const {
    const std::string then = dialect_.length(named("assignment", pair.then));
    const std::string now = dialect_.length(named("assignment", pair.now));
    const std::string state = fmt::format(
        "CASE WHEN {then} = 0 THEN CASE WHEN {uncounted_then} > 0 THEN 1 WHEN {start} <= {day} THEN 2 ELSE 0 END "
        "WHEN {now} = 0 THEN CASE WHEN {uncounted_now} > 0 THEN 1 ELSE 0 END "
        "WHEN {then} > 1 OR {now} > 1 THEN 3 WHEN {fte_then} < {fte_now} THEN 4 WHEN {fte_then} > {fte_now} THEN 5 "
        "ELSE 3 END",
        fmt::arg("then", then), fmt::arg("now", now), fmt::arg("uncounted_then", named("uncounted", pair.then)),
        fmt::arg("uncounted_now", named("uncounted", pair.now)), fmt::arg("start", named("start", pair.now)),
        fmt::arg("day", pair.then.days()), fmt::arg("fte_then", named("sum", pair.then)),
        fmt::arg("fte_now", named("sum", pair.now)));
    const std::string bar = dialect_.literal("|");
    return dialect_.text({slots(pair.then, pair.now), bar, slots(pair.now, pair.then), bar, state});
}

query::MoveProfiles Following::profiles(const Pair& pair) {
    const std::string each =
        fmt::format("SELECT {} AS q_profile, {} AS q_sum_then, {} AS q_sum_now FROM ({}) AS q_person WHERE {} + {} > 0",
                    profile(pair), named("sum", pair.then), named("sum", pair.now), people({pair.then, pair.now}),
                    dialect_.length(named("assignment", pair.then)), dialect_.length(named("assignment", pair.now)));
    const auto lines = connection_.lines(dialect_.answer(
        fmt::format("SELECT q_profile, count(*) AS q_people, sum(q_sum_then) AS q_then, sum(q_sum_now) AS q_now FROM "
                    "({}) AS q_some GROUP BY q_profile",
                    each),
        {"q_profile", "q_people", "q_then", "q_now"}));
    query::MoveProfiles profiles;
    std::uint32_t then = 0;
    std::uint32_t now = 0;
    for (const std::string& line : lines) {
        const auto columns = columns_of(line, 4);
        const auto parts = split(columns[0], '|');
        if (parts.size() != 3) throw BadAnswer();
        ProfileSlots& places = slots_[pair.then][std::string(columns[0])];
        query::MoveProfiles::Profile& profile = profiles.profiles.emplace_back();
        profile.people = number_in(columns[1]);
        profile.elsewhere = elsewhere_of(number_in(parts[2]));
        profile.then = read_slots(parts[0], pair.then, profile.people, number_in(columns[2]), then, places.then);
        profile.now = read_slots(parts[1], pair.now, profile.people, number_in(columns[3]), now, places.now);
    }
    return profiles;
}

/// `fte`: the sum over all people of the profile, for slots that don't say it for each of them.
std::vector<query::MoveProfiles::Slot> Following::read_slots(std::string_view text, Date date, std::int64_t people,
                                                             std::int64_t fte, std::uint32_t& next,
                                                             Places& places) const {
    std::vector<query::MoveProfiles::Slot> slots;
    if (text.empty()) return slots;
    const std::uint32_t first = next;
    for (const std::string_view each : split(text, ';')) {
        const auto parts = split(each, ':');
        if (parts.size() != 2 && parts.size() != 3) throw BadAnswer();
        const auto [place, added] = places.try_emplace(fmt::format("{}:{}", parts[0], parts[1]), next);
        if (added) {
            ++next;
            slots.push_back({found(*dates_.at(date).combinations, parts[0]), parts[1] == "1", 0});
        }
        slots[place->second - first].fte += parts.size() == 2 ? fte : number_in(parts[2]) * people;
    }
    return slots;
}

/// A row a person with an assignment at the date, with their profiles.
std::string Following::folded(Date date, const std::vector<Pair>& pairs) const {
    std::vector<Date> dates{date};
    std::string columns = named("shared", date);
    for (const auto& [name, list] : lists_at(date)) columns += ", " + list;
    for (const Pair& pair : pairs) {
        const Date other = date == pair.then ? pair.now : pair.then;
        dates.push_back(other);
        columns += fmt::format(", {}, {} AS {}", named("assignment", other), profile(pair), named("profile", other));
    }
    return fmt::format("SELECT {} FROM ({}) AS q_person WHERE {} > 0", columns, people(dates),
                       dialect_.length(named("assignment", date)));
}

std::string Following::label(Date date, const std::vector<Pair>& pairs) const {
    const std::string ampersand = dialect_.literal("&");
    std::vector<std::string> parts{"q_k"};
    for (const Pair& pair : pairs) {
        const Date other = date == pair.then ? pair.now : pair.then;
        parts.insert(parts.end(),
                     {ampersand, dialect_.has(named("assignment", other), "q_a"), ampersand, named("profile", other)});
    }
    return dialect_.text(parts);
}

query::LikeRows Following::rows(Date date, const std::vector<Pair>& pairs, query::Followed& followed) {
    const std::string statement = fmt::format(
        "SELECT {} AS q_label, min(q_p) AS q_first, count(*) AS q_posts, sum(q_f) AS q_sum, sum(CASE WHEN {} = 0 THEN "
        "1 "
        "ELSE 0 END) AS q_alone FROM {} GROUP BY q_label",
        label(date, pairs), named("shared", date), dialect_.unfolded(folded(date, pairs), lists_at(date)));
    const auto lines =
        connection_.lines(dialect_.answer(statement, {"q_first", "q_label", "q_posts", "q_sum", "q_alone"}));
    query::LikeRows rows;
    Places row_of_label;
    for (const auto& [first, columns] : in_order(lines, 5)) {
        const auto parts = split(columns[1], '&');
        if (parts.size() != 1 + 2 * pairs.size()) throw BadAnswer();
        row_of_label.emplace(columns[1], static_cast<std::uint32_t>(rows.posts.size()));
        rows.combinations.push_back(found(*dates_.at(date).combinations, parts[0]));
        rows.posts.push_back(number_in(columns[2]));
        rows.fte.push_back(number_in(columns[3]));
        rows.alone.push_back(number_in(columns[4]));
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto profile = slots_.at(pairs[i].then).find(std::string(parts[2 + 2 * i]));
            if (profile == slots_.at(pairs[i].then).end()) throw BadAnswer();
            const std::string slot = fmt::format("{}:{}", parts[0], parts[1 + 2 * i]);
            query::MoveProfiles& profiles = followed.profiles.at(pairs[i].then);
            if (date == pairs[i].then)
                profiles.then_of_row.push_back(found(profile->second.then, slot));
            else
                profiles.now_of_row.push_back(found(profile->second.now, slot));
        }
    }
    add_shared(date, pairs, row_of_label, rows);
    return rows;
}

void Following::add_shared(Date date, const std::vector<Pair>& pairs, const Places& row_of_label,
                           query::LikeRows& rows) {
    // ClickHouse 18 doesn't find columns that nothing but the inside of a list uses: the conditions name them as well.
    std::string conditions;
    for (const Pair& pair : pairs) {
        const Date other = date == pair.then ? pair.now : pair.then;
        conditions += fmt::format(" AND {} >= 0 AND {} <> ''", dialect_.length(named("assignment", other)),
                                  named("profile", other));
    }
    const std::string each = fmt::format("SELECT {} AS q_labels, {} AS q_number FROM ({}) AS q_folded WHERE {} > 0{}",
                                         dialect_.map_text(lists_at(date), label(date, pairs), '/'),
                                         named("shared", date), folded(date, pairs), named("shared", date), conditions);
    const auto lines = connection_.lines(dialect_.answer(
        fmt::format("SELECT q_labels, min(q_number) AS q_first, count(*) AS q_people FROM ({}) AS q_some GROUP BY "
                    "q_labels",
                    each),
        {"q_first", "q_labels", "q_people"}));
    for (const auto& [first, columns] : in_order(lines, 3)) {
        query::LikeRows::Shared& shared = rows.shared.emplace_back();
        for (const std::string_view label : split(columns[1], '/')) shared.rows.push_back(found(row_of_label, label));
        shared.people = number_in(columns[2]);
    }
}

query::Followed Following::follow(const std::vector<Date>& earlier, Date now) {
    query::Followed followed;
    std::vector<Pair> pairs;
    for (const Date then : earlier) {
        pairs.push_back({then, now});
        followed.profiles.emplace(then, profiles(pairs.back()));
    }
    followed.rows.emplace(now, rows(now, pairs, followed));
    for (const Pair& pair : pairs) followed.rows.emplace(pair.then, rows(pair.then, {pair}, followed));
    return followed;
}

}  // namespace quarterdeck::warehouse
