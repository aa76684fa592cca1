#include "quarter.h"

namespace quarterdeck::testing {
namespace {

Text both(const std::string& text) {
    return {text, text + " (cy)"};
}

Action action(const std::string& id, Action::Kind kind, const std::string& due) {
    Action action{.id = id, .kind = kind, .title = both(id + " title")};
    action.theme = both("Planning ahead");
    action.due = due;
    return action;
}

}  // namespace

QuarterOfTwo::QuarterOfTwo() {
    imaging.id = "imaging";
    imaging.title = {"Imaging", "Delweddu"};
    pathology.id = "pathology";
    pathology.title = {"Pathology", "Patholeg"};
    imaging.actions = {action("A1", Action::Kind::action, "2023-24"),
                       action("M1", Action::Kind::milestone, "2022-23Q2"), action("M2", Action::Kind::milestone, ""),
                       action("R1", Action::Kind::risk, ""), action("I1", Action::Kind::interdependency, "")};
    imaging.actions[0].linked_id = "M1";
    imaging.actions[4].with = {"pathology", "Universities"};
    pathology.actions = {action("P1", Action::Kind::action, "")};
    reported.quarter = returns::Quarter::parse("2022-23Q4").value();
    reported.quarters.resize(4);
}

returns::Return& QuarterOfTwo::returned(const std::string& programme, std::size_t quarters_ago) {
    returns::Quarter quarter = reported.quarter;
    for (std::size_t i = 0; i < quarters_ago; ++i) quarter = quarter.previous();
    for (returns::Return& one : reported.quarters[quarters_ago])
        if (one.programme == programme) return one;
    return reported.quarters[quarters_ago].emplace_back(
        returns::Return{.programme = programme, .quarter = quarter, .submitted_on = {2023, 4, 12}, .entries = {}});
}

report::BoardSource QuarterOfTwo::source() const {
    return {.programmes = programmes, .reported = reported, .as_at = {2023, 3, 31}, .off = off, .figure = {}};
}

}  // namespace quarterdeck::testing
