#include "register/reported.h"

namespace quarterdeck::returns {

namespace {

std::optional<Entry> entry_of(const std::vector<Return>& returns, const std::string& programme,
                              const std::string& action_id) {
    for (const Return& one : returns) {
        if (one.programme != programme) continue;
        for (const Entry& entry : one.entries)
            if (entry.action_id == action_id) return entry;
    }
    return std::nullopt;
}

}  // namespace

ActionState Reported::state(const std::string& programme, const std::string& action_id) const {
    return {entry_of(now, programme, action_id), entry_of(before, programme, action_id)};
}

}  // namespace quarterdeck::returns
