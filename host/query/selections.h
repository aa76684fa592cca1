#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <boost/container_hash/hash.hpp>

#include "query/combinations.h"
#include "query/membership.h"
#include "query/staff_records.h"

namespace quarterdeck::query {

/// Collects the selections of one set of records at one date, and groups its people and posts by them.
class Selections {
public:
    /// The number of a selection, given by its entries in any order; a new one counts on from `next`.
    std::uint32_t number(std::vector<std::uint32_t> entries, std::uint32_t& next);

    /// The number of a selection that entries are too coarse for, given by slots; `slot_of_row` says which slot each
    /// row has, and must outlive this.
    std::uint32_t number(const std::vector<std::uint32_t>& slot_of_row, std::vector<std::uint32_t> slots,
                         std::uint32_t& next);

    /// Adds the groups of these records, as far as any selection holds them.
    void group(const StaffRecords& records, Membership& membership) const;

private:
    using Entries = std::vector<std::uint32_t>;
    using ByParts = std::unordered_map<Entries, std::uint32_t, boost::hash<Entries>>;

    /// Selections by slots of one kind.
    struct Slots {
        const std::vector<std::uint32_t>* of_row;
        ByParts numbers;
    };

    void group_entries(const Combinations& combinations, Membership& membership) const;
    void group_rows(const StaffRecords& records, Membership& membership) const;

    ByParts numbers_;
    std::vector<Slots> slots_;
};

}  // namespace quarterdeck::query
