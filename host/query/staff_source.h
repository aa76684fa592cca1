#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/column_classes.h"
#include "query/combinations.h"
#include "query/membership.h"
#include "snapshot/input.h"

namespace quarterdeck::query {

/// The counted assignments at one date, as a database counted them.
struct Scanned {
    std::vector<ColumnClasses> columns;
    Combinations combinations;  ///< in the order of their first rows, as `scan` gives them
};

/// Counted assignments at one date, put together where neither rules nor movements tell them apart: a *row* here stands
/// for all that look the same. In the order of their first assignments.
struct LikeRows {
    /// The rows that some people with several counted assignments have.
    struct Shared {
        std::vector<std::uint32_t> rows;
        std::int64_t people = 0;
    };

    std::vector<std::uint32_t> combinations;  ///< of each row
    std::vector<std::int64_t> posts;
    std::vector<std::int64_t> fte;    ///< 1/100,000
    std::vector<std::int64_t> alone;  ///< people who hold no other counted assignment
    std::vector<Shared> shared;       ///< in the order in which snapshots list such people
};

/// People of two dates as somebody else followed them, alike ones together.
struct MoveProfiles {
    /// Where somebody without a post at one of the dates was.
    enum class Elsewhere : std::uint8_t { nowhere, uncounted, employed };

    struct Slot {
        std::uint32_t entry = 0;
        bool kept = false;     ///< the person holds the assignment at the other date too
        std::int64_t fte = 0;  ///< of all people of the profile, 1/100,000
    };
    struct Profile {
        std::int64_t people = 0;
        Elsewhere elsewhere = Elsewhere::nowhere;
        std::vector<Slot> then;
        std::vector<Slot> now;
    };

    std::vector<Profile> profiles;
    /// The slot of each row of the earlier and of the later date; slots of a date are numbered through all profiles.
    std::vector<std::uint32_t> then_of_row;
    std::vector<std::uint32_t> now_of_row;
};

/// People followed from several earlier dates to one.
struct Followed {
    std::map<Date, LikeRows> rows;          ///< of all these dates
    std::map<Date, MoveProfiles> profiles;  ///< by the earlier date
};

/// Staff records that another program keeps and counts: a database. Nothing but counts comes back from it.
class StaffSource {
public:
    StaffSource() = default;
    StaffSource(const StaffSource&) = delete;
    StaffSource& operator=(const StaffSource&) = delete;
    virtual ~StaffSource() = default;

    /// What rules and groupings see of the records at a date. Throws `Refusal` where there are none, and when the
    /// database can't answer.
    virtual Scanned scan(Date date, const Demand& demand) = 0;

    /// Who moved since the earlier dates. Precondition: all dates were scanned; combinations are numbered as there.
    virtual Followed follow(const std::vector<Date>& earlier, Date now) = 0;
};

/// `evaluate` with membership, of staff records that a database counts; `input` holds everything else.
std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, StaffSource& staff,
                             Date as_at, Membership& membership);

}  // namespace quarterdeck::query
