#pragma once

#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "quarterdeck/outlook/chance.h"
#include "quarterdeck/outlook/stock.h"

/// Supply: the staff of a group year by year. Whole people flow: the stock at the end of a year is that at its start,
/// less those who retire and leave, plus those who come from training and recruitment, exactly.
///
/// A year takes steps, in the order of `usual_steps()`; a plugin replaces a step, or adds one, and keeps the rest.
namespace quarterdeck::outlook {

/// The yearly rate of retirement from an age on, until the next step's.
struct Retirement {
    int from_age = 0;
    PerMillion rate = 0;
};

/// Rates of a year, each a share of those whom it concerns.
struct Rates {
    std::vector<Retirement> retirement;  ///< by age at the start of the year, ascending
    PerMillion leavers = 0;              ///< of those who don't retire
    PerMillion recruitment = 0;          ///< from other jobs, of the staff in post at the very start
    PerMillion overseas = 0;             ///< from other countries, of the staff in post at the very start
    PerMillion attrition = 0;            ///< students who leave their course, of those on it
    PerMillion take_up = 0;              ///< graduates who take a post in the group
    PerMillion qualified_take_up = 0;    ///< doctors who complete training and take a post in the group
};

/// Students who finish in the same summer.
struct Cohort {
    int finishes = 0;  ///< the year of the outlook in which they do, from 1
    std::int64_t students = 0;
};

/// The training that leads into a group.
struct Pipeline {
    std::vector<Cohort> students;          ///< on a course at the start
    std::int64_t places = 0;               ///< started in each later autumn
    int course_years = 3;                  ///< a course begun in a year's autumn finishes so many years later
    std::vector<std::int64_t> qualifying;  ///< doctors who complete training, year by year, in thousandths
    int graduate_age = 23;
    int qualified_age = 35;
    int recruit_age = 32;
};

/// What a group's outlook starts from.
struct GroupStart {
    Ages ages;
    Pipeline pipeline;
};

/// The flows of a year, in people.
struct Flows {
    std::int64_t start = 0;
    std::int64_t retired = 0;
    std::int64_t left = 0;
    std::int64_t graduates = 0;
    std::int64_t qualified = 0;
    std::int64_t recruited = 0;
    std::int64_t overseas = 0;
    std::int64_t end = 0;

    std::int64_t out() const { return retired + left; }
    std::int64_t in() const { return graduates + qualified + recruited + overseas; }

    bool operator==(const Flows&) const = default;
};

/// Where a group stands within a year.
struct GroupState {
    Ages ages;
    std::vector<Cohort> students;
    Pipeline pipeline;
    std::int64_t first_headcount = 0;
    int year = 1;
    Flows flows;  ///< of this year so far
};

struct Step {
    std::string id;
    std::function<void(GroupState&, const Rates&, Chance&)> take;
};

inline PerMillion retirement_at(const std::vector<Retirement>& steps, int age) {
    PerMillion rate = 0;
    for (const Retirement& step : steps)
        if (age >= step.from_age) rate = step.rate;
    return rate;
}

inline void retire(GroupState& state, const Rates& rates, Chance& chance) {
    for (int age = youngest; age <= oldest; ++age) {
        const PerMillion rate = retirement_at(rates.retirement, age);
        if (rate == 0) continue;
        const std::int64_t retired = chance.some_of(state.ages.at(age), rate, Event::retire);
        state.ages.at(age) -= retired;
        state.flows.retired += retired;
    }
}

inline void leave(GroupState& state, const Rates& rates, Chance& chance) {
    for (std::int64_t& people : state.ages.people) {
        const std::int64_t left = chance.some_of(people, rates.leavers, Event::leave);
        people -= left;
        state.flows.left += left;
    }
}

/// Those who stay are a year older at the end of the year.
inline void grow_older(GroupState& state, const Rates& /*rates*/, Chance& /*chance*/) {
    for (int age = oldest; age > youngest; --age) {
        const std::int64_t birthdays = state.ages.at(age - 1);
        state.ages.at(age) += birthdays;
        state.ages.at(age - 1) = 0;
    }
}

/// Students leave courses; the others of the year's cohort graduate, and some of them take a post.
inline void graduate(GroupState& state, const Rates& rates, Chance& chance) {
    const Pipeline& pipeline = state.pipeline;
    for (Cohort& cohort : state.students) {
        if (cohort.finishes < state.year) continue;
        cohort.students -= chance.some_of(cohort.students, rates.attrition, Event::drop_out);
        if (cohort.finishes > state.year) continue;
        const std::int64_t joined = chance.some_of(cohort.students, rates.take_up, Event::take_up);
        state.ages.at(pipeline.graduate_age) += joined;
        state.flows.graduates += joined;
    }
    if (pipeline.places > 0) state.students.push_back({state.year + pipeline.course_years, pipeline.places});
}

/// Doctors complete training, and some of them take a post.
inline void qualify(GroupState& state, const Rates& rates, Chance& chance) {
    const auto& qualifying = state.pipeline.qualifying;
    const auto year = static_cast<std::size_t>(state.year - 1);
    if (year >= qualifying.size()) return;
    const std::int64_t before =
        std::accumulate(qualifying.begin(), qualifying.begin() + (state.year - 1), std::int64_t{0});
    constexpr std::int64_t whole = 1'000;
    const std::int64_t finished = (before + qualifying[year]) / whole - before / whole;
    const std::int64_t joined = chance.some_of(finished, rates.qualified_take_up, Event::take_up);
    state.ages.at(state.pipeline.qualified_age) += joined;
    state.flows.qualified += joined;
}

inline void recruit(GroupState& state, const Rates& rates, Chance& chance) {
    state.flows.recruited += chance.some_of(state.first_headcount, rates.recruitment, Event::recruit);
    state.flows.overseas += chance.some_of(state.first_headcount, rates.overseas, Event::recruit_overseas);
    state.ages.at(state.pipeline.recruit_age) += state.flows.recruited + state.flows.overseas;
}

inline std::vector<Step> usual_steps() {
    return {{"retire", retire},     {"leave", leave},     {"grow_older", grow_older},
            {"graduate", graduate}, {"qualify", qualify}, {"recruit", recruit}};
}

/// The flows of each of `years` years, and everybody's ages at the end.
struct Course {
    std::vector<Flows> flows;
    std::vector<Ages> ages;  ///< at the end of each year
};

/// Throws std::logic_error when steps lose or invent people.
inline Course project(const GroupStart& start, const Rates& rates, int years, Chance& chance,
                      const std::vector<Step>& steps = usual_steps()) {
    GroupState state{start.ages, start.pipeline.students, start.pipeline, start.ages.total(), 1, {}};
    Course course;
    for (; state.year <= years; ++state.year) {
        state.flows = {.start = state.ages.total()};
        for (const Step& step : steps) step.take(state, rates, chance);
        state.flows.end = state.ages.total();
        if (state.flows.end != state.flows.start - state.flows.out() + state.flows.in())
            throw std::logic_error("A step of the outlook loses or invents people in year " +
                                   std::to_string(state.year) + ".");
        course.flows.push_back(state.flows);
        course.ages.push_back(state.ages);
    }
    return course;
}

}  // namespace quarterdeck::outlook
