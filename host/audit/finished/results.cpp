#include "audit/finished/results.h"

#include <cmath>

namespace quarterdeck::audit {
namespace {

constexpr std::int64_t hundred = 100 * Printed::unit;

/// How often a figure has become what it was, after years of growth in per cent a year.
double grown(std::int64_t a_year, int years) {
    const double each = static_cast<double>(hundred + a_year) / static_cast<double>(hundred);
    double times = 1;
    for (int year = 0; year < years; ++year) times *= each;
    return times * static_cast<double>(Printed::unit);
}

}  // namespace

std::optional<Printed> read_result(std::string_view text) {
    const bool below_zero = text.size() > 1 && text.front() == '-';
    std::optional<Printed> printed = read_printed(below_zero ? text.substr(1) : text);
    if (printed && below_zero) printed->value = -printed->value;
    return printed;
}

Range unrounded(const Printed& printed) {
    std::int64_t half = Printed::unit / 2;
    for (int place = 0; place < printed.places; ++place) half /= 10;
    return {printed.value - half, printed.value + half};
}

Quotient quotient_of(const Formula& formula, Range result) {
    switch (formula.kind) {
        case Formula::Kind::percentage: return {result, 100};
        case Formula::Kind::growth: return {{hundred + result.low, hundred + result.high}, 100};
        case Formula::Kind::compound_growth:
            return {{static_cast<std::int64_t>(std::floor(grown(result.low, formula.years))) - 1,
                     static_cast<std::int64_t>(std::ceil(grown(result.high, formula.years))) + 1}};
        default: return {result};
    }
}

}  // namespace quarterdeck::audit
