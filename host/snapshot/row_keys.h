#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "snapshot/assignment_rows.h"

namespace quarterdeck::snapshot {

/// What tells people and assignments apart, read again from the files: rows themselves hold hashes only.
class RowKeys {
public:
    RowKeys(const std::vector<AssignmentFile>& files, const NumberedRows& rows) : files_(files), rows_(rows) {}

    /// Whether two rows belong to one person, whatever their dates.
    bool same_person(std::uint32_t left, std::uint32_t right) const;

    /// Whether two rows have one organisation and assignment number, whatever their dates.
    bool same_assignment(std::uint32_t left, std::uint32_t right) const;

    /// Whether two rows are of one date.
    bool same_date(std::uint32_t left, std::uint32_t right) const { return date_of(left) == date_of(right); }

    /// The row's start date; nothing where there is none that can be read.
    std::optional<Date> start(std::uint32_t row) const;

    /// Assignment number, then organisation: the order in which assignments of a person are ranked last.
    std::pair<std::string, std::string> assignment(std::uint32_t row) const;

private:
    class Cells;
    Date date_of(std::uint32_t row) const;

    const std::vector<AssignmentFile>& files_;
    const NumberedRows& rows_;
};

}  // namespace quarterdeck::snapshot
