#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quarterdeck/message/names.h"
#include "quarterdeck/testing.h"

namespace quarterdeck::test_kit {

namespace {

using Cells = std::vector<std::string>;

std::string joined(const Cells& cells, std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) text.append(i == 0 ? "" : between).append(cells[i]);
    return text;
}

/// A heading and rows of text; the first cells of a row say which row it is.
struct Grid {
    Cells heading;
    std::vector<Cells> rows;
    std::size_t labels = 1;

    std::string text() const {
        std::string lines = joined(heading, " | ") + "\n";
        for (const Cells& row : rows) lines += joined(row, " | ") + "\n";
        return lines;
    }

    /// Rows by their labels; a second row with the same labels is told apart by its number.
    std::map<std::string, const Cells*> by_name() const {
        std::map<std::string, const Cells*> named;
        for (const Cells& row : rows) {
            std::string name = name_of(row);
            for (int again = 2; named.contains(name); ++again) name = name_of(row) + " (" + std::to_string(again) + ")";
            named[name] = &row;
        }
        return named;
    }

    std::string name_of(const Cells& row) const {
        return joined({row.begin(), row.begin() + static_cast<std::ptrdiff_t>(std::min(labels, row.size()))}, " / ");
    }
};

Grid grid_of(const Table& table) {
    Grid grid{.heading = {}, .rows = {}, .labels = std::max<std::size_t>(table.labels.size(), 1)};
    for (const Label& label : table.labels) grid.heading.push_back(label.id);
    for (const Column& column : table.columns) grid.heading.push_back(column.id);
    for (const TableRow& row : table.rows) {
        Cells& cells = grid.rows.emplace_back();
        for (const Text& label : row.labels) cells.push_back(label.en);
        for (const Figure& figure : row.figures) cells.push_back(plain_text(figure));
    }
    return grid;
}

std::string kind_text(Action::Kind kind) {
    for (const auto& [known, name] : message::Names<Action::Kind>::list)
        if (known == kind) return std::string(name);
    return {};
}

Grid grid_of(const std::vector<Action>& actions) {
    Grid grid{.heading = {"id", "kind", "title", "due", "linked_id"}, .rows = {}};
    for (const Action& action : actions)
        grid.rows.push_back({action.id, kind_text(action.kind), action.title.en, action.due, action.linked_id});
    return grid;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

Cells split(std::string_view text, char at) {
    Cells parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

Grid parsed(std::string_view text, std::size_t labels) {
    Grid grid{.heading = {}, .rows = {}, .labels = labels};
    for (const std::string& line : split(text, '\n')) {
        if (line.empty()) continue;
        if (grid.heading.empty())
            grid.heading = split(line, '|');
        else
            grid.rows.push_back(split(line, '|'));
    }
    return grid;
}

/// "Column fte is missing." for what one list has and the other hasn't; then whether the order is another.
std::string compare_names(const std::string& what, const Cells& found, const Cells& expected) {
    std::string lines;
    const auto has = [](const Cells& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const std::string& name : expected)
        if (!has(found, name)) lines.append(what).append(" ").append(name).append(" is missing.\n");
    for (const std::string& name : found)
        if (!has(expected, name)) lines.append(what).append(" ").append(name).append(" wasn't expected.\n");
    if (lines.empty() && found != expected)
        lines = what + "s stand in another order: found " + joined(found, ", ") + "; expected " +
                joined(expected, ", ") + ".\n";
    return lines;
}

Cells names_of_rows(const Grid& grid) {
    Cells names;
    for (const Cells& row : grid.rows) names.push_back(grid.name_of(row));
    return names;
}

std::string compare_figures(const Grid& found, const Grid& expected) {
    std::string lines;
    const auto found_rows = found.by_name();
    for (const auto& [name, wanted] : expected.by_name()) {
        const auto row = found_rows.find(name);
        if (row == found_rows.end()) continue;
        if (wanted->size() != expected.heading.size()) {
            lines += "Row " + name + ": the expected text has " + std::to_string(wanted->size()) + " cells below " +
                     std::to_string(expected.heading.size()) + " headings.\n";
            continue;
        }
        for (std::size_t column = expected.labels; column < expected.heading.size(); ++column) {
            const auto at = std::find(found.heading.begin(), found.heading.end(), expected.heading[column]);
            if (at == found.heading.end()) continue;
            const std::string& figure = row->second->at(static_cast<std::size_t>(at - found.heading.begin()));
            if (figure != wanted->at(column))
                lines.append("Row ")
                    .append(name)
                    .append(", column ")
                    .append(expected.heading[column])
                    .append(": found ")
                    .append(figure)
                    .append(", expected ")
                    .append(wanted->at(column))
                    .append(".\n");
        }
    }
    return lines;
}

std::string compare(const Grid& found, std::string_view text) {
    const Grid expected = parsed(text, found.labels);
    std::string lines = compare_names("Column", found.heading, expected.heading);
    lines += compare_names("Row", names_of_rows(found), names_of_rows(expected));
    lines += compare_figures(found, expected);
    return lines.empty() ? lines : lines + "Found:\n" + found.text();
}

}  // namespace

std::string text(const Table& table) {
    return grid_of(table).text();
}

std::string text(const std::vector<Action>& actions) {
    return grid_of(actions).text();
}

std::string difference(const Table& table, std::string_view expected) {
    return compare(grid_of(table), expected);
}

std::string difference(const std::vector<Action>& actions, std::string_view expected) {
    return compare(grid_of(actions), expected);
}

}  // namespace quarterdeck::test_kit
