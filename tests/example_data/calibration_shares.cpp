#include "calibration_shares.h"

#include <fmt/format.h>

#include <algorithm>

#include "csv_text.h"
#include "population.h"

namespace quarterdeck::example {

namespace {

bool rests_on_draws(const std::vector<ExampleRow>& rows, std::size_t population, Measure measure) {
    return std::ranges::any_of(rows, [&](const ExampleRow& row) {
        return population_of(row.published) == population && (row.drawn[static_cast<std::size_t>(measure)] ||
                                                              row.drawn[static_cast<std::size_t>(Measure::headcount)]);
    });
}

/// A share that differs, or isn't published at all.
void append_share(std::string& out, const std::string& table, const PublishedShare& share, std::int64_t example,
                  std::string_view reason) {
    const bool open = share.share.open();
    append_csv(out, {table, share.area, share.band, open ? hundredths(share.share.value) : "", hundredths(example),
                     open ? hundredths(example - share.share.value) : "", reason});
}

std::string age_reason(const Published& published, std::size_t population, std::size_t band,
                       const PopulationTally& tally, bool drawn) {
    if (band + 1 == age_bands)
        return drawn ? "follows from the over_55 counts of the table's rows, some of them drawn"
                     : "follows from the over_55 counts of the table's rows";
    const AgeShares shares = published_shares(published, population).value_or(AgeShares{});
    if (tally.by_age != spread_ages(tally.people, tally.by_age.back(), shares))
        return "too few of the area are in a grade that can be reached so early";
    std::int64_t lower = 0;
    for (std::size_t i = 0; i + 1 < age_bands; ++i) lower += shares[i];
    return fmt::format(
        "{} of {} people aren't over 55{}, and can't be spread over the lower bands so that all are as printed; their "
        "printed shares add up to {}",
        tally.people - tally.by_age.back(), tally.people, drawn ? " (with drawn cells)" : "", hundredths(lower));
}

std::string mix_reason(const Published& published, const std::vector<ExampleRow>& rows, std::size_t population) {
    std::int64_t sum = 0;
    for (const auto& share : published.skill_mix)
        if (population_of_area("", share.area) == population) sum += share.share.value;
    std::string reason = populations()[population].band.empty() ? "follows from the headcounts of the table's rows"
                                                                : "so many people can't be split as printed";
    if (rests_on_draws(rows, population, Measure::headcount)) reason += ", some of them drawn";
    if (sum != 100) reason += "; the printed shares of the area add up to " + hundredths(sum);
    return reason;
}

}  // namespace

void list_age_profile(std::string& out, const Published& published, const std::vector<ExampleRow>& rows,
                      const std::vector<PopulationTally>& tallies) {
    std::vector<std::size_t> bands_seen(tallies.size(), 0);
    for (const PublishedShare& share : published.age_profile) {
        const auto population = population_of_area(share.profile, share.area);
        if (!population) continue;
        const std::size_t band = bands_seen[*population]++;
        const PopulationTally& people = tallies[*population];
        if (people.people == 0 || band >= age_bands) continue;
        const std::int64_t example = rounded_share(people.by_age[band], people.people);
        const std::string table = "Age profile, " + share.profile;
        if (!share.share.open()) {
            append_share(
                out, table, share, example,
                "no share is published; the people not over 55 have the pooled ages of the table's other sciences");
        } else if (example != share.share.value) {
            const bool drawn = rests_on_draws(rows, *population, Measure::over_55);
            append_share(out, table, share, example, age_reason(published, *population, band, people, drawn));
        }
    }
}

void list_skill_mix(std::string& out, const Published& published, const std::vector<ExampleRow>& rows,
                    const std::vector<PopulationTally>& tallies) {
    for (const PublishedShare& share : published.skill_mix) {
        const auto population = population_of_area("", share.area);
        const auto* group =
            std::ranges::find_if(mix_groups, [&](const MixGroup& one) { return one.printed == share.band; });
        if (!population || group == mix_groups.end() || !share.share.open()) continue;
        const PopulationTally& people = tallies[*population];
        if (people.people == 0) continue;
        const std::int64_t part = people.by_mix_group[static_cast<std::size_t>(group - mix_groups.begin())];
        const std::int64_t example = rounded_share(part, people.people);
        if (example != share.share.value)
            append_share(out, "Skill mix", share, example, mix_reason(published, rows, *population));
    }
}

}  // namespace quarterdeck::example
