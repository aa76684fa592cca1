#pragma once

#include <set>
#include <string>
#include <vector>

#include "extract/table.h"

namespace quarterdeck::audit {

/// What the columns of published tables mean, and which of their rows are totals.
struct Structure {
    /// The whole is its parts, added up.
    struct Sum {
        std::string whole;
        std::vector<std::string> parts;
    };
    /// The part is at most the whole.
    struct Within {
        std::string part;
        std::string whole;
    };
    /// The column is `of` ÷ `over`, rounded to the printed places.
    struct Ratio {
        std::string column;
        std::string of;
        std::string over;
        bool percent = true;
    };

    std::string table;                    ///< the column that tells tables apart; empty: each file is one
    std::vector<std::string> labels;      ///< what a row is about
    std::set<std::string> totals;         ///< labels of rows that add up others: "Total"
    std::vector<std::string> counts;      ///< whole numbers
    std::vector<std::string> fte;         ///< full-time equivalents
    std::vector<std::string> below_zero;  ///< left out: some of their figures are, so hidden ones have no bound
    std::vector<Sum> sums;
    std::vector<Within> within;
    std::vector<Ratio> ratios;
};

/// What can be told from a file's columns: those of staff tables by their usual names (headcount, male, female, fte,
/// over_55, …_percent); in any other table every column of whole numbers counts, and one called "total" adds up the
/// others. No counts where the columns hold none. Beside columns with figures below zero, a sum is one where every row
/// whose figures are all printed adds up without them.
Structure recognise(const extract::Table& table);

}  // namespace quarterdeck::audit
