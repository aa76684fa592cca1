#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

WordsCell view_cell(const report::View& view, const BoardWords& words) {
    if (!view.returns)
        return {.text = words("no_return_from", {{"body", words.body(view.side, "no_owner").first().marked()}})};
    WordsCell cell = words.rated(view.rating, view.rating.has_value());
    if (view.rating) words.also_said(cell, view.view.text, view.view.language);
    return cell;
}

/// One side after the other: "Pathology: Amber", then what it says.
WordsCell other_sides(const report::DependencyLine& line, const BoardWords& words) {
    if (line.others.empty()) return {.text = words("no_other_side")};
    std::vector<Sentence> all;
    for (const report::View& view : line.others) {
        const WordsCell seen = view_cell(view, words);
        all.push_back({view.returns ? words("side_says", {{"side", words.in(view.side_title)}, {"view", seen.text}})
                                    : seen.text});
        all.insert(all.end(), seen.more.begin(), seen.more.end());
    }
    WordsCell cell{.text = all.front().text};
    cell.more.assign(all.begin() + 1, all.end());
    return cell;
}

std::string course(report::MeasureLine::Course course, const BoardWords& words) {
    switch (course) {
        case report::MeasureLine::Course::unchanged: return words("course.unchanged");
        case report::MeasureLine::Course::towards: return words("course.towards");
        case report::MeasureLine::Course::away: return words("course.away");
        case report::MeasureLine::Course::reached: return words("course.reached");
        case report::MeasureLine::Course::not_known: break;
    }
    return words("course.not_known");
}

std::string indicator_kind(Indicator::Kind kind, const BoardWords& words) {
    switch (kind) {
        case Indicator::Kind::process: return words("column.process");
        case Indicator::Kind::output: return words("column.output");
        case Indicator::Kind::outcome: return words("column.outcome_indicator");
        case Indicator::Kind::measure: break;
    }
    return words("column.measure");
}

}  // namespace

WordsTable overview_table(const report::Form& form, const BoardWords& words) {
    WordsTable table{.title = words("part.overview"),
                     .about = {},
                     .columns = {{words("column.item"), 30}, {words("column.text"), 90}},
                     .rows = {},
                     .empty = words("nothing_returned")};
    const report::RatingLine& line = form.rating;
    table.rows.push_back({{.text = words("column.rating")}, words.rated(line.now, line.returned)});
    table.rows.push_back({{.text = words("column.rating_before")}, words.rated(line.before, line.returned_before)});
    table.rows.push_back({{.text = words("column.direction")}, words.heading_for(line.direction)});
    const auto add = [&](const char* key, const report::Said& said, const char* none) {
        table.rows.push_back({{.text = words(key)}, words.said(said, line.returned ? none : "nothing_returned")});
    };
    add("column.reason", line.reason, "no_reason");
    add("part.summary", line.summary, "no_text");
    add("part.done", form.done, "no_text");
    add("part.planned", form.planned, "no_text");
    std::vector<report::Challenge> whole;
    for (const report::Challenge& one : line.challenges)
        if (one.entry.empty()) whole.push_back(one);
    table.rows.push_back({{.text = words("column.challenges")}, words.challenges(whole, {})});
    return table;
}

WordsTable tally_table(const report::Form& form, const BoardWords& words) {
    WordsTable table{.title = words("part.tally"),
                     .about = {},
                     .columns = {{words("column.rating_word"), 30}, {words("column.actions"), 14}},
                     .rows = {},
                     .empty = words("empty.actions")};
    for (std::size_t i = returns::rating_names.size(); i-- > 0;)
        table.rows.push_back({words.rated(static_cast<returns::Rating>(i), true), counted(form.rating.tally.rated[i])});
    table.rows.push_back({words.rated({}, false), counted(form.rating.tally.actions - form.rating.tally.returned)});
    return table;
}

WordsTable actions_table(const report::Form& form, ActionsShown shown, const BoardWords& words) {
    const bool all = shown == ActionsShown::all;
    WordsTable table{.title = words(all ? "part.actions" : "part.exceptions"),
                     .about = {},
                     .columns = {{words("column.id"), 14},
                                 {words("column.action"), 50},
                                 {words("column.lead"), 24, WordsColumn::Beside::said},
                                 {words("column.baseline_date"), 22},
                                 {words("column.status"), 18},
                                 {words("column.complete"), 14, WordsColumn::Beside::said},
                                 {words("column.rating"), 18},
                                 {words("column.challenges"), 50, WordsColumn::Beside::warns},
                                 {words("column.rating_before"), 18},
                                 {words("column.forecast"), 20},
                                 {words("column.narrative"), 60}},
                     .rows = {},
                     .empty = words(all ? "empty.actions" : "empty.exceptions")};
    const std::string not_returned = words.other("actions.not_returned");
    for (const report::ActionLine& line : form.actions) {
        if (!all && !line.exception) continue;
        const auto& now = line.state.now;
        const auto& before = line.state.before;
        std::vector<WordsCell> row{
            {.text = printable(line.action.id)},
            {.text = words.in(line.action.title)},
            words.body(line.action.lead, "no_owner"),
            {.text = words.day_or(line.baseline, "no_baseline")},
            {.text = now ? words.other("actions.status_" + std::string(name(now->status))) : not_returned},
            {.text = not_returned},
            words.rated(now ? std::optional(now->rating) : std::nullopt, now.has_value()),
            words.challenges(line.challenges, line.action.id),
            words.rated(before ? std::optional(before->rating) : std::nullopt, before.has_value()),
            {.text = now ? words.day_or(now->forecast, "no_forecast") : not_returned},
            now ? words.said(now->narrative, line.language, "no_narrative") : WordsCell{.text = not_returned}};
        if (now) {
            constexpr std::size_t complete = 5;
            row[complete] = {.text = words("percent", {{"percent", std::int64_t{now->percent_complete}}}),
                             .number = static_cast<std::size_t>(now->percent_complete)};
            words.also_said(row.back(), now->rating_reason, line.language);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

WordsTable issues_table(const report::Form& form, const BoardWords& words) {
    WordsTable table{.title = words("part.issues"),
                     .about = {},
                     .columns = {{words("column.id"), 10},
                                 {words("column.issue"), 50},
                                 {words("column.response"), 60},
                                 {words("column.owner"), 26, WordsColumn::Beside::said},
                                 {words("column.raised_on"), 20}},
                     .rows = {},
                     .empty = words("empty.issues")};
    const Language language = form.rating.summary.language;
    for (const returns::Issue& issue : form.issues)
        table.rows.push_back({{.text = printable(issue.id)},
                              words.said(issue.title, language, "no_text"),
                              words.said(issue.response, language, "no_text"),
                              words.said(issue.owner, language, "no_owner"),
                              {.text = words.day_or(issue.raised_on, "no_day")}});
    return table;
}

WordsTable resources_table(const report::Form& form, const BoardWords& words) {
    WordsTable table{.title = words("part.resources"),
                     .about = {},
                     .columns = {{words("column.id"), 14}, {words("column.resource"), 60}, {words("column.view"), 60}},
                     .rows = {},
                     .empty = words("empty.resources")};
    for (const report::DependencyLine& line : form.resources)
        table.rows.push_back(
            {{.text = printable(line.id)}, {.text = words.in(line.title)}, view_cell(line.own, words)});
    return table;
}

WordsTable interdependencies_table(const report::Form& form, const BoardWords& words) {
    WordsTable table{.title = words("part.interdependencies"),
                     .about = {},
                     .columns = {{words("column.id"), 14},
                                 {words("column.interdependency"), 50},
                                 {words("column.own_view"), 50},
                                 {words("column.other_view"), 60}},
                     .rows = {},
                     .empty = words("empty.interdependencies")};
    for (const report::DependencyLine& line : form.interdependencies) {
        WordsCell own = view_cell(line.own, words);
        if (line.programme != form.rating.programme)
            own.more.insert(own.more.begin(), {words("plan_of", {{"plan", words.in(line.own.side_title)}})});
        table.rows.push_back(
            {{.text = printable(line.id)}, {.text = words.in(line.title)}, std::move(own), other_sides(line, words)});
    }
    return table;
}

WordsTable measures_table(const report::Form& form, const BoardWords& words) {
    WordsTable table{.title = words("part.measures"),
                     .about = {},
                     .columns = {{words("column.id"), 14},
                                 {words("column.measure_of"), 50},
                                 {words("column.indicator"), 24},
                                 {words("column.baseline"), 14},
                                 {words("column.before"), 14},
                                 {words("column.actual"), 14},
                                 {words("column.target"), 14},
                                 {words("column.course"), 26}},
                     .rows = {},
                     .empty = words("empty.measures")};
    for (const report::MeasureLine& line : form.measures) {
        WordsCell what{.text = line.indicator.en.empty() ? words.in(line.title) : words.in(line.indicator)};
        words.also_said(what, line.narrative.text, line.narrative.language);
        table.rows.push_back({{.text = printable(line.id)},
                              std::move(what),
                              {.text = indicator_kind(line.kind, words)},
                              {.text = words.figure(line.baseline)},
                              {.text = words.figure(line.before)},
                              {.text = words.figure(line.actual)},
                              {.text = words.figure(line.target)},
                              {.text = course(line.course, words)}});
    }
    return table;
}

}  // namespace quarterdeck::render
