#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/dynamic_bitset.hpp>

#include "quarterdeck/query.h"
#include "query/membership.h"

namespace quarterdeck::disclosure {

using Groups = boost::dynamic_bitset<std::uint64_t>;

/// What cells are about: a row, or what a measure picks of a row. Two with the same posts are one only where they are
/// the same row and measure: that two lists happen to hold the same people isn't known to a reader.
class Extents {
public:
    explicit Extents(const query::Membership& membership);

    /// A row's whole, given by its selection and the rules that its posts fit.
    std::uint32_t row(std::uint32_t selection, const std::set<Field>& columns);

    /// What a measure picks of a row; `key` tells measures apart.
    std::uint32_t part(std::uint32_t row, std::uint32_t selection, const Measure& measure, const std::string& key);

    std::size_t size() const { return extents_.size(); }
    std::uint32_t selection(std::uint32_t extent) const { return extents_[extent].selection; }
    const Groups& people(std::uint32_t extent) const { return people_[extents_[extent].selection]; }
    const Groups& posts(std::uint32_t extent) const { return posts_[extents_[extent].selection]; }

    /// Whether a reader can tell that one lies within another: its posts do, and not by chance. Rows lie within rows
    /// where their posts do; for what a measure picks, the rules must speak of the same columns.
    bool inside(std::uint32_t inner, std::uint32_t outer) const;

    /// For each extent the first one that a reader can tell is the same, rows before what measures pick.
    std::vector<std::uint32_t> same() const;

private:
    struct Extent {
        std::uint32_t selection = 0;
        std::uint32_t row = 0;                                 ///< itself for a row
        std::set<Field> columns;                               ///< that some rule narrows
        std::set<Field> picked;                                ///< of these, by the measure
        std::pair<Movement, int> movement{Movement::none, 0};  ///< likewise, and the months that it spans
    };

    std::vector<Groups> people_;  ///< by selection
    std::vector<Groups> posts_;   ///< by selection
    std::vector<Extent> extents_;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> numbers_;
};

/// The stored columns that a rule narrows, whichever of its alternatives holds.
std::set<Field> narrowed_columns(const Rule& rule);

}  // namespace quarterdeck::disclosure
