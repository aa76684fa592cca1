#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "published_check/checks.h"
#include "query/exact.h"

namespace quarterdeck::published_check {
namespace {

/// "projected_annual_growth_22_27": which two years a column of rates is about.
struct Span {
    std::size_t column = 0;
    std::string from;
    std::string to;
    int years = 0;
};

std::vector<Span> spans_of(const Table& table) {
    std::vector<Span> spans;
    for (const std::size_t column : table.figures()) {
        const std::string name = plain(table.header(column));
        const std::size_t second = name.rfind('_');
        if (name.find("growth") == std::string::npos || second == std::string::npos || second < 3) continue;
        const std::size_t first = name.rfind('_', second - 1);
        if (first == std::string::npos) continue;
        const std::string from = name.substr(first + 1, second - first - 1);
        const std::string to = name.substr(second + 1);
        const auto low = leading_number(from);
        const auto high = leading_number(to);
        if (low && high && *low < *high && from.size() == to.size()) spans.push_back({column, from, to, *high - *low});
    }
    return spans;
}

/// Staff in post by year, of another table: which of its columns are the year and the figure.
struct Series {
    const Table& table;
    std::size_t year;
    std::size_t figure;
    std::vector<std::pair<std::size_t, std::size_t>> shared;  ///< key columns of the rates' table and of this one
};

std::optional<Series> series_for(const Table& rates, const Table& other) {
    const auto year = other.column("year");
    if (&rates == &other || !year || other.figures().size() != 1) return std::nullopt;
    Series series{other, *year, other.figures().front(), {}};
    for (const std::size_t column : other.key()) {
        if (column == *year) continue;
        const auto same = rates.column(plain(other.header(column)));
        if (!same) return std::nullopt;
        series.shared.emplace_back(*same, column);
    }
    return series.shared.empty() ? std::nullopt : std::optional(series);
}

std::optional<std::size_t> row_at(const Series& series, const Table& rates, std::size_t of, const std::string& year) {
    for (std::size_t row = 0; row < series.table.rows(); ++row) {
        const bool same = std::all_of(series.shared.begin(), series.shared.end(), [&](const auto& columns) {
            return rates.text(of, columns.first) == series.table.text(row, columns.second);
        });
        if (same && series.table.text(row, series.year).ends_with(year)) return row;
    }
    return std::nullopt;
}

/// The compound annual rate in per cent from one figure to another, in 1/100,000, rounded to `places`.
std::optional<std::int64_t> rate(std::int64_t of, std::int64_t over, int years, int places) {
    Formula formula;
    formula.kind = Formula::Kind::compound_growth;
    formula.years = years;
    formula.places = places;
    const auto decimal = query::evaluate_formula(formula, of, audit::Printed::unit, over, audit::Printed::unit);
    if (!decimal) return std::nullopt;
    std::int64_t value = decimal->units;
    for (int i = decimal->places; i < 5; ++i) value *= 10;
    return value;
}

void check_rate(const Table& rates, std::size_t row, const Span& span, const Series& series, Findings& findings) {
    const auto printed = read_figure(rates.text(row, span.column));
    const auto start = row_at(series, rates, row, span.from);
    const auto end = row_at(series, rates, row, span.to);
    if (!printed || !printed->number() || !start || !end) return;
    const std::string& from = series.table.text(*start, series.figure);
    const std::string& to = series.table.text(*end, series.figure);
    const auto first = read_figure(from);
    const auto last = read_figure(to);
    if (!first || !last || !first->number() || !last->number()) return;
    const audit::Range before = range_of(*first, false);
    const audit::Range after = range_of(*last, false);
    if (before.low <= 0 || after.low <= 0) return;
    const auto low = rate(after.low, before.high, span.years, printed->places);
    const auto high = rate(after.high, before.low, span.years, printed->places);
    if (!low || !high || (printed->value >= *low && printed->value <= *high)) return;
    const auto plainly = rate(last->value, first->value, span.years, printed->places + 1);
    findings.push_back(
        {Rule::growth_doesnt_follow, rates.place(row, span.column), rates.about(row),
         fmt::format("{} a year is printed, but from {} to {} in {} years is {} per cent a year; rounding of the two "
                     "allows {}",
                     rates.text(row, span.column), from, to, span.years, plainly ? number_text(*plainly) : "no rate",
                     range_text({*low, *high}))});
}

/// A column "…change" beside two columns of rates.
void check_change(const Table& rates, std::size_t row, const std::vector<Span>& spans, Findings& findings) {
    if (spans.size() != 2) return;
    for (const std::size_t column : rates.figures()) {
        if (!plain(rates.header(column)).ends_with("change")) continue;
        const auto change = read_figure(rates.text(row, column));
        const auto first = read_figure(rates.text(row, spans[0].column));
        const auto second = read_figure(rates.text(row, spans[1].column));
        if (!change || !first || !second || !change->number() || !first->number() || !second->number()) continue;
        const std::int64_t room = half_place(change->places) + half_place(first->places) + half_place(second->places);
        const std::int64_t difference = second->value - first->value;
        if (change->value >= difference - room && change->value <= difference + room) continue;
        findings.push_back(
            {Rule::change_doesnt_follow, rates.place(row, column), rates.about(row),
             fmt::format("{} is printed, but {} less {} is {}", rates.text(row, column),
                         rates.text(row, spans[1].column), rates.text(row, spans[0].column), number_text(difference))});
    }
}

}  // namespace

void check_growth(const std::vector<Table>& tables, Findings& findings) {
    for (const Table& rates : tables) {
        const std::vector<Span> spans = spans_of(rates);
        if (spans.empty()) continue;
        for (std::size_t row = 0; row < rates.rows(); ++row) {
            for (const Table& other : tables)
                if (const auto series = series_for(rates, other))
                    for (const Span& span : spans) check_rate(rates, row, span, *series, findings);
            check_change(rates, row, spans, findings);
        }
    }
}

}  // namespace quarterdeck::published_check
