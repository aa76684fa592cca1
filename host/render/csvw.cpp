#include "render/csvw.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "render/html_text.h"

namespace quarterdeck::render {
namespace {

using nlohmann::ordered_json;

constexpr std::array markers{Marker::confidential, Marker::not_available, Marker::not_applicable};

/// A value of a common property in both languages.
ordered_json both(const Text& text) {
    return {{{"@value", printable(text.en)}, {"@language", "en"}},
            {{"@value", printable(text.cy)}, {"@language", "cy"}}};
}

/// The id heads the file's column, in no language; the titles say what it means.
ordered_json titles(const std::string& id, const Text& title) {
    return {{"und", id}, {"en", printable(title.en)}, {"cy", printable(title.cy)}};
}

ordered_json label_column(const Label& label, bool always_there) {
    ordered_json described{{"name", label.id}, {"titles", titles(label.id, label.title)}, {"datatype", "string"}};
    if (always_there) described["required"] = true;
    return described;
}

/// Whole numbers, or as many decimals as the column always has.
ordered_json datatype(const Column& column) {
    if (column.places == 0) return {{"base", "integer"}, {"format", "0"}};
    return {{"base", "decimal"}, {"format", "0." + std::string(static_cast<std::size_t>(column.places), '0')}};
}

ordered_json figure_column(const Column& column) {
    ordered_json nulls = ordered_json::array();
    for (const Marker marker : markers) nulls.push_back(marker_text(marker));
    ordered_json described{{"name", column.id},
                           {"titles", titles(column.id, column.title)},
                           {"datatype", datatype(column)},
                           {"null", nulls}};
    if (column.percent) described["schema:unitCode"] = "P1";
    return described;
}

std::vector<std::string> labels_of(const TableRow& row, Language language) {
    std::vector<std::string> labels;
    for (const Text& label : row.labels) labels.push_back(label.in(language));
    return labels;
}

/// What the file's columns mean; the labels are its key where no two rows have the same.
ordered_json schema_of(const CsvFile& file, Language language) {
    const std::vector<Label>& labels = file.table.labels();
    std::vector<bool> always_there(labels.size(), true);
    std::set<std::vector<std::string>> rows;
    for (const TableRow& row : file.table.rows()) {
        const std::vector<std::string> key = labels_of(row, language);
        for (std::size_t i = 0; i < key.size() && i < labels.size(); ++i)
            if (key[i].empty()) always_there[i] = false;
        rows.insert(key);
    }
    ordered_json columns = ordered_json::array();
    ordered_json key = ordered_json::array();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        columns.push_back(label_column(labels[i], always_there[i]));
        key.push_back(labels[i].id);
    }
    for (const Column& column : file.table.columns()) columns.push_back(figure_column(column));
    ordered_json schema{{"columns", columns}};
    const bool all_differ = rows.size() == file.table.rows().size();
    if (!key.empty() && all_differ) schema["primaryKey"] = key;
    return schema;
}

ordered_json table_of(const CsvFile& file, const report::Locale& locale, Language language) {
    ordered_json notes = ordered_json::array();
    if (file.not_for_publication)
        for (const ordered_json& text : both(locale.text("page.banner.not_for_publication.text")))
            notes.push_back(text);
    for (const Text& note : file.metric.notes)
        for (const ordered_json& text : both(note)) notes.push_back(text);
    ordered_json table{{"url", file.name},
                       {"dc:title", both(file.metric.title)},
                       {"dc:description", both(file.metric.definition)},
                       {"schema:unitText", both(file.metric.unit)}};
    if (!notes.empty()) table["rdfs:comment"] = notes;
    table["lang"] = language_code(language);
    table["tableSchema"] = schema_of(file, language);
    return table;
}

/// What the markers mean, since readers of the data meet them as missing values.
ordered_json meanings(const report::Locale& locale) {
    constexpr std::array keys{"page.marker.confidential", "page.marker.not_available", "page.marker.not_applicable"};
    ordered_json all = ordered_json::array();
    for (std::size_t i = 0; i < markers.size(); ++i) {
        const std::string start = std::string(marker_text(markers[i])) + ": ";
        const Text& meaning = locale.text(keys[i]);
        for (const ordered_json& text : both({start + meaning.en, start + meaning.cy})) all.push_back(text);
    }
    return all;
}

}  // namespace

std::string csv_metadata(const std::vector<CsvFile>& files, const report::Locale& locale, Language language,
                         const std::vector<report::Marking>& markings) {
    ordered_json tables = ordered_json::array();
    for (const CsvFile& file : files) tables.push_back(table_of(file, locale, language));
    ordered_json group{{"@context", {"http://www.w3.org/ns/csvw", {{"@language", language_code(language)}}}},
                       {"rdfs:comment", meanings(locale)}};
    ordered_json rights = ordered_json::array();
    for (const report::Marking& marking : markings)
        for (const ordered_json& text :
             both({marking.title.en + ". " + marking.text.en, marking.title.cy + ". " + marking.text.cy}))
            rights.push_back(text);
    if (!rights.empty()) group["dc:accessRights"] = rights;
    group["tables"] = tables;
    return group.dump(2) + "\n";
}

}  // namespace quarterdeck::render
