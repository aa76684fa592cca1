#include "common/plan.h"

#include <algorithm>
#include <utility>

#include "quarterdeck/actions_csv.h"
#include "strategic_actions.h"

namespace quarterdeck::programmes {
namespace {

/// Areas are letters ("P, I"), "All", or words that say that they aren't agreed yet.
bool concerns(const Action& action, std::string_view area) {
    const bool letters = std::all_of(action.areas.begin(), action.areas.end(), [](char c) {
        return std::string_view("PIEG, ").find(c) != std::string_view::npos;
    });
    return !letters || (!area.empty() && action.areas.find(area) != std::string::npos);
}

}  // namespace

std::vector<Action> plan(std::string_view area, std::initializer_list<std::string_view> own_entries) {
    std::vector<Action> entries;
    for (Action& action : read_actions(strategic_actions))
        if (concerns(action, area)) entries.push_back(std::move(action));
    for (const std::string_view text : own_entries)
        for (Action& action : read_actions(text)) entries.push_back(std::move(action));
    return entries;
}

}  // namespace quarterdeck::programmes
