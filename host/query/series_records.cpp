#include "query/series_records.h"

#include <algorithm>
#include <string>

#include "query/condition.h"
#include "refusal.h"

namespace quarterdeck::query {

const std::string& value_of(const snapshot::SeriesFigure& figure, Field field) {
    switch (field) {
        case Field::series: return figure.series;
        case Field::subject: return figure.subject;
        case Field::provider: return figure.provider;
        case Field::year: return figure.year;
        default: return figure.stage;
    }
}

Bits SeriesRecords::fitting(const Condition& condition) const {
    return Bits::where(size(),
                       [&](std::size_t entry) { return holds(condition, value_of(figures_[entry], condition.field)); });
}

Grouping SeriesRecords::grouping(Field field) const {
    Grouping grouping;
    for (const auto& figure : figures_) grouping.values.push_back(value_of(figure, field));
    std::sort(grouping.values.begin(), grouping.values.end());
    grouping.values.erase(std::unique(grouping.values.begin(), grouping.values.end()), grouping.values.end());
    for (const auto& figure : figures_) {
        const auto at = std::lower_bound(grouping.values.begin(), grouping.values.end(), value_of(figure, field));
        grouping.of.push_back(static_cast<std::uint32_t>(at - grouping.values.begin()));
    }
    return grouping;
}

Sums SeriesRecords::sum(const std::vector<std::uint32_t>& entries) {
    Sums sums;
    sums.known = !entries.empty() && std::all_of(entries.begin(), entries.end(),
                                                 [&](std::uint32_t entry) { return figures_[entry].known; });
    if (!sums.known) return sums;
    for (const std::uint32_t entry : entries)
        if (__builtin_add_overflow(sums.value, figures_[entry].value, &sums.value))
            throw Refusal(
                "Figures of the series \"" + figures_[entry].series +
                "\" add up to more than can be counted. Expected at most 92,233,720,368,547. Look for a value "
                "with too many digits.");
    return sums;
}

}  // namespace quarterdeck::query
