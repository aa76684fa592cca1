#include "record_check/check.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace quarterdeck::record_check {
namespace {

/// The rule's finding in the words of its reason, as long as nothing more is known.
std::string what_of(Rule rule) {
    std::string what(about(rule).reason);
    if (what.ends_with('.')) what.pop_back();
    return what;
}

}  // namespace

void Found::add(Rule rule, const Record& record) {
    spots_[static_cast<std::size_t>(rule)].push_back({record.file, record.line});
}

void Found::add(Rule rule, validate::Place place, std::string what, std::uint64_t count) {
    found_[static_cast<std::size_t>(rule)].push_back({std::string(about(rule).id),
                                                      validate::Consequence::noted,
                                                      std::move(what),
                                                      std::string(about(rule).mend),
                                                      count,
                                                      {std::move(place)}});
}

validate::Findings Found::findings() && {
    validate::Findings all;
    for (std::size_t number = 0; number < rule_count; ++number) {
        const auto rule = static_cast<Rule>(number);
        for (validate::Finding& finding : found_[number]) all.push_back(std::move(finding));
        std::vector<Spot>& spots = spots_[number];
        if (spots.empty()) continue;
        std::sort(spots.begin(), spots.end(), [](const Spot& left, const Spot& right) {
            return std::tie(left.file, left.line) < std::tie(right.file, right.line);
        });
        validate::Finding finding{std::string(about(rule).id),
                                  validate::Consequence::noted,
                                  what_of(rule),
                                  std::string(about(rule).mend),
                                  spots.size(),
                                  {}};
        for (std::size_t i = 0; i < std::min(spots.size(), places_); ++i)
            finding.places.push_back(records_.place(spots[i].file, spots[i].line, column_of(rule)));
        all.push_back(std::move(finding));
    }
    return all;
}

validate::Findings check(const std::filesystem::path& directory, extract::Advance* advance, std::size_t places) {
    const Records records = read_records(directory, advance);
    if (advance != nullptr) advance->begin(0);
    Found found(records, places);
    check_rows(records, found);
    check_people(records, found);
    const Snapshots snapshots = snapshots_of(records);
    check_snapshots(snapshots, found);
    check_establishment(records, snapshots, found);
    return std::move(found).findings();
}

}  // namespace quarterdeck::record_check
