#include "query/series_records.h"

#include <algorithm>
#include <string>

#include "query/condition.h"
#include "refusal.h"

namespace quarterdeck::query {
namespace {

std::int64_t amount(const snapshot::SeriesFigure& figure) {
    return figure.value;
}

std::int64_t amount(const snapshot::FundedPosts& posts) {
    return posts.fte;
}

std::string name_of(const snapshot::SeriesFigure& figure) {
    return "Figures of the series \"" + figure.series + "\" add";
}

std::string name_of(const snapshot::FundedPosts& posts) {
    return "Funded posts of " + posts.date.iso() + " add";
}

}  // namespace

const std::string& value_of(const snapshot::SeriesFigure& figure, Field field) {
    switch (field) {
        case Field::series: return figure.series;
        case Field::subject: return figure.subject;
        case Field::provider: return figure.provider;
        case Field::year: return figure.year;
        default: return figure.stage;
    }
}

const std::string& value_of(const snapshot::FundedPosts& posts, Field field) {
    switch (field) {
        case Field::organisation: return posts.organisation;
        case Field::staff_group: return posts.staff_group;
        case Field::occupation_code: return posts.occupation_code;
        case Field::job_role: return posts.job_role;
        case Field::area_of_work: return posts.area_of_work;
        case Field::pay_band: return posts.pay_band;
        case Field::band_group: return posts.band_group;
        default: return posts.subjective_code;
    }
}

template <class Figure>
Bits FigureRecords<Figure>::fitting(const Condition& condition) const {
    return Bits::where(
        size(), [&](std::size_t entry) { return holds(condition, value_of(*figures_[entry], condition.field)); });
}

template <class Figure>
Grouping FigureRecords<Figure>::grouping(Field field) const {
    Grouping grouping;
    for (const Figure* figure : figures_) grouping.values.push_back(value_of(*figure, field));
    std::sort(grouping.values.begin(), grouping.values.end());
    grouping.values.erase(std::unique(grouping.values.begin(), grouping.values.end()), grouping.values.end());
    for (const Figure* figure : figures_) {
        const auto at = std::lower_bound(grouping.values.begin(), grouping.values.end(), value_of(*figure, field));
        grouping.of.push_back(static_cast<std::uint32_t>(at - grouping.values.begin()));
    }
    return grouping;
}

template <class Figure>
Sums FigureRecords<Figure>::sum(const std::vector<std::uint32_t>& entries) {
    Sums sums;
    sums.known = !entries.empty() && std::all_of(entries.begin(), entries.end(),
                                                 [&](std::uint32_t entry) { return figures_[entry]->known; });
    if (!sums.known) return sums;
    for (const std::uint32_t entry : entries)
        if (__builtin_add_overflow(sums.value, amount(*figures_[entry]), &sums.value))
            throw Refusal(name_of(*figures_[entry]) +
                          " up to more than can be counted. Expected at most 92,233,720,368,547. Look for a value "
                          "with too many digits.");
    return sums;
}

template class FigureRecords<snapshot::SeriesFigure>;
template class FigureRecords<snapshot::FundedPosts>;

std::vector<const snapshot::FundedPosts*> posts_at(const std::vector<snapshot::FundedPosts>& posts, Date date) {
    std::vector<const snapshot::FundedPosts*> at_date;
    for (const snapshot::FundedPosts& each : posts)
        if (each.date == date) at_date.push_back(&each);
    return at_date;
}

}  // namespace quarterdeck::query
