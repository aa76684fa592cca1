#pragma once

#include <string>
#include <vector>

#include "workbook_check/workbook.h"

namespace quarterdeck::workbook_check {

/// Where a workbook departs from the guidance, and what to do.
struct Departure {
    std::string rule;   ///< "no-merged-cells"
    std::string sheet;  ///< empty: the workbook as a whole
    std::string cell;   ///< "C7"; empty: the sheet as a whole
    std::string what;   ///< the rest of a sentence: "is blank within a table"
    std::string mend;   ///< a sentence
};

/// Holds a workbook against "Releasing statistics in spreadsheets" of the UK Government Analysis Function (as of
/// 2024), as far as a program can judge. By sheet and rule; of one rule in one sheet at most ten cells are named.
std::vector<Departure> departures(const Workbook& workbook);

}  // namespace quarterdeck::workbook_check
