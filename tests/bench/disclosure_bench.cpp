// How long a pattern takes by number of cells and of linked tables. Tables are made up: counts of staff by row and
// column, a third of them small, with margins; linked ones share a row of totals.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "disclosure/solver/suppress.h"

namespace {

using namespace quarterdeck::disclosure;

constexpr std::int64_t unit = Model::unit;
constexpr int threshold = 5;

Model::Cell count(std::int64_t value, std::int64_t weight) {
    Model::Cell cell{.value = value * unit, .weight = weight};
    const bool few = value < threshold;
    cell.low = (few ? 1 : threshold) * unit;
    if (few) {
        cell.high = (threshold - 1) * unit;
        cell.width = 2 * unit;
        cell.hidden = true;
    }
    return cell;
}

/// Adds a cell for the sum of others, and the relation; zeros are no cells.
std::uint32_t add_total(Model& model, const std::vector<std::uint32_t>& parts, std::int64_t weight) {
    Model::Relation relation{.terms = {}, .equal = true};
    std::int64_t sum = 0;
    for (const std::uint32_t part : parts) {
        sum += model.cells[part].value / unit;
        relation.terms.emplace_back(part, 1);
    }
    const auto total = static_cast<std::uint32_t>(model.cells.size());
    model.cells.push_back(count(sum, weight));
    relation.terms.emplace_back(total, -1);
    model.relations.push_back(std::move(relation));
    return total;
}

/// So many tables of rows × 4 inner cells with their margins; the columns' totals of all of them add up to common ones.
Model tables(std::size_t rows, std::size_t linked, unsigned seed) {
    constexpr std::size_t columns = 4;
    std::mt19937 random(seed);
    Model model;
    std::vector<std::vector<std::uint32_t>> totals(columns);
    for (std::size_t table = 0; table < linked; ++table) {
        std::vector<std::vector<std::uint32_t>> by_column(columns);
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<std::uint32_t> in_row;
            for (std::size_t column = 0; column < columns; ++column) {
                const std::int64_t value = random() % 3 == 0 ? random() % threshold : threshold + random() % 60;
                if (value == 0) continue;
                in_row.push_back(static_cast<std::uint32_t>(model.cells.size()));
                by_column[column].push_back(in_row.back());
                model.cells.push_back(count(value, 100));
            }
            if (!in_row.empty()) add_total(model, in_row, 110);
        }
        for (std::size_t column = 0; column < columns; ++column)
            if (!by_column[column].empty()) totals[column].push_back(add_total(model, by_column[column], 150));
    }
    if (linked > 1)
        for (const auto& parts : totals) add_total(model, parts, 150);
    return model;
}

void find_pattern(benchmark::State& state) {
    const Model model = tables(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)), 1);
    Suppression found;
    for (auto _ : state) found = suppress(model, {});
    state.counters["cells"] = static_cast<double>(model.cells.size());
    state.counters["relations"] = static_cast<double>(model.relations.size());
    state.counters["gap_percent"] =
        found.cost == 0 ? 0 : 100.0 * static_cast<double>(found.cost - found.bound) / static_cast<double>(found.cost);
}

BENCHMARK(find_pattern)
    ->ArgNames({"rows", "tables"})
    ->ArgsProduct({{4, 8, 16}, {1, 2, 4}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

}  // namespace
