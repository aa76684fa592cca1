#include "employment.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "organisations.h"
#include "population.h"

namespace quarterdeck::example {

namespace {

using namespace std::chrono;

constexpr Day day_of(year_month_day date) {
    return static_cast<Day>(sys_days(date).time_since_epoch().count());
}

static_assert(day_of(2023y / March / 31) == snapshot_day);
static_assert(day_of(2022y / March / 31) == earlier_day);
static_assert(day_of(year(4712) / December / 31) == open_end);

/// The last birthday that makes somebody so many years old at the snapshot date, by age; the last entry only closes the
/// range of the oldest.
constexpr auto latest_births = [] {
    std::array<Day, age_band[age_bands - 1].oldest + 2> days{};
    for (std::size_t age = 0; age < days.size(); ++age)
        days[age] = day_of((2023y - years(static_cast<int>(age))) / March / 31);
    return days;
}();

constexpr Day longest_service = 30 * 365;
constexpr Day longest_training = 6 * 365;
constexpr Day from_birth_to_work = 17 * 366;
constexpr Day from_birth_to_doctor = 24 * 365;

Day draw_start(const Job& job, Day birth, Day latest, Draw& draw) {
    const Day earliest = birth + (job.doctor ? from_birth_to_doctor : from_birth_to_work);
    const Day longest = job.training ? longest_training : longest_service;
    const Day span = std::clamp(latest - earliest, 1, longest);
    return latest - std::min(draw.between(0, span), draw.between(0, span));
}

Day draw_end(const Post& post, Draw& draw) {
    return post.contract == Contract::permanent ? open_end : snapshot_day + draw.between(30, 730);
}

std::size_t lead_employer_position() {
    const auto all = organisations();
    return static_cast<std::size_t>(std::ranges::find(all, lead_employer) - all.begin());
}

}  // namespace

Day draw_birth(const Person& person, Draw& draw) {
    if (person.exact_birth != 0) return person.exact_birth;
    std::int32_t age = draw.between(person.youngest, person.oldest);
    if (person.oldest == age_band[age_bands - 1].oldest)
        age = std::min(age, draw.between(person.youngest, person.oldest));
    const auto years = static_cast<std::size_t>(age);
    return draw.between(latest_births[years + 1] + 1, latest_births[years]);
}

Employment draw_first(const Person& person, const Job& job, Day birth, Day latest_start, Draw& draw) {
    Employment employment;
    const std::size_t organisation = draw_organisation(populations()[job.population].spread, draw);
    if (job.training && draw.chance(60, 100)) {
        employment.organisation = lead_employer_position();
        if (organisation != employment.organisation) employment.host = organisation;
    } else {
        employment.organisation = organisation;
    }
    employment.start = draw_start(job, birth, latest_start, draw);
    employment.end = draw_end(person.first, draw);
    return employment;
}

Employment draw_second(const Person& person, const Job& job, const Employment& first, Day latest_start, Draw& draw) {
    Employment employment;
    employment.organisation = first.organisation;
    constexpr int tries = 32;
    for (int i = 0; person.second_elsewhere && i < tries && employment.organisation == first.organisation; ++i)
        employment.organisation = draw_organisation(populations()[job.population].spread, draw);
    employment.start = draw.between(first.start, latest_start);
    employment.end = draw_end(person.second, draw);
    return employment;
}

}  // namespace quarterdeck::example
