#include "cli/findings_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "record_check/rules.h"
#include "validate/message.h"

namespace quarterdeck::cli {

namespace {

constexpr std::size_t places_shown = 3;

const char* consequence_text(validate::Consequence consequence) {
    switch (consequence) {
        case validate::Consequence::refused: return "refused";
        case validate::Consequence::left_out: return "left out";
        case validate::Consequence::kept: return "kept";
        case validate::Consequence::noted: return "noted";
    }
    return "noted";
}

}  // namespace

nlohmann::ordered_json place_json(const validate::Place& place) {
    nlohmann::ordered_json json{{"file", place.file}, {"line", place.line}, {"column", place.column}};
    if (!place.sheet.empty()) json["sheet"] = place.sheet;
    if (!place.cell.empty()) json["cell"] = place.cell;
    return json;
}

std::string finding_text(const validate::Finding& finding) {
    std::string text = fmt::format("{} [{}]", finding.what, finding.rule);
    const bool of_rows = !finding.places.empty() && finding.places.front().line > 0;
    if (of_rows)
        text += fmt::format(": {} {} {}", finding.count, finding.count == 1 ? "row" : "rows",
                            consequence_text(finding.consequence));
    text += "\n";
    for (std::size_t i = 0; i < finding.places.size() && i < places_shown; ++i)
        text += fmt::format("    {}\n", validate::place_text(finding.places[i]));
    const std::uint64_t shown = std::min<std::uint64_t>(finding.places.size(), places_shown);
    if (finding.count > shown && shown > 0) text += fmt::format("    and {} more\n", finding.count - shown);
    if (!finding.mend.empty()) text += fmt::format("    {}\n", finding.mend);
    return text;
}

std::string counts_text(const snapshot::Input& input) {
    std::string text = fmt::format("{} assignments read, {} counted", input.rows_read, input.rows_counted);
    std::string separator = "; left out: ";
    for (const snapshot::LeftOut& left_out : input.left_out) {
        text += fmt::format("{}{} {}", separator, left_out.rows, left_out.reason);
        separator = ", ";
    }
    return text + ".";
}

nlohmann::ordered_json findings_json(const snapshot::Input& input) {
    nlohmann::ordered_json findings = nlohmann::ordered_json::array();
    for (const validate::Finding& finding : input.findings) {
        nlohmann::ordered_json places = nlohmann::ordered_json::array();
        for (const validate::Place& place : finding.places) places.push_back(place_json(place));
        findings.push_back({{"rule", finding.rule},
                            {"severity", validate::severity_text(record_check::severity_of(finding))},
                            {"consequence", consequence_text(finding.consequence)},
                            {"what", finding.what},
                            {"mend", finding.mend},
                            {"rows", finding.count},
                            {"places", places}});
    }
    nlohmann::ordered_json left_out = nlohmann::ordered_json::object();
    for (const snapshot::LeftOut& reason : input.left_out) left_out[reason.reason] = reason.rows;
    return {{"rows_read", input.rows_read},
            {"rows_counted", input.rows_counted},
            {"left_out", left_out},
            {"ignored_columns", input.ignored_columns},
            {"findings", findings}};
}

}  // namespace quarterdeck::cli
