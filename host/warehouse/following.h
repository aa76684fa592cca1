#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/staff_source.h"
#include "warehouse/connection.h"

namespace quarterdeck::warehouse {

/// The combination of each key of a date.
using KeyedCombinations = std::unordered_map<std::string, std::uint32_t>;

/// What following needs to know of a date.
struct FollowedDate {
    std::string key;  ///< the key of a row's combination as one text, in SQL
    const KeyedCombinations* combinations = nullptr;
};

/// Follows people between dates in a warehouse. A *profile* says what alike people hold at two dates: it comes back as
/// a text of keys and whole numbers, with the number of people who have it. A *label* says what alike assignments of a
/// date are: their key, and the profiles of their people.
class Following {
public:
    /// Everything must outlive this.
    Following(Connection& connection, const std::string& table, const std::map<Date, FollowedDate>& dates)
        : connection_(connection), dialect_(connection.dialect()), table_(table), dates_(dates) {}

    query::Followed follow(const std::vector<Date>& earlier, Date now);

private:
    using Places = std::unordered_map<std::string, std::uint32_t>;

    /// The slots of a profile: where they stand among all slots of their date.
    struct ProfileSlots {
        Places then;
        Places now;
    };
    /// Two dates between which people are followed.
    struct Pair {
        Date then;
        Date now;
    };

    std::string people(const std::vector<Date>& dates) const;
    std::string slots(Date date, Date other) const;
    std::string profile(const Pair& pair) const;
    query::MoveProfiles profiles(const Pair& pair);
    std::vector<query::MoveProfiles::Slot> read_slots(std::string_view text, Date date, std::int64_t people,
                                                      std::int64_t fte, std::uint32_t& next, Places& places) const;
    std::string folded(Date date, const std::vector<Pair>& pairs) const;
    std::string label(Date date, const std::vector<Pair>& pairs) const;
    query::LikeRows rows(Date date, const std::vector<Pair>& pairs, query::Followed& followed);
    void add_shared(Date date, const std::vector<Pair>& pairs, const Places& row_of_label, query::LikeRows& rows);

    Connection& connection_;
    const Dialect& dialect_;
    const std::string& table_;
    const std::map<Date, FollowedDate>& dates_;
    std::map<Date, std::unordered_map<std::string, ProfileSlots>> slots_;  ///< by earlier date, by profile
};

}  // namespace quarterdeck::warehouse
