#include "query/staff_records.h"

#include <algorithm>
#include <numeric>

#include "query/condition.h"

namespace quarterdeck::query {

StaffRecords::StaffRecords(const snapshot::Snapshot& snapshot, const Demand& demand, const Tuning& tuning)
    : snapshot_(&snapshot),
      columns_(classify(snapshot, demand)),
      combinations_(scan(snapshot, columns_, demand.rows, tuning)) {
    list_holders();
}

StaffRecords::StaffRecords(Scanned scanned)
    : snapshot_(nullptr), columns_(std::move(scanned.columns)), combinations_(std::move(scanned.combinations)) {
    list_holders();
}

void StaffRecords::list_holders() {
    holders_.resize(combinations_.spread.members.size());
    holder_starts_.resize(combinations_.size() + 1);
    chosen_.resize(combinations_.size());
    const auto& [starts, members] = combinations_.spread;
    for (const std::uint32_t member : members) ++holder_starts_[member + 1];
    std::partial_sum(holder_starts_.begin(), holder_starts_.end(), holder_starts_.begin());
    std::vector<std::uint32_t> next = holder_starts_;
    for (std::uint32_t person = 0; person + 1 < starts.size(); ++person)
        for (std::uint32_t at = starts[person]; at < starts[person + 1]; ++at) holders_[next[members[at]]++] = person;
}

std::size_t StaffRecords::column_of(Field field) const {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const ColumnClasses& each) { return each.column == stored_column(field); });
    return static_cast<std::size_t>(found - columns_.begin());
}

Bits StaffRecords::fitting(const Condition& condition) const {
    const std::size_t column = column_of(condition.field);
    const auto& truth = columns_[column].truths.at(key_of(condition));
    const auto& classes = combinations_.classes[column];
    return Bits::where(size(), [&](std::size_t entry) { return truth[classes[entry]] != 0; });
}

Grouping StaffRecords::grouping(Field field) const {
    const std::size_t column = column_of(field);
    const auto& [values, of_class] = columns_[column].groupings.at(field);
    Grouping grouping{values, {}};
    grouping.of.reserve(size());
    for (const std::uint16_t number : combinations_.classes[column]) grouping.of.push_back(of_class[number]);
    return grouping;
}

Sums StaffRecords::sum(const std::vector<std::uint32_t>& entries) {
    Sums sums;
    for (const std::uint32_t entry : entries) {
        sums.posts += combinations_.posts[entry];
        sums.fte += combinations_.fte[entry];
        sums.people += combinations_.people[entry];
    }
    if (!holders_.empty()) sums.people += spread_people(entries);
    return sums;
}

/// Counts each person at the first of their combinations that is chosen, and not again at the others.
std::int64_t StaffRecords::spread_people(const std::vector<std::uint32_t>& entries) {
    const auto& [starts, members] = combinations_.spread;
    std::int64_t people = 0;
    for (const std::uint32_t entry : entries) chosen_[entry] = 1;
    for (const std::uint32_t entry : entries) {
        for (std::uint32_t at = holder_starts_[entry]; at < holder_starts_[entry + 1]; ++at) {
            std::uint32_t first = starts[holders_[at]];
            while (chosen_[members[first]] == 0) ++first;
            if (members[first] == entry) ++people;
        }
    }
    for (const std::uint32_t entry : entries) chosen_[entry] = 0;
    return people;
}

}  // namespace quarterdeck::query
