#include <algorithm>
#include <set>
#include <sstream>

#include "render/workbook_sheets.h"
#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

bool shows(const Table& table, Marker marker) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
        return std::find(row.figures.begin(), row.figures.end(), Figure(marker)) != row.figures.end();
    });
}

/// The meaning of each marker in the table, on one line; empty without markers.
std::string marker_line(const Job& job, const Table& table) {
    std::string line;
    const auto explain = [&](Marker marker, const char* wording) {
        if (shows(table, marker)) line += (line.empty() ? "" : " ") + job.words(wording);
    };
    explain(Marker::confidential, "marker.confidential");
    explain(Marker::not_available, "marker.not_available");
    explain(Marker::not_applicable, "marker.not_applicable");
    return line;
}

/// What stands between the markings and the table's headings, but for the link back.
std::vector<std::string> lines_above(const Job& job, const report::TableBlock& block) {
    const bool has_notes = !one_line(job.words.in(block.definition)).empty() || !block.notes.empty();
    std::vector<std::string> lines;
    lines.push_back(has_notes ? filled(job.words("table.about_notes"), {{"sheet", job.plan.notes_sheet}})
                              : job.words("table.about"));
    if (const std::string& unit = job.words.in(block.unit); !unit.empty())
        lines.push_back(filled(job.words("table.unit"), {{"unit", unit}}));
    if (const std::string markers = marker_line(job, block.table.table()); !markers.empty()) lines.push_back(markers);
    return lines;
}

double label_width(const Job& job, const Table& table, std::size_t column) {
    constexpr std::size_t narrowest = 12;
    std::size_t longest = std::max(narrowest, length(job.words.in(table.labels[column].title)));
    for (const TableRow& row : table.rows) longest = std::max(longest, length(job.words.in(row.labels[column])));
    return wider * static_cast<double>(std::min(longest, static_cast<std::size_t>(job.settings.label_width)));
}

/// Wide enough for the longest word of the heading.
double figure_width(const Job& job, const std::string& header) {
    std::istringstream words(header);
    std::size_t longest = static_cast<std::size_t>(job.settings.figure_width);
    for (std::string word; words >> word;) longest = std::max(longest, length(word) + 1);
    return wider * static_cast<double>(std::min(longest, static_cast<std::size_t>(job.settings.label_width)));
}

std::vector<TableColumn> columns_of(const Job& job, const Table& table) {
    std::vector<TableColumn> columns;
    for (std::size_t i = 0; i < table.labels.size(); ++i)
        columns.push_back({job.words.in(table.labels[i].title), label_width(job, table, i), false});
    for (const Column& column : table.columns) {
        std::string header = job.words.in(column.title);
        if (column.percent && header.find('%') == std::string::npos)
            header = filled(job.words("table.percent"), {{"title", header}});
        columns.push_back({header, figure_width(job, header), true});
    }
    return columns;
}

void write_rows(const Job& job, const Table& table, Sheet& sheet) {
    for (const TableRow& row : table.rows) {
        std::size_t column = 0;
        for (const Text& label : row.labels) {
            const std::string& words = job.words.in(label);
            sheet.text(column++, one_line(words).empty() ? job.words("table.all") : words,
                       row.total ? Style::total_label : Style::label);
        }
        for (const Figure& figure : row.figures) sheet.figure(column++, figure, row.total);
        sheet.end_row();
    }
}

}  // namespace

lxw_row_t header_row(const Job& job, const report::TableBlock& block) {
    constexpr std::size_t title_and_link = 2;
    return static_cast<lxw_row_t>(title_and_link + markings(job, Marking::sentence).size() +
                                  lines_above(job, block).size());
}

void write_table(const Job& job, const PlannedSheet& planned) {
    const auto& block = std::get<report::TableBlock>(*planned.block);
    const Table& table = block.table.table();
    Sheet sheet = begin_sheet(job, planned.name, planned.title + note_references(planned.notes, job.words));
    for (const std::string& line : lines_above(job, block)) sheet.line(line);
    sheet.link_line(job.plan.contents, job.words("table.back"));
    if (table.rows.empty() || table.labels.size() + table.columns.size() == 0) {
        sheet.line(job.words("table.empty"));
    } else {
        sheet.begin_table("table_" + std::to_string(planned.number), columns_of(job, table), table.rows.size());
        write_rows(job, table, sheet);
    }
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
