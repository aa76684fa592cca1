#include "calibration_list.h"

#include <string>

#include "calibration_shares.h"
#include "calibration_totals.h"
#include "csv_text.h"

namespace quarterdeck::example {

namespace {

void list_row(std::string& out, const ExampleRow& row) {
    const std::string name = row.published.staff_group + ", " + row.published.band;
    for (std::size_t i = 0; i < measures; ++i) {
        const Cell& published = row.published.cells[i];
        if (!published.open() || published.value == row.values[i]) continue;
        std::string reason = "moves with suppressed cells of the row, which are drawn";
        for (const Contradiction& contradiction : row.contradictions)
            if (contradiction.cell == static_cast<Measure>(i))
                reason = "contradicts its row: " + contradiction.arithmetic + "; nearest possible value taken";
        append_csv(out, {row.published.table, name, measure_names[i], published.text,
                         figure_text(static_cast<Measure>(i), row.values[i]),
                         figure_text(static_cast<Measure>(i), row.values[i] - published.value), reason});
    }
}

}  // namespace

std::string calibration_list(const Published& published, const Base& base, const Jobs& jobs) {
    std::string out = "table,row,cell,published,example,difference,reason\n";
    for (const ExampleRow& row : base.rows) list_row(out, row);
    for (const PublishedTotal& total : published.totals) list_total(out, total, base.rows);
    const auto tallies = tally(base.people, jobs);
    list_age_profile(out, published, base.rows, tallies);
    list_skill_mix(out, published, base.rows, tallies);
    return out;
}

}  // namespace quarterdeck::example
