#include "second_posts.h"

#include <string>

#include "population.h"

namespace quarterdeck::example {

namespace {

constexpr std::uint32_t two_posts_percent = 3;
constexpr std::uint32_t elsewhere_percent = 40;
constexpr std::int32_t smallest_split = whole_fte / 2;

bool gets_second_post(Person& person, const Job& job, Draw& draw) {
    person.two_posts = draw.chance(two_posts_percent, 100) && !job.training && counted(person.first.standing);
    if (!person.two_posts) return false;
    person.second_elsewhere = draw.chance(elsewhere_percent, 100);
    person.second = person.first;
    return true;
}

void split(Person& person) {
    person.second.fte = person.first.fte * 2 / 5;
    person.first.fte -= person.second.fte;
}

void leave_uncounted(Person& person, const Job& job, Draw& draw) {
    const std::uint32_t point = draw.below(100);
    if (point < 60) {
        person.second.standing = job.doctor ? Standing::honorary : Standing::bank;
        person.second.fte = 0;
    } else {
        person.second.standing = point < 80 ? Standing::not_worked : Standing::suspended;
        person.second.fte = whole_fte / 5;
    }
}

}  // namespace

void give_second_posts(People& people, Jobs& jobs, std::uint64_t seed) {
    Draw draw(seed, Purpose::second_posts);
    const std::size_t outside = population_outside(Work::nursing_support);
    for (Person& person : people) {
        const Job job = jobs[person.first.job];
        if (!gets_second_post(person, job, draw)) continue;
        const std::uint32_t kind = draw.below(100);
        if (kind < 45 && person.first.fte >= smallest_split) {
            person.second.job = jobs.draw(job.population, job.band_group, draw);
            split(person);
        } else if (kind < 65 && !job.doctor) {
            person.second.job = jobs.draw(outside, "Band 2-4", draw);
            person.second.fte = whole_fte / 5;
        } else {
            leave_uncounted(person, job, draw);
        }
    }
}

SecondPosts::SecondPosts(const People& people, const Jobs& jobs) : jobs_(jobs), jobs_by_table_(populations().size()) {
    for (std::size_t i = 0; i < populations().size(); ++i) {
        std::size_t first = 0;
        while (populations()[first].table != populations()[i].table) ++first;
        table_of_.push_back(first);
    }
    outside_ = table_of_[population_outside(Work::nursing)];
    for (const Person& person : people)
        jobs_by_table_[table_of_[jobs[person.first.job].population]].push_back(person.first.job);
}

std::uint32_t SecondPosts::other_job(const Job& job, Draw& draw) const {
    constexpr std::uint32_t same_table_percent = 65;
    const auto& choices = jobs_by_table_[draw.chance(same_table_percent, 100) ? table_of_[job.population] : outside_];
    return choices[draw.below(static_cast<std::uint32_t>(choices.size()))];
}

void SecondPosts::draw_for(Person& person, Draw& draw) const {
    const std::uint32_t own = person.first.job;
    const Job& job = jobs_[own];
    if (!gets_second_post(person, job, draw)) return;
    if (draw.chance(15, 100)) {
        leave_uncounted(person, job, draw);
        return;
    }
    const std::uint32_t other = other_job(job, draw);
    const bool fits = jobs_[other].doctor == job.doctor && !jobs_[other].training;
    person.second.job = fits ? other : own;
    if (person.first.fte >= smallest_split)
        split(person);
    else
        person.second.fte = whole_fte / 5;
}

}  // namespace quarterdeck::example
