#include "render/csv.h"

#include <string_view>

#include "render/workbook_text.h"

namespace quarterdeck::render {
namespace {

bool read_as_formula(std::string_view field) {
    return field.find_first_of("=+-@\t") == 0;
}

std::string field(const std::string& raw) {
    std::string text = spreadsheet::valid_utf8(raw);
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && !read_as_formula(text)) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

void end_row(std::string& out) {
    if (!out.empty() && out.back() == ',') out.back() = '\n';
}

}  // namespace

std::string csv_name(const std::string& metric, bool not_for_publication) {
    return metric + (not_for_publication ? ".not-for-publication.csv" : ".csv");
}

std::string csv(const disclosure::ProtectedTable& shown, Language language) {
    const Table& table = shown.table();
    std::string out;
    for (const Label& label : table.labels) out += field(label.id) + ',';
    for (const Column& column : table.columns) out += field(column.id) + ',';
    end_row(out);
    for (const TableRow& row : table.rows) {
        for (const Text& label : row.labels) out += field(label.in(language)) + ',';
        for (const Figure& figure : row.figures) out += plain_text(figure) + ',';
        end_row(out);
    }
    return out;
}

}  // namespace quarterdeck::render
