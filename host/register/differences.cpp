#include "register/differences.h"

#include <algorithm>

namespace quarterdeck::returns {

namespace {

const std::string& id_of(const Entry& entry) {
    return entry.action_id;
}

const std::string& id_of(const auto& item) {
    return item.id;
}

/// What is in one list only, or differs: in the order of `after`, then what was taken out.
template <class Item>
void compare(const std::vector<Item>& before, const std::vector<Item>& after, std::vector<std::string>& ids) {
    const auto note = [&](const Item& item, const std::vector<Item>& others) {
        if (std::find(others.begin(), others.end(), item) != others.end()) return;
        if (std::find(ids.begin(), ids.end(), id_of(item)) == ids.end()) ids.push_back(id_of(item));
    };
    for (const Item& item : after) note(item, before);
    for (const Item& item : before) note(item, after);
}

}  // namespace

std::vector<std::string> differences(const Return& before, const Return& after) {
    std::vector<std::string> ids;
    if (before.overview != after.overview) ids.emplace_back();
    compare(before.entries, after.entries, ids);
    compare(before.milestones, after.milestones, ids);
    compare(before.risks, after.risks, ids);
    compare(before.issues, after.issues, ids);
    compare(before.decisions, after.decisions, ids);
    compare(before.dependencies, after.dependencies, ids);
    compare(before.measurements, after.measurements, ids);
    compare(before.baseline_moves, after.baseline_moves, ids);
    return ids;
}

}  // namespace quarterdeck::returns
