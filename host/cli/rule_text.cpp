#include "cli/rule_text.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "quarterdeck/message/names.h"

namespace quarterdeck::cli {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
    return text;
}

std::string_view test_text(Condition::Test test) {
    switch (test) {
        case Condition::Test::is: return "is";
        case Condition::Test::is_not: return "isn't";
        case Condition::Test::matches: return "is like";
    }
    return "";
}

std::string condition_text(const Condition& condition) {
    std::vector<std::string> values;
    for (const std::string& value : condition.values) values.push_back(value.empty() ? "empty" : value);
    return fmt::format("{} {} {}", field_name(condition.field), test_text(condition.test), joined(values, " or "));
}

template <class Enum>
std::string_view name(Enum value) {
    for (const auto& [known, text] : message::Names<Enum>::list)
        if (known == value) return text;
    return "";
}

std::string expression(const Formula& formula) {
    const std::string below =
        formula.mean_with.empty() ? formula.over : fmt::format("mean of {} and {}", formula.over, formula.mean_with);
    switch (formula.kind) {
        case Formula::Kind::ratio:
        case Formula::Kind::share: return fmt::format("{} ÷ {}", formula.of, below);
        case Formula::Kind::percentage: return fmt::format("100 × {} ÷ {}", formula.of, below);
        case Formula::Kind::difference: return fmt::format("{} − {}", formula.of, formula.over);
        case Formula::Kind::growth: return fmt::format("100 × ({0} − {1}) ÷ {1}", formula.of, formula.over);
        case Formula::Kind::compound_growth:
            return fmt::format("100 × (({} ÷ {})^(1 ÷ {}) − 1)", formula.of, formula.over, formula.years);
    }
    return "";
}

}  // namespace

std::string rule_text(const Rule& rule) {
    if (rule.alternatives.empty()) return "Nobody";
    std::vector<std::string> alternatives;
    for (const Rule::Alternative& alternative : rule.alternatives) {
        if (alternative.empty()) return "Everybody";
        std::vector<std::string> conditions;
        for (const Condition& condition : alternative) conditions.push_back(condition_text(condition));
        alternatives.push_back(joined(conditions, ", and "));
    }
    return joined(alternatives, "; or ");
}

std::string measure_text(const Measure& measure) {
    std::string text = fmt::format("{}: {} ({}", measure.id, measure.title.en, name(measure.count));
    if (measure.where != everyone()) text += ", where " + rule_text(measure.where);
    if (measure.movement != Movement::none)
        text += fmt::format(", {} since {} months before", name(measure.movement), measure.months_before);
    else if (measure.months_before != 0)
        text += fmt::format(", {} months before", measure.months_before);
    return text + ")";
}

std::string formula_text(const Formula& formula) {
    return fmt::format("{}: {} ({}, to {} {})", formula.id, formula.title.en, expression(formula), formula.places,
                       formula.places == 1 ? "place" : "places");
}

}  // namespace quarterdeck::cli
