#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "validate/finding.h"
#include "validate/rules.h"

namespace quarterdeck::validate {

/// Where in a file a rule struck, before lines are counted.
struct Spot {
    std::size_t offset = 0;  ///< where the row begins
    std::string quote;       ///< the value, where it may be shown; else empty
};

/// How often each rule struck in one stretch of a file, and the first few spots of each, in file order.
class Tally {
public:
    void add(Rule rule, std::size_t offset, std::string_view quote = {}) {
        Entry& entry = entries_[static_cast<std::size_t>(rule)];
        if (entry.count++ < places_kept) entry.spots.push_back({offset, std::string(quote)});
    }

    /// Where it struck is of no interest any more.
    void count_again(Rule rule) { ++entries_[static_cast<std::size_t>(rule)].count; }

    std::uint64_t count(Rule rule) const { return entries_[static_cast<std::size_t>(rule)].count; }
    const std::vector<Spot>& spots(Rule rule) const { return entries_[static_cast<std::size_t>(rule)].spots; }

private:
    struct Entry {
        std::uint64_t count = 0;
        std::vector<Spot> spots;
    };
    std::array<Entry, rule_count> entries_;
};

/// A place with the value found there, where it may be shown.
struct Sighting {
    Place place;
    std::string quote;
};

/// What a rule says about all its rows. `first` are its first places.
Finding finding_of(Rule rule, std::uint64_t count, const std::vector<Sighting>& first);

}  // namespace quarterdeck::validate
