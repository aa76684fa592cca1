#include "oracle.h"

#include <fnmatch.h>

#include <algorithm>
#include <set>

namespace quarterdeck::testing {
namespace {

std::string value_of(const Post& post, Field field) {
    if (field != Field::band_group) return post.value(field);
    static const std::map<std::string, std::string> groups{
        {"Band 2", "Band 2-4"},     {"Band 4", "Band 2-4"},     {"Band 5", "Band 5-6"},      {"Band 6", "Band 5-6"},
        {"Band 7", "Band 7/8a/8b"}, {"Band 9", "Band 8c/8d/9"}, {"Consultant", "Consultant"}};
    return groups.at(post.value(Field::pay_band));
}

bool fits(const Condition& condition, const std::string& value) {
    for (const auto& each : condition.values) {
        const bool same =
            condition.test == Condition::Test::matches ? fnmatch(each.c_str(), value.c_str(), 0) == 0 : each == value;
        if (same) return condition.test != Condition::Test::is_not;
    }
    return condition.test == Condition::Test::is_not;
}

bool fits(const Rule& rule, const Post& post) {
    for (const auto& alternative : rule.alternatives) {
        bool all = true;
        for (const auto& condition : alternative) all = all && fits(condition, value_of(post, condition.field));
        if (all) return true;
    }
    return false;
}

bool fits_row(const Query& query, const Row& row, const Post& post) {
    if (!fits(row.where, post)) return false;
    if (!row.total) return true;
    for (const auto& other : query.rows)
        if (!other.total && fits(other.where, post)) return true;
    return false;
}

template <class Fits>
query::Cell count(const std::vector<Post>& posts, const Query& query, const Measure& measure, Fits fits_the_row) {
    std::set<int> people;
    std::int64_t number = 0;
    std::int64_t fte = 0;
    for (const auto& post : posts) {
        if (!post.counted || !fits(query.population.rule, post) || !fits(measure.where, post) || !fits_the_row(post))
            continue;
        people.insert(post.person);
        number += 1;
        fte += post.fte;
    }
    const auto headcount = static_cast<std::int64_t>(people.size());
    if (measure.count == Count::headcount) return {headcount, headcount};
    return {measure.count == Count::fte ? fte : number, headcount};
}

bool any_counted(const std::vector<Post>& posts) {
    return std::any_of(posts.begin(), posts.end(), [](const Post& post) { return post.counted; });
}

bool keeps_one(const std::vector<Post>& some, const std::vector<Post>& all) {
    for (const auto& one : some)
        for (const auto& other : all)
            if (other.counted && other.assignment == one.assignment) return true;
    return false;
}

std::int64_t fte_of(const std::vector<Post>& posts) {
    std::int64_t fte = 0;
    for (const auto& post : posts) fte += post.fte;
    return fte;
}

/// One person at two dates: all posts, and those that are counted in the cell.
struct Life {
    std::vector<Post> then;
    std::vector<Post> now;
    std::vector<Post> in_then;
    std::vector<Post> in_now;

    std::set<Movement> movements(Date before) const {
        if (in_then.empty() && in_now.empty()) return {};
        if (in_then.empty()) return {how_it_came(before)};
        if (in_now.empty()) return {how_it_went()};
        if (fte_of(in_now) > fte_of(in_then)) return {Movement::stayed, Movement::more_hours};
        if (fte_of(in_now) < fte_of(in_then)) return {Movement::stayed, Movement::fewer_hours};
        return {Movement::stayed};
    }

    std::int64_t fte(Movement movement) const {
        if (movement == Movement::more_hours) return fte_of(in_now) - fte_of(in_then);
        if (movement == Movement::fewer_hours) return fte_of(in_then) - fte_of(in_now);
        return in_now.empty() ? fte_of(in_then) : fte_of(in_now);
    }

private:
    Movement how_it_came(Date before) const {
        if (keeps_one(in_now, then)) return Movement::recoded_in;
        if (any_counted(then)) return Movement::moved_in;
        if (!then.empty()) return Movement::returned;
        for (const auto& post : now)
            if (post.start <= before) return Movement::corrected;
        return Movement::joined;
    }

    Movement how_it_went() const {
        if (keeps_one(in_then, now)) return Movement::recoded_out;
        if (any_counted(now)) return Movement::moved_out;
        return now.empty() ? Movement::left : Movement::uncounted;
    }
};

template <class Fits>
query::Cell count_movement(const std::vector<Post>& then, const std::vector<Post>& now, Date before, const Query& query,
                           const Measure& measure, Fits fits_the_row) {
    std::map<int, Life> lives;
    const auto in_cell = [&](const Post& post) {
        return post.counted && fits(query.population.rule, post) && fits(measure.where, post) && fits_the_row(post);
    };
    for (const auto& post : then) {
        lives[post.person].then.push_back(post);
        if (in_cell(post)) lives[post.person].in_then.push_back(post);
    }
    for (const auto& post : now) {
        lives[post.person].now.push_back(post);
        if (in_cell(post)) lives[post.person].in_now.push_back(post);
    }
    std::int64_t people = 0;
    std::int64_t fte = 0;
    for (const auto& [person, life] : lives) {
        if (!life.movements(before).contains(measure.movement)) continue;
        people += 1;
        fte += life.fte(measure.movement);
    }
    return {measure.count == Count::fte ? fte : people, people};
}

}  // namespace

template <class Fits>
query::Cell Oracle::cell(const Query& query, const Measure& measure, Fits fits_the_row) const {
    if (measure.movement == Movement::none) return count(posts(measure), query, measure, fits_the_row);
    return count_movement(posts(measure), posts_.at(as_at_), as_at_.months_before(measure.months_before), query,
                          measure, fits_the_row);
}

query::Cell Oracle::listed(const Query& query, const Row& row, const Measure& measure) const {
    return cell(query, measure, [&](const Post& post) { return fits_row(query, row, post); });
}

std::vector<Oracle::Key> Oracle::keys(const Query& query) const {
    // "All" comes after every value, so it is marked by a first member that is larger.
    std::set<std::vector<std::pair<int, std::string>>> found;
    const std::size_t fields = query.by.size();
    std::set<Date> dates;
    for (const auto& measure : query.measures) {
        dates.insert(as_at_.months_before(measure.months_before));
        if (measure.movement != Movement::none) dates.insert(as_at_);
    }
    for (const Date date : dates) {
        for (const auto& post : posts_.at(date)) {
            if (!post.counted || !fits(query.population.rule, post)) continue;
            for (unsigned kept = 0; kept < 1U << fields; ++kept) {
                const bool prefix = (kept & (kept + 1)) == 0;
                const bool finest = kept == (1U << fields) - 1;
                if (query.totals == Totals::none && !finest) continue;
                if (query.totals == Totals::grand && !finest && kept != 0) continue;
                if (query.totals == Totals::rollup && !prefix) continue;
                std::vector<std::pair<int, std::string>> key;
                for (std::size_t field = 0; field < fields; ++field) {
                    if ((kept >> field & 1U) != 0) {
                        key.emplace_back(0, value_of(post, query.by[field]));
                    } else {
                        key.emplace_back(1, "");
                    }
                }
                found.insert(key);
            }
        }
    }
    std::vector<Key> keys;
    for (const auto& each : found) {
        Key& key = keys.emplace_back();
        for (const auto& [all, value] : each) key.push_back(all == 1 ? std::nullopt : std::optional(value));
    }
    return keys;
}

query::Cell Oracle::found(const Query& query, const Key& key, const Measure& measure) const {
    return cell(query, measure, [&](const Post& post) {
        for (std::size_t field = 0; field < key.size(); ++field)
            if (key[field] && *key[field] != value_of(post, query.by[field])) return false;
        return true;
    });
}

}  // namespace quarterdeck::testing
