#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "snapshot/assignment_rows.h"

namespace quarterdeck::snapshot {

/// What tells people and assignments apart, read again from the files where the hashes that rows hold don't tell.
class RowKeys {
public:
    RowKeys(const std::vector<AssignmentFile>& files, const NumberedRows& rows) : files_(files), rows_(rows) {}

    enum class At { one_date, any_date };  ///< whether keys tell dates apart as well

    /// What tells people apart, for rows whose numbers rise: one text, one person.
    std::vector<std::string> people(const std::vector<std::uint32_t>& rows, At at, std::size_t threads) const;

    /// Likewise assignments, by organisation and assignment number.
    std::vector<std::string> assignments(const std::vector<std::uint32_t>& rows, At at, std::size_t threads) const;

    /// The row's start date; nothing where there is none that can be read.
    std::optional<Date> start(std::uint32_t row) const;

    /// Assignment number, then organisation: the order in which assignments of a person are ranked last.
    std::pair<std::string, std::string> assignment(std::uint32_t row) const;

private:
    template <typename Tell>
    std::vector<std::string> texts(const std::vector<std::uint32_t>& rows, std::size_t threads, const Tell& tell) const;

    const std::vector<AssignmentFile>& files_;
    const NumberedRows& rows_;
};

}  // namespace quarterdeck::snapshot
