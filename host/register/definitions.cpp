#include "register/definitions.h"

#include <algorithm>

#include "extract/sha256.h"
#include "register/codec.h"

namespace quarterdeck::returns {

namespace {

/// What of a definition its readers take its meaning from.
bool same_words(const Action& one, const Action& other) {
    return one.title == other.title && one.benefit == other.benefit && one.measure == other.measure &&
           one.indicators == other.indicators && one.next_steps == other.next_steps;
}

/// Whether two definitions differ in nothing but words and date.
bool same_otherwise(Action one, const Action& other) {
    one.title = other.title;
    one.benefit = other.benefit;
    one.measure = other.measure;
    one.indicators = other.indicators;
    one.next_steps = other.next_steps;
    one.due = other.due;
    return one == other;
}

}  // namespace

std::string Definitions::sha256() const {
    return extract::sha256(message::text_of(actions));
}

const Action* Definitions::find(const std::string& id) const {
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const Action& one) { return one.id == id; });
    return found == actions.end() ? nullptr : &*found;
}

std::vector<DefinitionChange> changes(const Definitions& before, const Definitions& after) {
    using Kind = DefinitionChange::Kind;
    std::vector<DefinitionChange> changes;
    for (const Action& now : after.actions) {
        const Action* then = before.find(now.id);
        if (then == nullptr) {
            changes.push_back({Kind::added, now.id, "", now.title.en});
            continue;
        }
        if (!same_words(*then, now)) changes.push_back({Kind::reworded, now.id, then->title.en, now.title.en});
        if (then->due != now.due) changes.push_back({Kind::moved_date, now.id, then->due, now.due});
        if (!same_otherwise(*then, now)) changes.push_back({Kind::changed, now.id, then->title.en, now.title.en});
    }
    for (const Action& then : before.actions)
        if (after.find(then.id) == nullptr) changes.push_back({Kind::dropped, then.id, then.title.en, ""});
    return changes;
}

}  // namespace quarterdeck::returns
