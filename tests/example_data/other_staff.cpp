#include "other_staff.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "age_profile.h"
#include "apportion.h"
#include "fte.h"
#include "population.h"
#include "row_people.h"

namespace quarterdeck::example {

namespace {

/// How many people, and of a hundred how many are men.
struct Outside {
    Work work;
    std::string_view band_group;
    std::int64_t people;
    std::uint32_t men_percent;
    std::array<std::int64_t, age_bands> age_weights;
};

constexpr std::array<std::int64_t, age_bands> usual_ages{8, 26, 25, 24, 17};
constexpr std::array<std::int64_t, age_bands> senior_ages{0, 8, 36, 36, 20};
constexpr std::array<std::int64_t, age_bands> training_ages{2, 80, 17, 1, 0};

constexpr std::array outside{
    Outside{Work::nursing, "Band 5-6", 2100, 10, usual_ages},
    Outside{Work::nursing, "Band 7/8a/8b", 500, 10, senior_ages},
    Outside{Work::nursing_support, "Band 2-4", 1200, 17, usual_ages},
    Outside{Work::clerical, "Band 2-4", 1400, 18, usual_ages},
    Outside{Work::estates, "Band 2-4", 500, 55, usual_ages},
    Outside{Work::other_doctor, "Consultant", 300, 60, senior_ages},
    Outside{Work::other_doctor, "Specialty Registrar", 250, 48, training_ages},
    Outside{Work::other_doctor, "Other", 120, 55, senior_ages},
    Outside{Work::science, "Band 2-4", 40, 40, usual_ages},
    Outside{Work::science, "Band 5-6", 60, 35, usual_ages},
    Outside{Work::science, "Band 7/8a/8b", 40, 40, senior_ages},
};

constexpr std::int64_t fte_hundredths_per_head = 88;

void set_age_bands(People& people, const Jobs& jobs, const Outside& staff, Draw& draw) {
    const auto by_band = apportion(staff.people, staff.age_weights);
    std::vector<Ageing> open;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (i < static_cast<std::size_t>(by_band.back())) {
            people[i].youngest = age_band[age_bands - 1].youngest;
            people[i].oldest = age_band[age_bands - 1].oldest;
        } else {
            const Job& job = jobs[people[i].first.job];
            open.push_back({&people[i], rank_of(job), youngest_in(job)});
        }
    }
    AgeCounts counts{};
    std::ranges::copy(by_band, counts.begin());
    assign_ages(open, counts, draw);
}

Standing draw_uncounted(bool doctor, Draw& draw) {
    const std::uint32_t point = draw.below(100);
    if (point < 35) return Standing::maternity;
    if (point < 60) return Standing::career_break;
    if (point < 70) return Standing::not_worked;
    if (point < 75) return Standing::suspended;
    return doctor ? Standing::honorary : Standing::bank;
}

}  // namespace

People outside_staff(Jobs& jobs, std::uint64_t seed) {
    People all;
    for (std::size_t i = 0; i < outside.size(); ++i) {
        const Outside& staff = outside[i];
        Draw draw(seed, Purpose::outside, i);
        const std::size_t population = population_outside(staff.work);
        People people;
        for (const std::int32_t fte : share_out_fte(staff.people, staff.people * fte_hundredths_per_head, draw)) {
            Person person;
            person.gender = draw.chance(staff.men_percent, 100) ? Gender::male : Gender::female;
            person.first.job = jobs.draw(population, std::string(staff.band_group), draw);
            person.first.fte = fte;
            person.first.contract = draw_contract(jobs[person.first.job], draw);
            people.push_back(person);
        }
        set_age_bands(people, jobs, staff, draw);
        all.insert(all.end(), people.begin(), people.end());
    }
    return all;
}

People uncounted_staff(const People& people, const Jobs& jobs, std::uint64_t seed) {
    Draw draw(seed, Purpose::outside, outside.size());
    People uncounted;
    for (const Person& like : people) {
        if (!draw.chance(3, 100)) continue;
        Person person = like;
        person.exact_birth = 0;
        person.two_posts = false;
        person.gender = draw.chance(30, 100) ? Gender::male : Gender::female;
        person.first.standing = draw_uncounted(jobs[person.first.job].doctor, draw);
        if (person.first.standing >= Standing::bank) person.first.fte = 0;
        uncounted.push_back(person);
    }
    return uncounted;
}

}  // namespace quarterdeck::example
