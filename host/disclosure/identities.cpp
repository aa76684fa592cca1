#include "disclosure/identities.h"

#include <algorithm>
#include <optional>
#include <set>

#include "disclosure/published_figures.h"
#include "query/condition.h"

namespace quarterdeck::disclosure {
namespace {

/// Whether a row is of all records that fit another one. A total that was found in the data has a rule of its own.
bool sums_rows(const Row& row) {
    return row.total &&
           std::none_of(row.labels.begin(), row.labels.end(), [](const Text& label) { return label.en.empty(); });
}

}  // namespace

std::uint32_t Identities::number(std::string rule) {
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    return numbers_.try_emplace(std::move(rule), next).first->second;
}

std::vector<std::uint32_t> Identities::rows_of(const query::Answer& answer) {
    const std::string population = query::key_of(canonical(answer.population)) + " with ";
    std::set<std::string> parts;
    for (const Row& row : answer.rows)
        if (!row.total) parts.insert(query::key_of(canonical(row.where)));
    std::string sum = population + "some of";
    for (const std::string& part : parts) sum += " " + part;
    std::vector<std::uint32_t> rows;
    for (const Row& row : answer.rows)
        rows.push_back(number(sums_rows(row) ? sum : population + query::key_of(canonical(row.where))));
    return rows;
}

std::vector<std::vector<Identities::Identity>> Identities::of_cells(const Problem& problem,
                                                                    const std::vector<query::Answer>& answers,
                                                                    Date as_at) {
    std::vector<std::vector<std::uint32_t>> rows;
    rows.reserve(answers.size());
    for (const query::Answer& answer : answers) rows.push_back(rows_of(answer));
    std::map<std::uint32_t, std::set<Identity>> of_extent;
    for (const auto& [extent, places] : problem.places)
        for (const Problem::Place& place : places) {
            const query::Answer& answer = answers[place.answer];
            const Measure& measure = answer.measures[place.at % answer.measures.size()];
            const Date then = as_at.months_before(measure.months_before);
            const bool moves = measure.movement != Movement::none;
            of_extent[extent].insert({.row = rows[place.answer][place.at / answer.measures.size()],
                                      .where = number(query::key_of(canonical(measure.where))),
                                      .movement = measure.movement,
                                      .since = then,
                                      .date = moves ? as_at : then});
        }
    std::vector<std::vector<Identity>> identities;
    for (const Problem::Counted& counted : problem.counted) {
        auto& names = identities.emplace_back();
        for (Identity identity : of_extent[counted.extent]) {
            identity.count = counted.count;
            identity.change = counted.change;
            names.push_back(identity);
        }
    }
    return identities;
}

}  // namespace quarterdeck::disclosure
