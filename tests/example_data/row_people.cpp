#include "row_people.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "apportion.h"
#include "fte.h"
#include "population.h"

namespace quarterdeck::example {

namespace {

Standing draw_counted_standing(Draw& draw) {
    const std::uint32_t point = draw.below(100);
    return point < 96 ? Standing::active : point < 98 ? Standing::secondment : Standing::acting_up;
}

/// The band group of each person of a row; by the skill mix where the row is of all bands.
std::vector<std::string> band_groups(const ExampleRow& row, const Published& published) {
    const auto people = static_cast<std::size_t>(row.value(Measure::headcount));
    const std::string group = band_group_of(row.published);
    if (!group.empty()) return std::vector<std::string>(people, group);
    constexpr std::array<std::string_view, 4> groups{"Band 2-4", "Band 5-6", "Band 7/8a/8b", "Band 8c/8d/9"};
    std::vector<std::int64_t> weights;
    const std::size_t population = population_of(row.published);
    for (const auto& share : published.skill_mix)
        if (population_of_area("", share.area) == population) weights.push_back(share.share.value);
    weights.resize(groups.size(), 0);
    if (std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; })) weights.front() = 1;
    const auto parts = apportion(static_cast<std::int64_t>(people), weights);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < groups.size(); ++i)
        result.insert(result.end(), static_cast<std::size_t>(parts[i]), std::string(groups[i]));
    return result;
}

}  // namespace

People people_of_row(const ExampleRow& row, const Published& published, Jobs& jobs, Draw& draw) {
    const std::size_t population = population_of(row.published);
    const auto groups = band_groups(row, published);
    const auto contracts = share_out_fte(row.value(Measure::headcount), row.value(Measure::fte), draw);
    People people(groups.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i].gender = i < static_cast<std::size_t>(row.value(Measure::male)) ? Gender::male : Gender::female;
        people[i].first.fte = contracts[i];
    }
    draw.shuffle(std::span(people));
    for (std::size_t i = 0; i < people.size(); ++i) {
        Post& post = people[i].first;
        post.job = jobs.draw(population, groups[i], draw);
        post.standing = draw_counted_standing(draw);
        post.contract = draw_contract(jobs[post.job], draw);
    }
    draw.shuffle(std::span(people));
    for (std::size_t i = 0; i < static_cast<std::size_t>(row.value(Measure::over_55)); ++i) {
        people[i].youngest = age_band[age_bands - 1].youngest;
        people[i].oldest = age_band[age_bands - 1].oldest;
    }
    return people;
}

Contract draw_contract(const Job& job, Draw& draw) {
    if (job.training) return Contract::fixed_term;
    const std::uint32_t point = draw.below(100);
    if (job.doctor && point < 2) return Contract::locum;
    return point < 12 ? Contract::fixed_term : Contract::permanent;
}

std::uint8_t youngest_in(const Job& job) {
    if (job.band_group == "Consultant" || job.band_group == "Band 8c/8d/9") return 32;
    if (job.doctor) return job.training ? 25 : 27;
    if (job.band_group == "Band 7/8a/8b") return 25;
    return job.band_group == "Band 5-6" ? 21 : 18;
}

std::uint32_t rank_of(const Job& job) {
    if (job.band_group == "Band 2-4") return 0;
    return job.band_group == "Band 5-6" || job.training ? 1 : 2;
}

}  // namespace quarterdeck::example
