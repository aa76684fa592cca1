#include "pathology/spread.h"

#include <cstdint>

#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

/// (sum of counts)² ÷ sum of squared counts, to one place, half away from zero: the inverse of the sum of squared
/// shares. A marker among the counts is the result, since the result would rest on it; nobody at all gives [z].
Figure effective_number(const std::vector<TableRow>& organisations) {
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    for (const TableRow& organisation : organisations) {
        const Figure& figure = organisation.figures.front();
        if (const auto* marker = std::get_if<Marker>(&figure)) return *marker;
        const std::int64_t people = std::get<Decimal>(figure).units;
        sum += people;
        squares += people * people;
    }
    if (squares == 0) return Marker::not_applicable;
    return Decimal{.units = (20 * sum * sum + squares) / (2 * squares), .places = 1};
}

}  // namespace

Metric effective_organisations(const Population& staff) {
    const Label workforce{"workforce", {"Workforce", "Gweithlu"}};
    const Column number{.id = "effective_organisations",
                        .title = {"Effective number of organisations", "Nifer effeithiol y sefydliadau"},
                        .places = 1};
    return {
        .id = "effective_organisations",
        .title = {"Effective number of organisations: " + staff.title.en,
                  "Nifer effeithiol y sefydliadau: " + staff.title.cy},
        .definition = {"One divided by the sum of the squared shares that organisations have in the headcount at the "
                       "snapshot date. A person with posts in two organisations counts in each. Hidden when the count "
                       "of any organisation is hidden.",
                       "Un wedi'i rannu â swm sgwariau cyfrannau'r sefydliadau o nifer y staff ar ddyddiad y ciplun. "
                       "Mae person â swyddi mewn dau sefydliad yn cyfrif yn y ddau. Caiff ei guddio pan fydd nifer "
                       "unrhyw sefydliad wedi'i guddio."},
        .unit = {"Organisations of equal size", "Sefydliadau o'r un maint"},
        .tags = {"spread"},
        .needs = {{.id = "headcount_by_organisation",
                   .population = staff,
                   .by = {Field::organisation},
                   .measures = {headcount()}}},
        .compute =
            [=](const std::vector<Table>& answers) {
                return Table{
                    .labels = {workforce},
                    .columns = {number},
                    .rows = {
                        {.id = staff.id, .labels = {staff.title}, .figures = {effective_number(answers.at(0).rows)}}}};
            },
    };
}

}  // namespace quarterdeck::programmes
