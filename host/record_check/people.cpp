#include <algorithm>
#include <numeric>
#include <tuple>

#include "record_check/check.h"

namespace quarterdeck::record_check {
namespace {

constexpr std::int64_t most_in_all = 150'000;

using Rows = std::vector<const Record*>;

/// Calls `visit(first, last)` for each stretch of rows that `same` holds together.
template <class Same, class Visit>
void each_stretch(Rows::const_iterator from, Rows::const_iterator to, const Same& same, const Visit& visit) {
    for (auto first = from; first != to;) {
        const auto last = std::find_if(first, to, [&](const Record* row) { return !same(*first, row); });
        visit(first, last);
        first = last;
    }
}

/// The records that have a number there, those with the same one beside each other, by date.
Rows grouped(const Records& records, std::uint32_t Record::*by) {
    std::vector<std::uint32_t> starts(records.people.size() + 1);  // of the records of each number
    for (const Record& record : records.rows) ++starts[record.*by + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    const std::size_t without = starts[1];
    std::vector<std::uint32_t> next = starts;
    Rows rows(records.rows.size());
    for (const Record& record : records.rows) rows[next[record.*by]++] = &record;
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(without));
    for (std::size_t number = 1; number + 1 < starts.size(); ++number)
        std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(starts[number] - without),
                         rows.begin() + static_cast<std::ptrdiff_t>(starts[number + 1] - without),
                         [](const Record* left, const Record* right) { return left->date < right->date; });
    return rows;
}

/// The record that speaks for a person at a date: primary, else of the highest FTE.
const Record& leading(Rows::const_iterator first, Rows::const_iterator last) {
    return **std::min_element(first, last, [](const Record* left, const Record* right) {
        return std::make_tuple(!left->primary, -left->fte) < std::make_tuple(!right->primary, -right->fte);
    });
}

void check_date(Rows::const_iterator first, Rows::const_iterator last, Found& found) {
    const std::int64_t fte = std::accumulate(first, last, std::int64_t{0},
                                             [](std::int64_t sum, const Record* record) { return sum + record->fte; });
    if (fte > most_in_all) found.add(Rule::fte_over_one_and_a_half, leading(first, last));
    for (auto row = first; row != last; ++row)
        for (auto other = first; other != row; ++other) {
            const Record& one = **other;
            const Record& two = **row;
            if (one.primary && two.primary && one.organisation != two.organisation &&
                one.occupation_code == two.occupation_code && one.pay_band == two.pay_band && one.fte == two.fte)
                found.add(Rule::same_post_in_two_organisations, two);
        }
}

void check_time(const Record& before, const Record& now, Found& found) {
    if (before.birth != 0 && now.birth != 0 && before.birth != now.birth) found.add(Rule::other_birth_than_before, now);
    if (before.gender != validate::Gender::unknown && now.gender != validate::Gender::unknown &&
        before.gender != now.gender)
        found.add(Rule::other_gender_than_before, now);
}

void check_employees(const Records& records, Found& found) {
    Rows rows = grouped(records, &Record::employee);
    std::erase_if(rows, [](const Record* row) { return !row->national; });
    const auto same = [](const Record* left, const Record* right) {
        return left->employee == right->employee && left->date == right->date;
    };
    each_stretch(rows.begin(), rows.end(), same, [&](auto first, auto last) {
        for (auto row = first; row != last; ++row)
            if ((*row)->person != (*first)->person) found.add(Rule::employee_with_two_ids, **row);
    });
}

}  // namespace

void check_people(const Records& records, Found& found) {
    const Rows rows = grouped(records, &Record::person);
    const auto same_person = [](const Record* left, const Record* right) { return left->person == right->person; };
    const auto same_date = [](const Record* left, const Record* right) { return left->date == right->date; };
    each_stretch(rows.begin(), rows.end(), same_person, [&](auto first, auto last) {
        const Record* before = nullptr;
        each_stretch(first, last, same_date, [&](auto begin, auto end) {
            check_date(begin, end, found);
            const Record& now = leading(begin, end);
            if (before != nullptr) check_time(*before, now, found);
            before = &now;
        });
    });
    check_employees(records, found);
}

}  // namespace quarterdeck::record_check
