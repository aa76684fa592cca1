#include <algorithm>
#include <tuple>

#include "published_check/checks.h"

namespace quarterdeck::published_check {

Findings check(const std::filesystem::path& directory) {
    const std::vector<Table> tables = read_tables(directory);
    Findings findings;
    check_staff_tables(tables, findings);
    for (const Table& table : tables) {
        check_totals(table, findings);
        check_shares(table, findings);
        check_cells(table, findings);
        check_series(table, findings);
        check_labels(table, findings);
    }
    check_growth(tables, findings);
    check_declared(directory, tables, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& left, const Finding& right) {
        return std::tie(left.place.file, left.place.line, left.rule) <
               std::tie(right.place.file, right.place.line, right.rule);
    });
    return findings;
}

}  // namespace quarterdeck::published_check
