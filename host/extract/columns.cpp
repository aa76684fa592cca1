#include "extract/columns.h"

#include <algorithm>

#include "esr_columns.h"
#include "extract/table.h"

namespace quarterdeck::extract {
namespace {

struct Spelling {
    std::string field;
    std::string text;
    std::string compared;
};

std::string compared(std::string_view name) {
    std::string text;
    for (const char c : name)
        if (c != ' ' && c != '_') text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// Rows of the embedded list: field, spellings divided by slashes.
std::vector<Spelling> read_spellings() {
    std::vector<Spelling> spellings;
    for (const TableRow& row : read_table(esr_columns).rows) {
        std::string_view left = row.cells[1];
        while (!left.empty()) {
            const std::size_t slash = std::min(left.find(" / "), left.size());
            spellings.push_back({row.cells[0], std::string(left.substr(0, slash)), compared(left.substr(0, slash))});
            left.remove_prefix(std::min(slash + 3, left.size()));
        }
    }
    return spellings;
}

const std::vector<Spelling>& all_spellings() {
    static const std::vector<Spelling> spellings = read_spellings();
    return spellings;
}

std::optional<std::size_t> field_of(std::string_view column, std::span<const WantedField> wanted) {
    const std::string name = compared(column);
    for (std::size_t field = 0; field < wanted.size(); ++field)
        if (compared(wanted[field].name) == name) return field;
    for (const Spelling& spelling : all_spellings()) {
        if (spelling.compared != name) continue;
        for (std::size_t field = 0; field < wanted.size(); ++field)
            if (wanted[field].name == spelling.field) return field;
    }
    return std::nullopt;
}

}  // namespace

ColumnMap map_columns(const std::vector<std::string>& header, std::span<const WantedField> wanted) {
    ColumnMap map;
    map.columns = header.size();
    map.position.assign(wanted.size(), map.columns);
    for (std::size_t column = 0; column < header.size(); ++column) {
        const auto field = field_of(header[column], wanted);
        if (!field) {
            map.ignored.push_back(header[column].empty() ? "column " + std::to_string(column + 1) + " (no name)"
                                                         : header[column]);
        } else if (map.has(*field)) {
            map.clashes.push_back({wanted[*field].name, header[map.position[*field]], header[column]});
        } else {
            map.position[*field] = column;
        }
    }
    for (std::size_t field = 0; field < wanted.size(); ++field)
        if (wanted[field].required && !map.has(field)) map.missing.push_back(wanted[field].name);
    return map;
}

std::vector<std::string> spellings_of(std::string_view field) {
    std::vector<std::string> found;
    for (const Spelling& spelling : all_spellings())
        if (spelling.field == field) found.push_back(spelling.text);
    return found;
}

}  // namespace quarterdeck::extract
