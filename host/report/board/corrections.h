#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/board/source.h"

namespace quarterdeck::report {

/// A return that a later one of the same quarter replaced.
struct CorrectionLine {
    std::string programme;
    Text programme_title;
    std::int64_t number = 0;  ///< of the register's entries
    std::int64_t replaced_by = 0;
    std::optional<Date> on;            ///< when the return that holds now was submitted; nothing: replaced again
    std::vector<std::string> entries;  ///< ids of what the later return says otherwise; "" is the programme as a whole

    bool operator==(const CorrectionLine&) const = default;
};

struct Corrections {
    returns::Quarter quarter;
    std::vector<CorrectionLine> lines;

    bool operator==(const Corrections&) const = default;
};

/// In the order in which they were entered.
Corrections corrections(const BoardSource& source);

}  // namespace quarterdeck::report
