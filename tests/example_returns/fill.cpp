#include "fill.h"

#include <algorithm>
#include <array>

#include "story.h"

namespace quarterdeck::example {
namespace {

using returns::Rating;
using returns::Return;
using returns::Status;

constexpr std::array<const char*, 5> doing{
    "Partners have agreed how the work is shared, and it is under way.",
    "A first draft was tried out in two organisations; their comments are being worked in.",
    "The group met twice and settled what comes first.",
    "Material is ready and waits for approval.",
    "Figures are being gathered from all organisations.",
};

constexpr std::array<const char*, 3> held_up{
    "Two organisations haven't named a lead yet; they are being reminded.",
    "The post that should do the work is vacant; cover is being looked for.",
    "Approval takes longer than planned; the next meeting will decide.",
};

bool is_second(const Return& story) {
    return story.quarter.text() == second_quarter;
}

template <class Items, class Id>
bool told(const Items& items, const Id& id) {
    return std::any_of(items.begin(), items.end(), [&](const auto& item) {
        if constexpr (requires { item.action_id; })
            return item.action_id == id;
        else
            return item.id == id;
    });
}

/// Whether work on an action begins after the quarter.
bool begins_later(const Action& action, const returns::Quarter& quarter) {
    const std::string& period = action.starts.empty() ? action.due : action.starts;
    return period.size() >= quarter.year().size() && period.substr(0, quarter.year().size()) > quarter.year();
}

/// `place` is the action's among its plan's. One in eleven is held up in the first quarter, one in nine in the second.
returns::Entry made_up(const Action& action, std::size_t place, const Return& story) {
    returns::Entry entry{.action_id = action.id, .forecast = returns::last_day_of(action.due)};
    if (begins_later(action, story.quarter)) {
        entry.narrative = "Work hasn't begun; the plan has it later.";
        return entry;
    }
    const bool second = is_second(story);
    const bool was_held_up = place % 11 == 4;
    const bool is_held_up = second ? place % 9 == 4 : was_held_up;
    entry.status = Status::in_progress;
    entry.percent_complete = static_cast<int>(15 + place * 17 % 60 + (second ? 10 + place * 7 % 15 : 0));
    entry.rating = is_held_up ? Rating::amber : Rating::green;
    entry.narrative =
        is_held_up ? held_up.at(place % held_up.size()) : doing.at((place + (second ? 2 : 0)) % doing.size());
    if (second && is_held_up != was_held_up)
        entry.rating_reason = is_held_up ? "It waits for others." : "What held it up is settled.";
    constexpr int nearly = 92;
    if (entry.percent_complete >= nearly) {
        entry.status = Status::complete;
        entry.percent_complete = 100;
        entry.rating = Rating::blue;
        entry.rating_reason = "The work is done.";
        entry.narrative = "Done, and handed to those who keep it going.";
    }
    return entry;
}

returns::Dependency view(const std::string& programme, const Action& entry, std::size_t place, const Return& story) {
    const bool own = programme == story.programme;
    const bool amber = (place + story.programme.size()) % 4 == 0;
    return {.programme = programme,
            .id = entry.id,
            .rating = amber ? Rating::amber : Rating::green,
            .view = amber ? (own ? "We wait for the other side to name who takes part."
                                 : "We need to know the dates first.")
                          : (own ? "Works well; next steps are agreed." : "We take part as agreed.")};
}

void add_dependencies(Return& story, const Programme& programme, const std::vector<const Programme*>& others) {
    std::size_t place = 0;
    for (const Action& entry : programme.actions)
        if (entry.kind == Action::Kind::interdependency || entry.kind == Action::Kind::resource_dependency)
            story.dependencies.push_back(view(programme.id, entry, place++, story));
    for (const Programme* other : others)
        for (const Action& entry : other->actions)
            if (other->id != programme.id &&
                std::find(entry.with.begin(), entry.with.end(), programme.id) != entry.with.end())
                story.dependencies.push_back(view(other->id, entry, place++, story));
}

}  // namespace

void fill(Return& story, const Programme& programme, const std::vector<const Programme*>& others) {
    std::size_t place = 0;
    for (const Action& action : programme.actions) {
        if (action.kind == Action::Kind::action && !told(story.entries, action.id))
            story.entries.push_back(made_up(action, place, story));
        if (action.kind == Action::Kind::milestone && !told(story.milestones, action.id))
            story.milestones.push_back({.id = action.id,
                                        .state = returns::Milestone::State::expected,
                                        .met_on = {},
                                        .forecast = returns::last_day_of(action.due),
                                        .narrative = "On course."});
        ++place;
    }
    add_dependencies(story, programme, others);
}

}  // namespace quarterdeck::example
