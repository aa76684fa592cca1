#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::example {

/// The figures of a row of the appendix tables, in the order of their columns.
enum class Measure { headcount, fte, male, female, over_55 };
inline constexpr std::size_t measures = 5;
inline constexpr std::array<std::string_view, measures> measure_names{"headcount", "fte", "male", "female", "over_55"};

/// A figure as published.
struct Cell {
    enum class Kind { open, suppressed, absent };

    Kind kind = Kind::absent;
    std::int64_t value = 0;  ///< of an open cell: people, per cent, or FTE in hundredths
    std::string text;        ///< as printed

    bool open() const { return kind == Kind::open; }
    bool suppressed() const { return kind == Kind::suppressed; }
};

/// A row of an appendix table.
struct PublishedRow {
    std::string table;
    std::string staff_group;
    std::string band;
    std::array<Cell, measures> cells;

    const Cell& cell(Measure measure) const { return cells[static_cast<std::size_t>(measure)]; }
};

/// The total row of an appendix table.
struct PublishedTotal {
    std::string table;
    std::array<Cell, measures> cells;
    Cell fte_per_head;                         ///< in hundredths
    std::array<Cell, measures> percent_cells;  ///< of male, female and over_55; the others are absent
};

/// A share of the age profile or the skill mix.
struct PublishedShare {
    std::string profile;  ///< "medical" or "science" for the age profile, empty for the skill mix
    std::string area;
    std::string band;
    Cell share;  ///< in hundredths
};

struct Published {
    std::vector<PublishedRow> rows;
    std::vector<PublishedTotal> totals;
    std::vector<PublishedShare> age_profile;
    std::vector<PublishedShare> skill_mix;
};

/// Reads the tables of the appendix from a directory of published CSVs. `<5` is a suppressed figure, also with a
/// footnote's number run in (`<52`); `-` and an empty cell are absent ones.
/// Throws `Refusal`: a file that can't be read, a missing column, a figure that isn't one.
Published read_published(const std::filesystem::path& directory);

}  // namespace quarterdeck::example
