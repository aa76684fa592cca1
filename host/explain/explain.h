#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "explain/cell.h"
#include "explain/filters.h"
#include "explain/rows.h"
#include "extract/advance.h"
#include "quarterdeck/period.h"
#include "quarterdeck/table.h"

namespace quarterdeck::explain {

/// How one figure came about.
struct CountedFigure {
    Measure measure;
    Date date;                    ///< of the snapshot that is counted
    std::vector<Filter> filters;  ///< in their order
    std::vector<Left> left;       ///< before any filter and behind each
    RowsBehind rows;              ///< of the staff records; empty for other sources
    Figure figure;                ///< unprotected
    bool small = false;           ///< it rests on 1 to threshold − 1 people
};

/// A cell with all that it rests on. Unprotected: for the analyst's own eyes.
struct Explanation {
    Found table;
    std::vector<Label> labels;  ///< of the table
    Row row;
    std::vector<CountedFigure> counted;  ///< one for a measure; for a formula those that it is worked out from
    Figure figure;
};

/// Reads the data directory and explains one cell at a date. Throws `WrongUse` for a table, row or column that there
/// isn't, and `Refusal` as reading does.
Explanation explain(const std::vector<const Programme*>& programmes, const Wanted& wanted,
                    const std::filesystem::path& data, Date as_at, extract::Advance* advance);

}  // namespace quarterdeck::explain
