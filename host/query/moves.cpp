#include "query/moves.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "query/key_numbers.h"

namespace quarterdeck::query {
namespace {

/// The rows of each person at a date.
class RowsOfPeople {
public:
    RowsOfPeople(const std::vector<std::uint32_t>& person_of_row, std::size_t people)
        : starts_(people + 1), rows_(person_of_row.size()) {
        for (const std::uint32_t person : person_of_row) ++starts_[person + 1];
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        std::vector<std::uint32_t> next = starts_;
        for (std::uint32_t row = 0; row < rows_.size(); ++row) rows_[next[person_of_row[row]]++] = row;
    }

    std::span<const std::uint32_t> of(std::size_t person) const {
        return {rows_.data() + starts_[person], rows_.data() + starts_[person + 1]};
    }

private:
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> rows_;
};

}  // namespace

class MovesBuilder {
public:
    MovesBuilder(Moves& moves, const StaffRecords& then, const StaffRecords& now)
        : moves_(moves),
          then_(then),
          now_(now),
          people_(std::max(then.snapshot().trail.starts.size(), now.snapshot().trail.starts.size())),
          rows_then_(then.snapshot().trail.people, people_),
          rows_now_(now.snapshot().trail.people, people_),
          simple_(2, 0) {
        moves_.then_.of_row.resize(then.snapshot().rows());
        moves_.now_.of_row.resize(now.snapshot().rows());
    }

    void build() {
        for (std::size_t person = 0; person < people_; ++person) {
            const Rows then = rows_then_.of(person);
            const Rows now = rows_now_.of(person);
            if (then.empty() && now.empty()) continue;
            if (then.size() <= 1 && now.size() <= 1)
                add_simple(person, then, now);
            else
                add_alone(person, then, now);
        }
    }

private:
    using Rows = std::span<const std::uint32_t>;

    /// Somebody with at most one post at each date joins those who look the same.
    void add_simple(std::size_t person, Rows then, Rows now) {
        const auto entry = [](const StaffRecords& records, Rows rows) -> std::uint64_t {
            return rows.empty() ? 0 : records.combinations().of_row[rows.front()] + 1;
        };
        const Moves::Elsewhere elsewhere = elsewhere_of(person, then, now);
        std::uint64_t state = static_cast<std::uint64_t>(elsewhere);
        if (!then.empty() && !now.empty()) {
            const std::int32_t before = then_.snapshot().fte[then.front()];
            const std::int32_t after = now_.snapshot().fte[now.front()];
            state = (before < after ? 4U : before > after ? 5U : 3U) + (same_assignment(then[0], now[0]) ? 3U : 0U);
        }
        const std::uint64_t key[2] = {entry(then_, then) << 32U | entry(now_, now), state};
        const std::uint32_t number = simple_.number(key);
        if (number == profile_of_.size()) profile_of_.push_back(add_profile(elsewhere, then, now));
        const std::uint32_t profile = profile_of_[number];
        ++moves_.people_[profile];
        add_amounts(profile, then, now);
    }

    void add_alone(std::size_t person, Rows then, Rows now) {
        const std::uint32_t profile = add_profile(elsewhere_of(person, then, now), then, now);
        ++moves_.people_[profile];
        add_amounts(profile, then, now);
    }

    std::uint32_t add_profile(Moves::Elsewhere elsewhere, Rows then, Rows now) {
        const auto profile = static_cast<std::uint32_t>(moves_.people_.size());
        moves_.people_.push_back(0);
        moves_.elsewhere_.push_back(elsewhere);
        add_slots(moves_.then_, then_, then, now_, now);
        add_slots(moves_.now_, now_, now, then_, then);
        return profile;
    }

    static void add_slots(Moves::Side& side, const StaffRecords& records, Rows rows, const StaffRecords& others,
                          Rows other_rows) {
        for (const std::uint32_t row : rows) {
            const std::uint32_t entry = records.combinations().of_row[row];
            const char kept = held(others, other_rows, records.snapshot().trail.assignments[row]) ? 1 : 0;
            std::size_t slot = side.starts.back();
            while (slot < side.entries.size() && (side.entries[slot] != entry || side.kept[slot] != kept)) ++slot;
            if (slot < side.entries.size()) continue;
            side.entries.push_back(entry);
            side.kept.push_back(kept);
            side.fte.push_back(0);
        }
        side.starts.push_back(static_cast<std::uint32_t>(side.entries.size()));
    }

    void add_amounts(std::uint32_t profile, Rows then, Rows now) {
        add_amounts(moves_.then_, profile, then_, then, now_, now);
        add_amounts(moves_.now_, profile, now_, now, then_, then);
    }

    static void add_amounts(Moves::Side& side, std::uint32_t profile, const StaffRecords& records, Rows rows,
                            const StaffRecords& others, Rows other_rows) {
        for (const std::uint32_t row : rows) {
            const std::uint32_t entry = records.combinations().of_row[row];
            std::uint32_t slot = side.starts[profile];
            if (side.starts[profile + 1] - slot > 1) {
                const char kept = held(others, other_rows, records.snapshot().trail.assignments[row]) ? 1 : 0;
                while (side.entries[slot] != entry || side.kept[slot] != kept) ++slot;
            }
            side.fte[slot] += records.snapshot().fte[row];
            side.of_row[row] = slot;
        }
    }

    static bool held(const StaffRecords& records, Rows rows, std::uint32_t assignment) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](std::uint32_t row) { return records.snapshot().trail.assignments[row] == assignment; });
    }

    bool same_assignment(std::uint32_t then, std::uint32_t now) const {
        return then_.snapshot().trail.assignments[then] == now_.snapshot().trail.assignments[now];
    }

    Moves::Elsewhere elsewhere_of(std::size_t person, Rows then, Rows now) const {
        if (!then.empty() && !now.empty()) return Moves::Elsewhere::nowhere;
        const snapshot::Snapshot& without = then.empty() ? then_.snapshot() : now_.snapshot();
        const auto& uncounted = without.trail.uncounted;
        if (std::binary_search(uncounted.begin(), uncounted.end(), static_cast<std::uint32_t>(person)))
            return Moves::Elsewhere::uncounted;
        const auto& starts = now_.snapshot().trail.starts;
        const bool employed = then.empty() && person < starts.size() && starts[person] <= then_.snapshot().date.days();
        return employed ? Moves::Elsewhere::employed : Moves::Elsewhere::nowhere;
    }

    Moves& moves_;
    const StaffRecords& then_;
    const StaffRecords& now_;
    std::size_t people_;
    RowsOfPeople rows_then_;
    RowsOfPeople rows_now_;
    KeyNumbers simple_;
    std::vector<std::uint32_t> profile_of_;  ///< by number in `simple_`
};

Moves::Moves(const StaffRecords& then, const StaffRecords& now) {
    MovesBuilder(*this, then, now).build();
}

Moves::Moves(MoveProfiles profiles) {
    const auto add = [](Side& side, const std::vector<MoveProfiles::Slot>& slots) {
        for (const MoveProfiles::Slot& slot : slots) {
            side.entries.push_back(slot.entry);
            side.fte.push_back(slot.fte);
            side.kept.push_back(slot.kept ? 1 : 0);
        }
        side.starts.push_back(static_cast<std::uint32_t>(side.entries.size()));
    };
    for (const MoveProfiles::Profile& profile : profiles.profiles) {
        people_.push_back(profile.people);
        elsewhere_.push_back(profile.elsewhere);
        add(then_, profile.then);
        add(now_, profile.now);
    }
    then_.of_row = std::move(profiles.then_of_row);
    now_.of_row = std::move(profiles.now_of_row);
}

Moves::Fitting Moves::fitting(const Side& side, std::size_t profile, const Bits& entries) {
    Fitting fitting;
    for (std::uint32_t slot = side.starts[profile]; slot < side.starts[profile + 1]; ++slot) {
        if (!entries.test(side.entries[slot])) continue;
        fitting.any = true;
        fitting.kept = fitting.kept || side.kept[slot] != 0;
        fitting.fte += side.fte[slot];
    }
    return fitting;
}

Movement Moves::came_by(std::size_t profile, const Fitting& now) const {
    if (now.kept) return Movement::recoded_in;
    if (has_slots(then_, profile)) return Movement::moved_in;
    switch (elsewhere_[profile]) {
        case Elsewhere::uncounted: return Movement::returned;
        case Elsewhere::employed: return Movement::corrected;
        case Elsewhere::nowhere: break;
    }
    return Movement::joined;
}

Movement Moves::went_by(std::size_t profile, const Fitting& then) const {
    if (then.kept) return Movement::recoded_out;
    if (has_slots(now_, profile)) return Movement::moved_out;
    return elsewhere_[profile] == Elsewhere::uncounted ? Movement::uncounted : Movement::left;
}

std::array<Moves::Part, Moves::kinds> Moves::parts(const Bits& then, const Bits& now) const {
    std::array<Part, kinds> parts;
    const auto add = [&](Movement movement, std::size_t profile, std::int64_t fte) {
        Part& part = parts[static_cast<std::size_t>(movement)];
        part.people += people_[profile];
        part.fte += fte;
        const Side& side = went(movement) ? then_ : now_;
        const Bits& entries = went(movement) ? then : now;
        for (std::uint32_t slot = side.starts[profile]; slot < side.starts[profile + 1]; ++slot)
            if (entries.test(side.entries[slot])) part.slots.push_back(slot);
    };
    for (std::size_t profile = 0; profile < people_.size(); ++profile) {
        const Fitting before = fitting(then_, profile, then);
        const Fitting after = fitting(now_, profile, now);
        if (before.any && after.any) {
            add(Movement::stayed, profile, after.fte);
            if (after.fte > before.fte) add(Movement::more_hours, profile, after.fte - before.fte);
            if (after.fte < before.fte) add(Movement::fewer_hours, profile, before.fte - after.fte);
        } else if (after.any) {
            add(came_by(profile, after), profile, after.fte);
        } else if (before.any) {
            add(went_by(profile, before), profile, before.fte);
        }
    }
    return parts;
}

}  // namespace quarterdeck::query
