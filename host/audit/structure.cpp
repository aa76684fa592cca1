#include "audit/structure.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "audit/printed.h"

namespace quarterdeck::audit {
namespace {

/// Usual names of a column, the first of which is the one used here.
const std::map<std::string, std::vector<std::string>> usual_names{
    {"headcount", {"headcount", "head_count", "staff"}},
    {"male", {"male", "males", "men"}},
    {"female", {"female", "females", "women"}},
    {"gender_unknown", {"gender_unknown", "unknown_gender", "unknown"}},
    {"over_55", {"over_55", "age_56_and_over", "55_plus", "over55"}},
    {"fte", {"fte", "wte"}},
};

std::string plain(std::string name) {
    for (char& c : name)
        c = c == ' ' || c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name;
}

/// A figure below zero without its sign; empty for what has none.
std::string_view without_sign(std::string_view text) {
    for (const std::string_view sign : {std::string_view("-"), std::string_view("\u2212")})
        if (text.size() > sign.size() && text.starts_with(sign)) return text.substr(sign.size());
    return {};
}

/// Whether a column holds figures, and some of them are below zero.
bool goes_below_zero(const extract::Table& table, std::size_t column) {
    bool below = false;
    for (const extract::TableRow& row : table.rows) {
        if (column >= row.cells.size()) continue;
        const std::string_view size = without_sign(row.cells[column]);
        const std::optional<Printed> printed = read_printed(size.empty() ? row.cells[column] : size);
        if (!printed || (!size.empty() && printed->kind != Printed::Kind::number)) return false;
        below = below || !size.empty();
    }
    return below;
}

/// The file's own name of a usual column; empty where it has none.
std::string column_called(const extract::Table& table, const std::string& usual) {
    for (const std::string& name : usual_names.at(usual))
        for (std::size_t column = 0; column < table.header.size(); ++column)
            if (plain(table.header[column]) == name && !goes_below_zero(table, column)) return table.header[column];
    return {};
}

bool holds_figures(const extract::Table& table, std::size_t column, bool whole) {
    bool some = false;
    for (const extract::TableRow& row : table.rows) {
        if (column >= row.cells.size()) continue;
        const std::optional<Printed> printed = read_printed(row.cells[column]);
        if (!printed || (whole && printed->places > 0)) return false;
        some = some || !row.cells[column].empty();
    }
    return some;
}

/// Whether rows add up as far as all of their figures are printed, and some row does.
bool adds_up(const extract::Table& table, const Structure::Sum& sum) {
    const auto figure = [&](const extract::TableRow& row, const std::string& column) -> std::optional<std::int64_t> {
        const auto found = std::find(table.header.begin(), table.header.end(), column);
        const auto at = static_cast<std::size_t>(found - table.header.begin());
        const std::optional<Printed> printed = at < row.cells.size() ? read_printed(row.cells[at]) : std::nullopt;
        if (!printed || printed->kind != Printed::Kind::number) return std::nullopt;
        return printed->value;
    };
    bool some = false;
    for (const extract::TableRow& row : table.rows) {
        std::optional<std::int64_t> rest = figure(row, sum.whole);
        for (const std::string& part : sum.parts) {
            const std::optional<std::int64_t> value = figure(row, part);
            rest = rest && value ? std::optional(*rest - *value) : std::nullopt;
        }
        if (rest && *rest != 0) return false;
        some = some || rest;
    }
    return some;
}

void add_ratios(const extract::Table& table, const std::string& headcount, Structure& structure) {
    std::vector<std::string> parts = structure.counts;
    parts.insert(parts.end(), structure.fte.begin(), structure.fte.end());
    for (const std::string& part : parts)
        for (const std::string& column : table.header) {
            if (part == headcount) continue;
            if (column == part + "_percent") structure.ratios.push_back({column, part, headcount, true});
            if (column == part + "_per_head") structure.ratios.push_back({column, part, headcount, false});
        }
}

void recognise_staff(const extract::Table& table, const std::string& headcount, Structure& structure) {
    structure.counts.push_back(headcount);
    Structure::Sum genders{headcount, {}};
    for (const char* const gender : {"male", "female", "gender_unknown"})
        if (const std::string column = column_called(table, gender); !column.empty()) genders.parts.push_back(column);
    structure.counts.insert(structure.counts.end(), genders.parts.begin(), genders.parts.end());
    if (genders.parts.size() > 1) structure.sums.push_back(std::move(genders));
    if (const std::string over_55 = column_called(table, "over_55"); !over_55.empty()) {
        structure.counts.push_back(over_55);
        structure.within.push_back({over_55, headcount});
    }
    if (const std::string fte = column_called(table, "fte"); !fte.empty()) {
        structure.fte.push_back(fte);
        structure.within.push_back({fte, headcount});
    }
    add_ratios(table, headcount, structure);
}

void recognise_any(const extract::Table& table, Structure& structure) {
    std::string total;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        if (!holds_figures(table, column, true) || plain(table.header[column]) == "year") continue;
        structure.counts.push_back(table.header[column]);
        if (structure.totals.contains(table.header[column]) || plain(table.header[column]) == "total")
            total = table.header[column];
    }
    if (total.empty()) return;
    Structure::Sum sum{total, structure.counts};
    std::erase(sum.parts, total);
    if (!sum.parts.empty()) structure.sums.push_back(std::move(sum));
}

}  // namespace

Structure recognise(const extract::Table& table) {
    Structure structure;
    structure.totals = {"Total", "total", "TOTAL", "All", "Cyfanswm", "Pob un"};
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        if (plain(table.header[column]) == "table") structure.table = table.header[column];
        if (goes_below_zero(table, column))
            structure.below_zero.push_back(table.header[column]);
        else if (!holds_figures(table, column, false))
            structure.labels.push_back(table.header[column]);
    }
    const std::string headcount = column_called(table, "headcount");
    headcount.empty() ? recognise_any(table, structure) : recognise_staff(table, headcount, structure);
    if (!structure.below_zero.empty())
        std::erase_if(structure.sums, [&](const Structure::Sum& sum) { return !adds_up(table, sum); });
    return structure;
}

}  // namespace quarterdeck::audit
