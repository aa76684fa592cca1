#include "register/reported.h"

#include <algorithm>

namespace quarterdeck::returns {

const Return* Reported::find(const std::string& programme, std::size_t quarters_ago) const {
    if (quarters_ago >= quarters.size()) return nullptr;
    for (const Return& one : quarters[quarters_ago])
        if (one.programme == programme) return &one;
    return nullptr;
}

const KnownTranslation* Reported::translation(const std::string& programme, const std::string& source) const {
    const auto found = std::find_if(translations.begin(), translations.end(), [&](const KnownTranslation& one) {
        return one.programme == programme && one.source == source;
    });
    return found == translations.end() ? nullptr : &*found;
}

std::vector<std::optional<Entry>> Reported::history(const std::string& programme, const std::string& action_id) const {
    std::vector<std::optional<Entry>> history(quarters.size());
    for (std::size_t ago = 0; ago < quarters.size(); ++ago)
        if (const Return* content = find(programme, ago))
            for (const Entry& entry : content->entries)
                if (entry.action_id == action_id) history[ago] = entry;
    return history;
}

ActionState Reported::state(const std::string& programme, const std::string& action_id) const {
    std::vector<std::optional<Entry>> entries = history(programme, action_id);
    entries.resize(2);
    return {entries[0], entries[1]};
}

std::vector<SideView> Reported::views(const std::string& programme, const std::string& id) const {
    std::vector<SideView> views;
    if (quarters.empty()) return views;
    for (const Return& one : quarters.front())
        for (const Dependency& dependency : one.dependencies)
            if (dependency.programme == programme && dependency.id == id)
                views.insert(one.programme == programme ? views.begin() : views.end(), {one.programme, dependency});
    return views;
}

std::optional<Date> Reported::baseline(const std::string& programme, const Action& action) const {
    for (const MovedBaseline& moved : moves)
        if (moved.programme == programme && moved.move.id == action.id) return moved.move.to;
    return last_day_of(action.due);
}

}  // namespace quarterdeck::returns
