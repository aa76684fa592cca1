#include "snapshot/people.h"

#include <algorithm>
#include <iterator>

namespace quarterdeck::snapshot {
namespace {

using Group = std::vector<std::uint32_t>;

/// The row that speaks for the person.
std::uint32_t leading_row(const NumberedRows& rows, const RowKeys& keys, const Group& group) {
    return *std::min_element(group.begin(), group.end(), [&](std::uint32_t left, std::uint32_t right) {
        const AssignmentRow& l = rows[left];
        const AssignmentRow& r = rows[right];
        if (l.is(AssignmentRow::primary) != r.is(AssignmentRow::primary)) return l.is(AssignmentRow::primary);
        if (l.fte != r.fte) return l.fte > r.fte;
        return keys.assignment(left) < keys.assignment(right);
    });
}

void settle(const NumberedRows& rows, const RowKeys& keys, const Group& group, SharedPeople& people) {
    const AssignmentRow& first = rows[group.front()];
    const bool agree = std::all_of(group.begin(), group.end(), [&](std::uint32_t row) {
        return rows[row].birth == first.birth && rows[row].gender == first.gender;
    });
    bool primary_before = false;
    for (const std::uint32_t row : group) {
        if (!rows[row].is(AssignmentRow::primary)) continue;
        if (primary_before) people.two_primaries.push_back(row);
        primary_before = true;
    }
    if (agree) return;
    const AssignmentRow leading = rows[leading_row(rows, keys, group)];
    for (const std::uint32_t number : group) {
        AssignmentRow& row = rows[number];
        if (row.birth != leading.birth && row.birth != 0 && leading.birth != 0) people.two_births.push_back(number);
        if (row.gender != leading.gender && row.gender != validate::Gender::unknown &&
            leading.gender != validate::Gender::unknown)
            people.two_genders.push_back(number);
        row.birth = leading.birth;
        row.gender = leading.gender;
    }
}

}  // namespace

SharedPeople settle_people(const NumberedRows& rows, const RowKeys& keys, const std::vector<Repeat>& repeats) {
    SharedPeople people;
    for (auto repeat = repeats.begin(); repeat != repeats.end();) {
        Group group{repeat->first};
        for (; repeat != repeats.end() && repeat->first == group.front(); ++repeat) group.push_back(repeat->row);
        Group counted;
        std::copy_if(group.begin(), group.end(), std::back_inserter(counted),
                     [&](std::uint32_t row) { return rows[row].is(AssignmentRow::counted); });
        if (counted.empty()) continue;
        settle(rows, keys, group, people);
        if (counted.size() > 1) people.counted.push_back(std::move(counted));
    }
    for (auto* found : {&people.two_births, &people.two_genders, &people.two_primaries})
        std::sort(found->begin(), found->end());
    return people;
}

}  // namespace quarterdeck::snapshot
