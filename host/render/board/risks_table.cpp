#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

using Beside = WordsColumn::Beside;

constexpr int grades = 5;

WordsCell title_cell(const report::RiskLine& line, const BoardWords& words) {
    if (!line.title.en.empty()) return {.text = words.in(line.title)};
    return words.said(line.risk ? line.risk->title : "", line.language, "no_text");
}

WordsCell score_cell(const report::RiskLine& line, const BoardWords& words) {
    if (!line.risk) return {.text = words.other("actions.not_returned")};
    WordsCell cell{.text = std::to_string(line.risk->score()), .number = static_cast<std::size_t>(line.risk->score())};
    return cell;
}

WordsCell before_cell(const report::RiskLine& line, const BoardWords& words) {
    if (!line.score_before) return {.text = words.other("actions.not_returned")};
    return {.text = std::to_string(*line.score_before), .number = static_cast<std::size_t>(*line.score_before)};
}

std::string graded(const std::string& kind, int grade, const BoardWords& words) {
    return words(kind + "." + std::to_string(grade));
}

std::string trend(returns::Risk::Trend trend, const BoardWords& words) {
    return words.other("return.trend_" + std::string(returns::trend_names[static_cast<std::size_t>(trend)]));
}

std::vector<WordsCell> row_of(const report::RiskLine& line, const BoardWords& words) {
    const auto of_return = [&](const std::string& text, const std::string& none) {
        return line.risk ? words.said(text, line.language, none) : WordsCell{.text = words("nothing_returned")};
    };
    const std::string not_returned = words.other("actions.not_returned");
    return {{.text = line.number == 0 ? words("no_number") : std::to_string(line.number)},
            title_cell(line, words),
            {.text = words.in(line.programme_title)},
            {.text = printable(line.id)},
            words.challenges(line.challenges, line.id),
            score_cell(line, words),
            {.text = line.risk ? graded("likelihood", line.risk->likelihood, words) : not_returned},
            {.text = line.risk ? graded("impact", line.risk->impact, words) : not_returned},
            before_cell(line, words),
            {.text = line.risk ? trend(line.risk->trend, words) : not_returned},
            of_return(line.risk ? line.risk->mitigation : "", "no_mitigation"),
            of_return(line.risk ? line.risk->owner : "", "no_owner")};
}

/// The numbers of the risks with a likelihood and an impact: "1, 4".
std::string numbers(const report::Risks& risks, int likelihood, int impact) {
    std::string text;
    for (const report::RiskLine& line : risks.lines)
        if (line.risk && line.risk->likelihood == likelihood && line.risk->impact == impact)
            text += (text.empty() ? "" : ", ") + std::to_string(line.number);
    return text;
}

}  // namespace

WordsTable risks_table(const report::Risks& risks, const BoardWords& words) {
    WordsTable table{.title = words("part.risks"),
                     .about = {},
                     .columns = {{words("column.number"), 12},
                                 {words("column.risk"), 50},
                                 {words("column.programme"), 28, Beside::said},
                                 {words("column.id"), 12, Beside::said},
                                 {words("column.challenges"), 40, Beside::warns},
                                 {words("column.score"), 12},
                                 {words("column.likelihood"), 20, Beside::said},
                                 {words("column.impact"), 18, Beside::said},
                                 {words("column.score_before"), 14, Beside::said},
                                 {words("column.trend"), 14},
                                 {words("column.mitigation"), 50},
                                 {words("column.owner"), 26, Beside::said}},
                     .rows = {},
                     .empty = words("empty.risks")};
    for (const report::RiskLine& line : risks.lines) table.rows.push_back(row_of(line, words));
    if (risks.more > 0) table.about.push_back(words("more", {{"count", static_cast<std::int64_t>(risks.more)}}));
    return table;
}

WordsTable risk_matrix(const report::Risks& risks, const BoardWords& words) {
    WordsTable table{.title = words("part.matrix"),
                     .about = {words("matrix_about")},
                     .columns = {{words("column.likelihood"), 24}},
                     .rows = {},
                     .empty = words("empty.risks")};
    for (int impact = 1; impact <= grades; ++impact)
        table.columns.push_back({words("matrix_impact", {{"impact", graded("impact", impact, words)}}), 18});
    for (int likelihood = grades; likelihood >= 1; --likelihood) {
        std::vector<WordsCell> row{{.text = graded("likelihood", likelihood, words)}};
        for (int impact = 1; impact <= grades; ++impact) {
            const std::string shown = numbers(risks, likelihood, impact);
            row.push_back({.text = shown.empty() ? words("no_risk") : shown});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace quarterdeck::render
