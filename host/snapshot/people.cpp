#include "snapshot/people.h"

#include <algorithm>
#include <span>

#include "extract/parallel.h"

namespace quarterdeck::snapshot {
namespace {

using Group = std::vector<std::uint32_t>;

constexpr std::size_t repeats_a_part = 8'192;

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

/// Of some people; `repeats` are all of theirs.
SharedPeople settle_some(const NumberedRows& rows, const RowKeys& keys, std::span<const Repeat> repeats) {
    SharedPeople people;
    Group group;
    for (auto repeat = repeats.begin(); repeat != repeats.end();) {
        group.assign(1, repeat->first);
        for (; repeat != repeats.end() && repeat->first == group.front(); ++repeat) group.push_back(repeat->row);
        for (const std::uint32_t row : group)
            if (rows[row].is(AssignmentRow::counted)) people.counted.push_back(row);
        const std::size_t counted = people.counted.size() - people.starts.back();
        if (counted > 0) settle(rows, keys, group, people);
        if (counted > 1)
            people.starts.push_back(static_cast<std::uint32_t>(people.counted.size()));
        else
            people.counted.resize(people.starts.back());
    }
    return people;
}

void append(SharedPeople& people, const SharedPeople& some) {
    const auto before = static_cast<std::uint32_t>(people.counted.size());
    for (const std::uint32_t end : std::span(some.starts).subspan(1)) people.starts.push_back(before + end);
    for (const auto list :
         {&SharedPeople::counted, &SharedPeople::two_births, &SharedPeople::two_genders, &SharedPeople::two_primaries})
        (people.*list).insert((people.*list).end(), (some.*list).begin(), (some.*list).end());
}

/// Where the repeats are cut into parts, never between those of one row.
std::vector<std::size_t> cuts(const std::vector<Repeat>& repeats) {
    std::vector<std::size_t> cuts{0};
    for (std::size_t at = repeats_a_part; at < repeats.size(); at += repeats_a_part) {
        while (at < repeats.size() && repeats[at].first == repeats[at - 1].first) ++at;
        cuts.push_back(at);
    }
    if (cuts.back() != repeats.size()) cuts.push_back(repeats.size());
    return cuts;
}

}  // namespace

SharedPeople settle_people(const NumberedRows& rows, const RowKeys& keys, const std::vector<Repeat>& repeats,
                           std::size_t threads) {
    const std::vector<std::size_t> cut = cuts(repeats);
    std::vector<SharedPeople> parts(cut.size() - 1);
    extract::parallel(parts.size(), threads, [&](std::size_t part, std::size_t) {
        parts[part] = settle_some(rows, keys, std::span(repeats).subspan(cut[part], cut[part + 1] - cut[part]));
    });
    SharedPeople people;
    for (const SharedPeople& part : parts) append(people, part);
    for (auto* found : {&people.two_births, &people.two_genders, &people.two_primaries})
        std::sort(found->begin(), found->end());
    return people;
}

}  // namespace quarterdeck::snapshot
