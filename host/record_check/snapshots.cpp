#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "record_check/check.h"
#include "record_check/snapshots.h"
#include "validate/values.h"

namespace quarterdeck::record_check {
namespace {

/// Everybody there once, by number.
void settle(People& people) {
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
}

bool contains(const People& people, std::uint32_t person) {
    return std::binary_search(people.begin(), people.end(), person);
}

int months(std::int32_t date) {
    return date / 10'000 * 12 + date / 100 % 100 - 1;
}

std::string iso(std::int32_t date) {
    return fmt::format("{:04}-{:02}-{:02}", date / 10'000, date / 100 % 100, date % 100);
}

std::size_t without(const People& people, const People& others) {
    return static_cast<std::size_t>(
        std::count_if(people.begin(), people.end(), [&](std::uint32_t person) { return !contains(others, person); }));
}

/// Snapshots stand at even distances of the smallest that there is; more than one distance is a gap.
void check_gaps(const Snapshots& snapshots, Found& found) {
    int smallest = 0;
    for (auto at = snapshots.begin(); at != snapshots.end() && std::next(at) != snapshots.end(); ++at) {
        const int apart = months(std::next(at)->first) - months(at->first);
        if (apart > 0 && (smallest == 0 || apart < smallest)) smallest = apart;
    }
    if (smallest == 0) return;
    for (auto at = snapshots.begin(); std::next(at) != snapshots.end(); ++at) {
        const auto next = std::next(at);
        const int apart = months(next->first) - months(at->first);
        if (apart <= smallest) continue;
        found.add(Rule::snapshot_missing, next->second.place,
                  fmt::format("there is no snapshot between {} and {}, where others are {} months apart",
                              iso(at->first), iso(next->first), smallest),
                  static_cast<std::uint64_t>(apart / smallest - 1));
    }
}

/// Whom an organisation lost and won, so that a reader sees whether people moved or rows are missing.
std::string explanation(const People& before, const People& now, const Snapshot& earlier, const Snapshot& later) {
    const std::size_t left = without(before, now);
    const std::size_t joined = without(now, before);
    std::size_t moved_out = 0;
    std::size_t moved_in = 0;
    for (const std::uint32_t person : before)
        if (!contains(now, person) && contains(later.people, person)) ++moved_out;
    for (const std::uint32_t person : now)
        if (!contains(before, person) && contains(earlier.people, person)) ++moved_in;
    return fmt::format("{} left, {} of them to other organisations; {} joined, {} of them from other organisations",
                       left, moved_out, joined, moved_in);
}

void check_organisation(const std::string& organisation, const Snapshot& earlier, const Snapshot& later,
                        std::int32_t date, Found& found) {
    constexpr std::size_t fewest = 10;
    constexpr std::size_t part = 5;
    const People& before = earlier.organisations.at(organisation);
    const auto at = later.organisations.find(organisation);
    validate::Place place = later.place;
    place.column = column_of(Rule::sudden_jump);
    if (at == later.organisations.end())
        return found.add(Rule::organisation_gone, std::move(place),
                         fmt::format("{} had {} people in the snapshot before and has none at {}", organisation,
                                     before.size(), iso(date)),
                         1);
    const std::size_t now = at->second.size();
    const std::size_t change = now > before.size() ? now - before.size() : before.size() - now;
    if (change < fewest || part * change < before.size()) return;
    found.add(Rule::sudden_jump, std::move(place),
              fmt::format("{} went from {} to {} people at {}: {}", organisation, before.size(), now, iso(date),
                          explanation(before, at->second, earlier, later)),
              1);
}

}  // namespace

Snapshots snapshots_of(const Records& records) {
    Snapshots snapshots;
    std::map<std::pair<std::int32_t, std::uint32_t>, People> organisations;
    for (const Record& record : records.rows) {
        People& people = organisations[{record.date, record.organisation}];
        people.push_back(record.person);
        if (people.size() == 1) {
            const auto [at, is_new] = snapshots.try_emplace(record.date);
            if (is_new) at->second.place = records.place(record, column_of(Rule::snapshot_missing));
        }
    }
    for (auto& [key, people] : organisations) {
        settle(people);
        Snapshot& snapshot = snapshots.at(key.first);
        snapshot.people.insert(snapshot.people.end(), people.begin(), people.end());
        snapshot.organisations[std::string(records.texts[key.second])] = std::move(people);
    }
    for (auto& [date, snapshot] : snapshots) settle(snapshot.people);
    return snapshots;
}

void check_snapshots(const Snapshots& snapshots, Found& found) {
    if (snapshots.size() < 2) return;
    check_gaps(snapshots, found);
    for (auto at = snapshots.begin(); std::next(at) != snapshots.end(); ++at)
        for (const auto& [organisation, people] : at->second.organisations)
            check_organisation(organisation, at->second, std::next(at)->second, std::next(at)->first, found);
}

void check_establishment(const Records& records, const Snapshots& snapshots, Found& found) {
    std::map<std::int32_t, std::map<std::string, validate::Place>> funded;
    for (const Funded& row : records.funded) funded[row.date].try_emplace(row.organisation, row.place);
    for (const auto& [date, organisations] : funded) {
        const auto snapshot = snapshots.find(date);
        if (snapshot == snapshots.end()) continue;
        for (const auto& [organisation, place] : organisations)
            if (!snapshot->second.organisations.contains(organisation))
                found.add(Rule::establishment_without_staff, place,
                          fmt::format("{} has funded establishment at {} and no staff", organisation, iso(date)), 1);
        for (const auto& [organisation, people] : snapshot->second.organisations)
            if (!organisations.contains(organisation))
                found.add(Rule::staff_without_establishment, organisations.begin()->second,
                          fmt::format("{} has {} people at {} and no funded establishment", organisation, people.size(),
                                      iso(date)),
                          1);
    }
}

}  // namespace quarterdeck::record_check
