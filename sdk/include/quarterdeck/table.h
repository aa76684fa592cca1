#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "quarterdeck/query.h"

namespace quarterdeck {

/// Why a figure isn't there, or what to know of it; printed in the StatsWales shorthand.
enum class Marker {
    confidential,    ///< [c] hidden, so that nobody can be found
    not_available,   ///< [x]
    not_applicable,  ///< [z]
};

inline std::string_view marker_text(Marker marker) {
    switch (marker) {
        case Marker::confidential: return "[c]";
        case Marker::not_available: return "[x]";
        case Marker::not_applicable: return "[z]";
    }
    return "[x]";
}

/// An exact decimal: `units` divided by ten to the power of `places`. 12.50 is {1250, 2}.
struct Decimal {
    std::int64_t units = 0;
    int places = 0;

    bool operator==(const Decimal&) const = default;
};

/// Plain digits with `.`: "12.50", "-0.3", "7".
inline std::string plain_text(Decimal decimal) {
    const bool negative = decimal.units < 0;
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(decimal.units) : static_cast<std::uint64_t>(decimal.units);
    std::string digits = std::to_string(magnitude);
    const auto places = static_cast<std::size_t>(decimal.places);
    if (places > 0) {
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, ".");
    }
    return negative ? "-" + digits : digits;
}

/// A number or the reason why there is none: never blank, never a zero that isn't one.
using Figure = std::variant<Decimal, Marker>;

inline std::string plain_text(const Figure& figure) {
    if (const auto* decimal = std::get_if<Decimal>(&figure)) return plain_text(*decimal);
    return std::string(marker_text(std::get<Marker>(figure)));
}

/// A column of a finished table.
struct Column {
    std::string id;
    Text title;
    int places = 0;        ///< decimal places shown
    bool percent = false;  ///< the figure is a percentage: 12.5 means 12.5 %

    bool operator==(const Column&) const = default;
};

struct TableRow {
    std::string id;
    std::vector<Text> labels;  ///< one for each label column
    std::vector<Figure> figures;
    bool total = false;

    bool operator==(const TableRow&) const = default;
};

/// A table of figures: what `compute` returns, and what it is given as answers to its queries.
/// Every row has one label for each label column and one figure for each column.
struct Table {
    std::vector<Label> labels;
    std::vector<Column> columns;
    std::vector<TableRow> rows;

    bool operator==(const Table&) const = default;
};

}  // namespace quarterdeck
