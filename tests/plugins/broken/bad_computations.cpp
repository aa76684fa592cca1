#include <cstdlib>
#include <stdexcept>

#include "quarterdeck/plugin.h"

// A programme that describes itself well, and whose computed metrics each break another rule.
namespace {

using namespace quarterdeck;

Metric metric(const std::string& id, Compute compute) {
    return {.id = id,
            .title = {"Title", "Teitl"},
            .definition = {"Definition", "Diffiniad"},
            .unit = {"Unit", "Uned"},
            .compute = std::move(compute)};
}

Table table() {
    return {.labels = {{"area", {"Area", "Maes"}}},
            .columns = {{"headcount", {"Headcount", "Nifer"}}},
            .rows = {{.id = "one", .labels = {{"One", "Un"}}, .figures = {Decimal{10, 0}}}}};
}

Table ragged(const std::vector<Table>& /*answers*/) {
    Table result = table();
    result.rows[0].figures.clear();
    return result;
}

Table too_fine(const std::vector<Table>& /*answers*/) {
    Table result = table();
    result.rows[0].figures[0] = Decimal{1049, 2};
    return result;
}

Table thrown(const std::vector<Table>& /*answers*/) {
    throw std::runtime_error("There is no answer to divide by.");
}

Table too_much(const std::vector<Table>& /*answers*/) {
    std::string text;
    text.reserve(std::size_t{1} << 40U);
    return table();
}

Table aborted(const std::vector<Table>& /*answers*/) {
    std::abort();
}

Programme bad_computations() {
    return {.id = "bad_computations",
            .version = "1.0.0",
            .title = {"Bad", "Drwg"},
            .metrics = {metric("ragged", ragged), metric("too_fine", too_fine), metric("thrown", thrown),
                        metric("too_much", too_much), metric("aborted", aborted),
                        metric("fine", [](const std::vector<Table>&) { return table(); })}};
}

}  // namespace

QUARTERDECK_PROGRAMME(bad_computations)
