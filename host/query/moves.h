#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "quarterdeck/query.h"
#include "query/bits.h"
#include "query/staff_records.h"
#include "query/staff_source.h"

namespace quarterdeck::query {

/// The people of two dates, each with the posts held then and now. People who look the same to all rules, and whose
/// hours changed in the same direction, make one profile; people with several posts at a date have one each.
/// A *slot* is what a profile holds in one entry (of the records of its date).
class Moves {
public:
    /// Both snapshots have their trails, both records know the entries of rows; both must outlive this.
    Moves(const StaffRecords& then, const StaffRecords& now);

    explicit Moves(MoveProfiles profiles);

    static constexpr std::size_t kinds = static_cast<std::size_t>(Movement::fewer_hours) + 1;

    /// Somebody's part in a row: people, FTE (1/100,000), and the slots that make it up: of the earlier date for those
    /// who went, else of the later one.
    struct Part {
        std::int64_t people = 0;
        std::int64_t fte = 0;
        std::vector<std::uint32_t> slots;
    };

    /// The parts of a row, by movement; given the entries of both dates that fit the row.
    std::array<Part, kinds> parts(const Bits& then, const Bits& now) const;

    /// The slot of each row of the date that the people of a movement are counted at.
    const std::vector<std::uint32_t>& slot_of_row(Movement movement) const {
        return went(movement) ? then_.of_row : now_.of_row;
    }

private:
    using Elsewhere = MoveProfiles::Elsewhere;

    struct Side {
        std::vector<std::uint32_t> starts{0};  ///< of each profile's slots
        std::vector<std::uint32_t> entries;
        std::vector<std::int64_t> fte;
        std::vector<char> kept;  ///< the person holds the assignment at the other date too
        std::vector<std::uint32_t> of_row;
    };

    /// What of a side's slots of one profile fits a row.
    struct Fitting {
        bool any = false;
        bool kept = false;
        std::int64_t fte = 0;
    };

    friend class MovesBuilder;

    static Fitting fitting(const Side& side, std::size_t profile, const Bits& entries);
    Movement came_by(std::size_t profile, const Fitting& now) const;
    Movement went_by(std::size_t profile, const Fitting& then) const;
    bool has_slots(const Side& side, std::size_t profile) const {
        return side.starts[profile] != side.starts[profile + 1];
    }

    Side then_;
    Side now_;
    std::vector<std::int64_t> people_;  ///< of each profile
    std::vector<Elsewhere> elsewhere_;  ///< of each profile
};

}  // namespace quarterdeck::query
