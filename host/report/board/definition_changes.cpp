#include "report/board/definition_changes.h"

#include <algorithm>

namespace quarterdeck::report {
namespace {

using Kind = DefinitionLine::Kind;
using Change = returns::DefinitionChange::Kind;

/// Texts one after the other, as a reader would list them.
class Listed {
public:
    void add(const Text& text) {
        if (text.en.empty() && text.cy.empty()) return;
        all_.en += (all_.en.empty() ? "" : "; ") + text.en;
        all_.cy += (all_.cy.empty() ? "" : "; ") + text.cy;
    }
    const Text& all() const { return all_; }

private:
    Text all_;
};

Text indicators_of(const Action& entry) {
    Listed listed;
    for (const Indicator& one : entry.indicators) listed.add(one.title);
    return listed.all();
}

Text steps_of(const Action& entry) {
    Listed listed;
    for (const Text& step : entry.next_steps) listed.add(step);
    return listed.all();
}

/// The changes of one plan.
class Comparison {
public:
    Comparison(const returns::EarlierPlan& earlier, const Programme& programme, DefinitionChanges& changes)
        : earlier_(earlier),
          programme_(programme),
          now_{.programme = programme.id, .version = {}, .actions = programme.actions},
          changes_(changes) {}

    void add() {
        for (const returns::DefinitionChange& change : returns::changes(earlier_.definitions, now_)) {
            const Action* then = earlier_.definitions.find(change.id);
            const Action* now = now_.find(change.id);
            switch (change.kind) {
                case Change::added: add_line(change.id, Kind::added, {}, now->title); break;
                case Change::dropped: add_line(change.id, Kind::dropped, then->title, {}); break;
                case Change::reworded: add_reworded(*then, *now); break;
                case Change::moved_date:
                    add_line(change.id, Kind::due, {then->due, then->due}, {now->due, now->due});
                    break;
                case Change::changed: add_line(change.id, Kind::other, then->title, now->title); break;
            }
        }
    }

private:
    void add_line(const std::string& id, Kind kind, const Text& before, const Text& after) {
        changes_.lines.push_back({programme_.title, earlier_.quarter, id, kind, before, after});
    }

    /// Of lists whose words are the same something else in them changed, such as the metric of an indicator.
    void add_reworded(const Action& then, const Action& now) {
        const auto compare = [&](Kind kind, const Text& before, const Text& after) {
            if (before != after) add_line(now.id, kind, before, after);
        };
        compare(Kind::title, then.title, now.title);
        compare(Kind::benefit, then.benefit, now.benefit);
        compare(Kind::measure, then.measure, now.measure);
        if (then.indicators != now.indicators)
            add_line(now.id, Kind::indicators, indicators_of(then), indicators_of(now));
        compare(Kind::next_steps, steps_of(then), steps_of(now));
    }

    const returns::EarlierPlan& earlier_;
    const Programme& programme_;
    returns::Definitions now_;
    DefinitionChanges& changes_;
};

}  // namespace

DefinitionChanges definition_changes(const BoardSource& source) {
    DefinitionChanges changes;
    for (const Programme* programme : source.programmes)
        for (const returns::EarlierPlan& earlier : source.reported.earlier_plans)
            if (earlier.definitions.programme == programme->id) Comparison(earlier, *programme, changes).add();
    return changes;
}

}  // namespace quarterdeck::report
