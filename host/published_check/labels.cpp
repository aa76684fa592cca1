#include <fmt/format.h>

#include <algorithm>

#include "published_check/checks.h"

namespace quarterdeck::published_check {
namespace {

void check_courses(const Table& table, Findings& findings) {
    const auto length = table.column("award_years");
    const auto stage = table.column("study_year");
    if (!length || !stage) return;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto years = leading_number(table.text(row, *length));
        const auto year = leading_number(table.text(row, *stage));
        if (!years || !year || *year <= *years) continue;
        for (const std::size_t column : table.figures()) {
            const auto figure = read_figure(table.text(row, column));
            if (!figure || !figure->number() || figure->value == 0) continue;
            findings.push_back(
                {Rule::years_beyond_the_course, table.place(row, column), table.about(row),
                 fmt::format("the course takes {}, but {} students are in the {}", table.text(row, *length),
                             table.text(row, column), table.text(row, *stage))});
            break;
        }
    }
}

struct Band {
    int low = 0;
    int high = 0;
    std::size_t row = 0;
};

/// "26-35", "≤25", "25 and under", "55+", "56 and over". Ages only: other numbers aren't bands.
std::optional<Band> band_of(std::string_view text) {
    constexpr int oldest = 120;
    constexpr std::string_view at_most = "≤";
    if (text.starts_with(at_most)) {
        const auto high = leading_number(text.substr(at_most.size()));
        return high && *high <= oldest ? std::optional(Band{0, *high, 0}) : std::nullopt;
    }
    const auto low = leading_number(text);
    if (!low || *low > oldest) return std::nullopt;
    text.remove_prefix(std::to_string(*low).size());
    if (text == "+" || text == " and over") return Band{*low, oldest, 0};
    if (text == " and under") return Band{0, *low, 0};
    const std::size_t dash = text.starts_with("-") ? 1 : text.starts_with("–") ? std::string_view("–").size() : 0;
    if (dash == 0) return std::nullopt;
    const auto high = leading_number(text.substr(dash));
    if (!high || *high > oldest || *high <= *low) return std::nullopt;
    return Band{*low, *high, 0};
}

void check_bands(const Table& table, std::size_t column, Findings& findings) {
    std::vector<Band> bands;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto band = band_of(table.text(row, column));
        if (!band) return;
        const bool known = std::any_of(bands.begin(), bands.end(), [&](const Band& other) {
            return table.text(other.row, column) == table.text(row, column);
        });
        if (!known) bands.push_back({band->low, band->high, row});
    }
    for (const Band& band : bands)
        for (const Band& other : bands)
            if (other.row < band.row && other.low <= band.high && band.low <= other.high)
                findings.push_back({Rule::bands_overlap, table.place(band.row, column), table.header(column),
                                    fmt::format("{} and {} both hold {}", table.text(other.row, column),
                                                table.text(band.row, column), std::max(other.low, band.low))});
}

}  // namespace

void check_labels(const Table& table, Findings& findings) {
    check_courses(table, findings);
    for (const std::size_t column : table.key())
        if (plain(table.header(column)).find("age") != std::string::npos) check_bands(table, column, findings);
}

}  // namespace quarterdeck::published_check
