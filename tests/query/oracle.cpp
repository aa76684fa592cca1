#include "oracle.h"

#include <fnmatch.h>

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
        if (!fits(query.population.rule, post) || !fits(measure.where, post) || !fits_the_row(post)) continue;
        people.insert(post.person);
        number += 1;
        fte += post.fte;
    }
    const auto headcount = static_cast<std::int64_t>(people.size());
    if (measure.count == Count::headcount) return {headcount, headcount};
    return {measure.count == Count::fte ? fte : number, headcount};
}

}  // namespace

query::Cell Oracle::listed(const Query& query, const Row& row, const Measure& measure) const {
    return count(posts(measure), query, measure, [&](const Post& post) { return fits_row(query, row, post); });
}

std::vector<Oracle::Key> Oracle::keys(const Query& query) const {
    // "All" comes after every value, so it is marked by a first member that is larger.
    std::set<std::vector<std::pair<int, std::string>>> found;
    const std::size_t fields = query.by.size();
    for (const auto& measure : query.measures) {
        for (const auto& post : posts(measure)) {
            if (!fits(query.population.rule, post)) continue;
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
    return count(posts(measure), query, measure, [&](const Post& post) {
        for (std::size_t field = 0; field < key.size(); ++field)
            if (key[field] && *key[field] != value_of(post, query.by[field])) return false;
        return true;
    });
}

}  // namespace quarterdeck::testing
