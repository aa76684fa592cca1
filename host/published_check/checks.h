#pragma once

#include <filesystem>
#include <vector>

#include "published_check/rules.h"
#include "published_check/table.h"

namespace quarterdeck::published_check {

/// What staff tables tell as `audit` reads them: parts and wholes, totals, FTE, printed percentages and ratios; each
/// alone, then all together.
void check_staff_tables(const std::vector<Table>& tables, Findings& findings);

/// Totals of tables with one figure a row: the row called "Total" adds up those that differ from it only in that.
void check_totals(const Table& table, Findings& findings);

/// Shares and percentages that make 1 or 100 in most of their groups make it in all.
void check_shares(const Table& table, Findings& findings);

/// Texts, markers and dashes where figures stand.
void check_cells(const Table& table, Findings& findings);

/// Areas without values, and gaps in series.
void check_series(const Table& table, Findings& findings);

/// Students in years that a course doesn't have; age bands that overlap.
void check_labels(const Table& table, Findings& findings);

/// Columns such as `average_annual_growth_17_22` against the staff in post of another table.
void check_growth(const std::vector<Table>& tables, Findings& findings);

/// What `relations.yaml` in the directory says of shares: which counts they are made from. Throws `Refusal` when the
/// file is there and can't be followed.
void check_declared(const std::filesystem::path& directory, const std::vector<Table>& tables, Findings& findings);

/// All of these, by file, line and rule.
Findings check(const std::filesystem::path& directory);

}  // namespace quarterdeck::published_check
