#include "record.h"

#include <algorithm>
#include <string_view>

#include "published.h"

namespace quarterdeck::tests {
namespace {

bool fits(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern.front() == '*')
        return fits(pattern.substr(1), text) || (!text.empty() && fits(pattern, text.substr(1)));
    return !text.empty() && (pattern.front() == '?' || pattern.front() == text.front()) &&
           fits(pattern.substr(1), text.substr(1));
}

std::string band_group(const std::string& pay_band) {
    static const std::vector<CsvRow> bands = reference("pay_bands.csv");
    for (const CsvRow& row : bands)
        if (row.at("pay_band") == pay_band) return row.at("band_group");
    return "Unknown";
}

std::string value(const Record& record, Field field) {
    if (field == Field::band_group) return band_group(value(record, Field::pay_band));
    const auto found = record.find(field);
    return found == record.end() ? std::string() : found->second;
}

bool holds(const Condition& condition, const std::string& text) {
    const auto is_one = [&](const std::string& each) {
        return condition.test == Condition::Test::matches ? fits(each, text) : each == text;
    };
    const bool any = std::any_of(condition.values.begin(), condition.values.end(), is_one);
    return condition.test == Condition::Test::is_not ? !any : any;
}

}  // namespace

bool holds(const Rule& rule, const Record& record) {
    return std::any_of(rule.alternatives.begin(), rule.alternatives.end(), [&](const Rule::Alternative& alternative) {
        return std::all_of(alternative.begin(), alternative.end(), [&](const Condition& condition) {
            return holds(condition, value(record, condition.field));
        });
    });
}

std::vector<std::string> codes_fitting(const Condition& condition) {
    static const std::vector<CsvRow> codes = reference("occupation_codes.csv");
    std::vector<std::string> fitting;
    for (const CsvRow& row : codes)
        if (holds(condition, row.at("code"))) fitting.push_back(row.at("code"));
    return fitting;
}

}  // namespace quarterdeck::tests
