#include "population_ages.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "age_profile.h"
#include "apportion.h"
#include "population.h"
#include "row_people.h"

namespace quarterdeck::example {

namespace {

/// The people of a population.
struct Group {
    std::vector<Ageing> open;
    std::int64_t over_55 = 0;
};

std::vector<Group> groups_of(People& people, const Jobs& jobs) {
    std::vector<Group> groups(populations().size());
    for (Person& person : people) {
        const Job& job = jobs[person.first.job];
        if (person.oldest == 0)
            groups[job.population].open.push_back({&person, rank_of(job), youngest_in(job)});
        else
            ++groups[job.population].over_55;
    }
    return groups;
}

/// Spreads `under` people as those of the other populations that have a published profile.
AgeCounts pooled_ages(std::size_t population, std::int64_t under, const std::vector<AgeCounts>& counts,
                      const std::vector<bool>& has_profile) {
    const Population& wanted = populations()[population];
    std::vector<std::int64_t> same_table(age_bands - 1, 0);
    std::vector<std::int64_t> same_profile(age_bands - 1, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Population& other = populations()[i];
        if (other.profile != wanted.profile || !has_profile[i]) continue;
        for (std::size_t band = 0; band + 1 < age_bands; ++band) {
            same_profile[band] += counts[i][band];
            if (other.table == wanted.table) same_table[band] += counts[i][band];
        }
    }
    const bool table_has_any = std::ranges::any_of(same_table, [](std::int64_t people) { return people > 0; });
    AgeCounts ages{};
    std::ranges::copy(apportion(under, table_has_any ? same_table : same_profile), ages.begin());
    return ages;
}

void set_birth_of_first_in(People& people, std::size_t band, std::int32_t birth) {
    const auto person = std::ranges::find(people, band, age_band_of);
    if (person != people.end()) person->exact_birth = birth;
}

}  // namespace

void set_ages(People& people, const Jobs& jobs, const Published& published, std::uint64_t seed) {
    std::vector<Group> groups = groups_of(people, jobs);
    std::vector<AgeCounts> counts(groups.size());
    std::vector<bool> has_profile(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto shares = published_shares(published, i);
        has_profile[i] = shares.has_value();
        const auto under = static_cast<std::int64_t>(groups[i].open.size());
        if (shares) counts[i] = spread_ages(under + groups[i].over_55, groups[i].over_55, *shares);
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto under = static_cast<std::int64_t>(groups[i].open.size());
        if (!has_profile[i]) counts[i] = pooled_ages(i, under, counts, has_profile);
        Draw draw(seed, Purpose::age_bands, i);
        assign_ages(groups[i].open, counts[i], draw);
    }
    constexpr std::int32_t born_31_march_1967 = -1007;
    set_birth_of_first_in(people, age_bands - 1, born_31_march_1967);
    set_birth_of_first_in(people, age_bands - 2, born_31_march_1967 + 1);
}

}  // namespace quarterdeck::example
