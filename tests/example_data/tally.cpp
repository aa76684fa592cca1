#include "tally.h"

#include <cstddef>

#include "population.h"

namespace quarterdeck::example {

std::vector<PopulationTally> tally(const People& people, const Jobs& jobs) {
    std::vector<PopulationTally> tallies(populations().size());
    for (const Person& person : people) {
        if (!counted(person.first.standing)) continue;
        const Job& job = jobs[person.first.job];
        PopulationTally& population = tallies[job.population];
        ++population.people;
        ++population.by_age[age_band_of(person)];
        for (std::size_t i = 0; i < mix_groups.size(); ++i)
            if (mix_groups[i].band_group == job.band_group) ++population.by_mix_group[i];
    }
    return tallies;
}

}  // namespace quarterdeck::example
