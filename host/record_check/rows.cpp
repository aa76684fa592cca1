#include <map>
#include <string_view>
#include <tuple>

#include "record_check/check.h"
#include "record_check/lookup.h"

namespace quarterdeck::record_check {
namespace {

constexpr std::int32_t full_time = 100'000;

/// The rules that a code, a staff group and a band break together.
std::vector<Rule> broken_by(std::string_view code, std::string_view staff_group, std::string_view band) {
    std::vector<Rule> broken;
    if (!code.empty()) {
        switch (standing_of(code)) {
            case Standing::malformed: broken.push_back(Rule::code_malformed); break;
            case Standing::unknown: broken.push_back(Rule::code_unknown); break;
            case Standing::retired: broken.push_back(Rule::code_retired); break;
            case Standing::valid: break;
        }
        if (!fits_staff_group(code, staff_group)) broken.push_back(Rule::code_against_staff_group);
        if (!fits_band(code, band)) broken.push_back(Rule::code_against_band);
    }
    if (!band_fits_staff_group(band, staff_group)) broken.push_back(Rule::band_against_staff_group);
    return broken;
}

void check_dates(const Record& record, Found& found) {
    const bool ends = record.end > 0;
    if (ends && record.start > record.end) return found.add(Rule::ends_before_start, record);
    if (ends && record.end < record.date) found.add(Rule::ended_before_snapshot, record);
    if (record.start > record.date) found.add(Rule::starts_after_snapshot, record);
}

}  // namespace

void check_rows(const Records& records, Found& found) {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::vector<Rule>> known;
    std::map<std::uint32_t, bool> organisations;  // whether each is known
    for (const Record& record : records.rows) {
        const auto [at, is_new] = known.try_emplace({record.occupation_code, record.staff_group, record.pay_band});
        if (is_new)
            at->second = broken_by(records.texts[record.occupation_code], records.texts[record.staff_group],
                                   records.texts[record.pay_band]);
        for (const Rule rule : at->second) found.add(rule, record);
        const auto [organisation, new_one] = organisations.try_emplace(record.organisation);
        if (new_one) organisation->second = !organisation_name(records.texts[record.organisation]).empty();
        if (!organisation->second) found.add(Rule::organisation_unknown, record);
        if (record.fte > full_time) found.add(Rule::fte_over_one, record);
        check_dates(record, found);
    }
}

}  // namespace quarterdeck::record_check
