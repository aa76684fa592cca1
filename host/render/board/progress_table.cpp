#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

std::string horizon(const Action& action, const BoardWords& words) {
    const auto word = [&](Horizon horizon) {
        switch (horizon) {
            case Horizon::short_term: return words("horizon.short");
            case Horizon::medium_term: return words("horizon.medium");
            case Horizon::long_term: return words("horizon.long");
            case Horizon::none: break;
        }
        return words("horizon.none");
    };
    if (action.horizon_to == Horizon::none || action.horizon_from == action.horizon_to)
        return word(action.horizon_from);
    return words("horizon.range", {{"from", word(action.horizon_from)}, {"to", word(action.horizon_to)}});
}

WordsCell quarter_cell(const std::optional<returns::Entry>& entry, const BoardWords& words) {
    if (!entry) return words.rated({}, false);
    WordsCell cell = words.rated(entry->rating, true);
    cell.more.push_back({words("percent", {{"percent", std::int64_t{entry->percent_complete}}})});
    return cell;
}

/// What an indicator is, and where it stands if that was returned.
WordsCell indicator_cell(const report::ProgressLine& line, Indicator::Kind kind, const BoardWords& words) {
    WordsCell cell{.text = words("no_indicator")};
    for (const Indicator& one : line.action.indicators)
        if (one.kind == kind) cell.text = words.in(one.title);
    for (const report::MeasureLine& measure : line.measures) {
        if (measure.kind != kind) continue;
        cell.more.push_back({words("stands_at", {{"actual", words.figure(measure.actual)},
                                                 {"baseline", words.figure(measure.baseline)},
                                                 {"target", words.figure(measure.target)}})});
    }
    return cell;
}

}  // namespace

WordsTable progress_table(const report::Progress& progress, const BoardWords& words) {
    WordsTable table{.title = words("title.progress"),
                     .about = {},
                     .columns = {{words("column.id"), 14},
                                 {words("column.action"), 46},
                                 {words("column.theme"), 30},
                                 {words("column.horizon"), 18}},
                     .rows = {},
                     .empty = words("empty.progress")};
    for (const returns::Quarter& quarter : progress.quarters) table.columns.push_back({words.quarter(quarter), 18});
    for (const char* kind : {"process", "output", "outcome"})
        table.columns.push_back({words(std::string("column.") + kind), 40});
    for (const report::ProgressLine& line : progress.lines) {
        std::vector<WordsCell> row{{.text = printable(line.action.id)},
                                   {.text = words.in(line.action.title)},
                                   {.text = words.in(line.action.theme)},
                                   {.text = horizon(line.action, words)}};
        for (const auto& entry : line.entries) row.push_back(quarter_cell(entry, words));
        for (const auto kind : {Indicator::Kind::process, Indicator::Kind::output, Indicator::Kind::outcome})
            row.push_back(indicator_cell(line, kind, words));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace quarterdeck::render
