#include "published.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "csv_table.h"
#include "refusal.h"

namespace quarterdeck::example {

namespace {

/// A place in a published file, for messages.
struct At {
    const std::filesystem::path& file;
    unsigned line;
    std::string_view column;
};

[[noreturn]] void refuse(const At& at, std::string_view text, int places) {
    throw Refusal(fmt::format("{}, line {}: {} is \"{}\"; expected {}, \"<5\", \"-\" or nothing. Correct the cell.",
                              at.file.string(), at.line, at.column, text,
                              places == 0 ? "a whole number" : "a number with at most two decimals"));
}

/// A number of at most `places` decimals, in units of the last of them.
std::int64_t number(std::string_view text, int places, const At& at) {
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits(text.substr(0, point));
    const std::string_view decimals = point < text.size() ? text.substr(point + 1) : std::string_view{};
    if (digits.empty() || decimals.size() > static_cast<std::size_t>(places) || (point < text.size() && places == 0))
        refuse(at, text, places);
    digits += decimals;
    digits.append(static_cast<std::size_t>(places) - decimals.size(), '0');
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    constexpr std::int64_t largest = 100'000'000;
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0 || value > largest)
        refuse(at, text, places);
    return value;
}

Cell read_cell(std::string_view text, int places, const At& at) {
    if (text.empty() || text == "-") return {Cell::Kind::absent, 0, std::string(text)};
    if (text.front() == '<') return {Cell::Kind::suppressed, 0, std::string(text)};
    return {Cell::Kind::open, number(text, places, at), std::string(text)};
}

constexpr int places_of(std::size_t measure) {
    return static_cast<Measure>(measure) == Measure::fte ? 2 : 0;
}

void read_workforce(const std::filesystem::path& file, std::vector<PublishedRow>& rows) {
    constexpr std::array columns{"table", "staff_group", "band", "headcount", "fte", "male", "female", "over_55"};
    read_file(file, columns, [&](unsigned line, const std::array<std::string, 8>& cells) {
        PublishedRow row{cells[0], cells[1], cells[2], {}};
        for (std::size_t i = 0; i < measures; ++i)
            row.cells[i] = read_cell(cells[3 + i], places_of(i), {file, line, measure_names[i]});
        rows.push_back(std::move(row));
    });
}

void read_totals(const std::filesystem::path& file, std::vector<PublishedTotal>& totals) {
    constexpr std::array columns{"table",   "headcount",    "fte",          "male",           "female",
                                 "over_55", "fte_per_head", "male_percent", "female_percent", "over_55_percent"};
    read_file(file, columns, [&](unsigned line, const std::array<std::string, 10>& cells) {
        PublishedTotal total{cells[0], {}, read_cell(cells[6], 2, {file, line, columns[6]}), {}};
        for (std::size_t i = 0; i < measures; ++i)
            total.cells[i] = read_cell(cells[1 + i], places_of(i), {file, line, columns[1 + i]});
        for (std::size_t i = 0; i < 3; ++i)
            total.percent_cells[2 + i] = read_cell(cells[7 + i], 0, {file, line, columns[7 + i]});
        totals.push_back(std::move(total));
    });
}

}  // namespace

Published read_published(const std::filesystem::path& directory) {
    Published published;
    read_workforce(directory / "appendix1_workforce.csv", published.rows);
    read_totals(directory / "appendix1_totals.csv", published.totals);
    const auto ages = directory / "appendix1_age_profile.csv";
    read_file(ages, std::array{"area_type", "area", "age_band", "share"},
              [&](unsigned line, const std::array<std::string, 4>& cells) {
                  published.age_profile.push_back(
                      {cells[0], cells[1], cells[2], read_cell(cells[3], 2, {ages, line, "share"})});
              });
    const auto mix = directory / "appendix1_skill_mix.csv";
    read_file(mix, std::array{"area", "band_group", "share"},
              [&](unsigned line, const std::array<std::string, 3>& cells) {
                  published.skill_mix.push_back({"", cells[0], cells[1], read_cell(cells[2], 2, {mix, line, "share"})});
              });
    return published;
}

}  // namespace quarterdeck::example
