#include "disclosure/solver/attack.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include <CbcModel.hpp>
#include <ClpSimplex.hpp>
#include <OsiClpSolverInterface.hpp>

namespace quarterdeck::disclosure {
namespace {

constexpr double noise = 1e-7;
constexpr int whole_nodes = 2'000;  // of one search for whole numbers

double people(std::int64_t amount) {
    return static_cast<double>(amount) / static_cast<double>(Model::unit);
}

}  // namespace

struct Attack::State {
    /// A hidden component as a linear programme over the distances from the true values.
    struct Part {
        std::vector<std::uint32_t> cells;
        std::vector<std::uint32_t> relations;
        std::unique_ptr<ClpSimplex> programme;
        std::vector<std::set<std::int64_t>> seen;  ///< for each cell: values in solutions with all whole cells whole
    };

    const Model& model;
    std::vector<std::vector<std::uint32_t>> relations_of;
    std::vector<double> slack;  ///< of each relation at the true figures
    std::vector<char> hidden;
    std::map<std::vector<std::uint32_t>, std::shared_ptr<Part>> parts;
    std::vector<Part*> part_of;
    std::vector<std::uint32_t> column_of;

    explicit State(const Model& given) : model(given), relations_of(given.cells.size()), column_of(given.cells.size()) {
        for (std::uint32_t r = 0; r < model.relations.size(); ++r) {
            double sum = 0;
            for (const auto& [cell, factor] : model.relations[r].terms) {
                relations_of[cell].push_back(r);
                sum -= factor * people(model.cells[cell].value);
            }
            slack.push_back(model.relations[r].equal ? 0 : std::max(sum, 0.0));
        }
    }

    /// A cell whose bounds leave one value is known whether it is hidden or not, and no variable.
    bool known(std::uint32_t cell) const { return model.cells[cell].low == model.cells[cell].high; }

    double room_down(std::uint32_t cell) const {
        return std::max(0.0, people(model.cells[cell].value - model.cells[cell].low));
    }
    double room_up(std::uint32_t cell) const {
        if (model.cells[cell].high == Model::unlimited) return far;
        return std::min(far, std::max(0.0, people(model.cells[cell].high - model.cells[cell].value)));
    }

    /// The hidden cells that relations lead to from a cell, ascending, and these relations.
    Part reached_from(std::uint32_t start, std::vector<char>& seen) const {
        Part part;
        std::vector<char> taken(model.relations.size());
        part.cells.push_back(start);
        seen[start] = 1;
        for (std::size_t next = 0; next < part.cells.size(); ++next)
            for (const std::uint32_t relation : relations_of[part.cells[next]]) {
                if (taken[relation] != 0) continue;
                taken[relation] = 1;
                part.relations.push_back(relation);
                for (const auto& [cell, factor] : model.relations[relation].terms) {
                    if (hidden[cell] == 0 || seen[cell] != 0) continue;
                    seen[cell] = 1;
                    part.cells.push_back(cell);
                }
            }
        std::sort(part.cells.begin(), part.cells.end());
        std::sort(part.relations.begin(), part.relations.end());
        return part;
    }

    void build(Part& part) {
        part.programme = std::make_unique<ClpSimplex>();
        ClpSimplex& programme = *part.programme;
        programme.setLogLevel(0);
        programme.scaling(0);
        programme.setPerturbation(100);  // none: the programmes are small
        programme.resize(0, static_cast<int>(part.cells.size()));
        for (std::size_t column = 0; column < part.cells.size(); ++column) {
            const auto number = static_cast<int>(column);
            column_of[part.cells[column]] = static_cast<std::uint32_t>(column);
            programme.setColumnBounds(number, -room_down(part.cells[column]), room_up(part.cells[column]));
            programme.setObjectiveCoefficient(number, 0);
        }
        // The library can't solve a programme without rows: one that says nothing stands for a cell on its own.
        if (part.relations.empty()) programme.addRow(0, nullptr, nullptr, -COIN_DBL_MAX, COIN_DBL_MAX);
        for (const std::uint32_t relation : part.relations) {
            std::vector<int> columns;
            std::vector<double> factors;
            for (const auto& [cell, factor] : model.relations[relation].terms) {
                if (hidden[cell] == 0) continue;
                columns.push_back(static_cast<int>(column_of[cell]));
                factors.push_back(factor);
            }
            programme.addRow(static_cast<int>(columns.size()), columns.data(), factors.data(),
                             model.relations[relation].equal ? 0 : -COIN_DBL_MAX, slack[relation]);
        }
    }

    bool is_whole(const Part& part, const double* solution) const {
        for (std::size_t column = 0; column < part.cells.size(); ++column)
            if (model.cells[part.cells[column]].whole &&
                std::abs(solution[column] - std::round(solution[column])) > noise)
                return false;
        return true;
    }

    /// Keeps a solution's values, where all whole cells are whole: they needn't be looked for any more.
    void note(Part& part, const double* solution) const {
        if (!is_whole(part, solution)) return;
        part.seen.resize(part.cells.size());
        for (std::size_t column = 0; column < part.cells.size(); ++column) {
            const Model::Cell& cell = model.cells[part.cells[column]];
            if (cell.whole) part.seen[column].insert(cell.value + std::llround(solution[column]) * Model::unit);
        }
    }

    /// Adds to `reach` what the programme's duals prove of the way down (direction 1) or up (−1).
    void prove(const Part& part, std::uint32_t target, double direction, std::optional<std::uint32_t> known,
               std::unordered_map<std::uint32_t, double>& terms, double& given) const {
        std::unordered_map<std::uint32_t, double> costs{{target, direction}};
        const double* duals = part.programme->dualRowSolution();
        for (std::size_t row = 0; row < part.relations.size(); ++row) {
            const Model::Relation& relation = model.relations[part.relations[row]];
            const double dual = relation.equal ? duals[row] : std::min(duals[row], 0.0);
            if (std::abs(dual) < 1e-9) continue;
            given -= relation.equal ? 0 : dual * slack[part.relations[row]];
            for (const auto& [cell, factor] : relation.terms) costs[cell] -= dual * factor;
        }
        for (const auto& [cell, cost] : costs) {
            if (std::abs(cost) < 1e-9 || (known && cell == *known)) continue;
            const double most = cost > 0 ? cost * room_down(cell) : -cost * room_up(cell);
            if (most > 0) terms[cell] += most;
        }
    }
};

Attack::Attack(const Model& model) : state_(std::make_unique<State>(model)) {}
Attack::~Attack() = default;

void Attack::set_pattern(const std::vector<char>& hidden) {
    State& state = *state_;
    state.hidden = hidden;
    for (std::uint32_t cell = 0; cell < hidden.size(); ++cell)
        if (state.known(cell)) state.hidden[cell] = 0;
    state.part_of.assign(hidden.size(), nullptr);
    std::map<std::vector<std::uint32_t>, std::shared_ptr<State::Part>> parts;
    std::vector<char> seen(hidden.size());
    for (std::uint32_t cell = 0; cell < hidden.size(); ++cell) {
        if (state.hidden[cell] == 0 || seen[cell] != 0) continue;
        auto part = std::make_shared<State::Part>(state.reached_from(cell, seen));
        const auto known = state.parts.find(part->cells);
        if (known != state.parts.end()) part = known->second;
        for (std::size_t column = 0; column < part->cells.size(); ++column) {
            state.part_of[part->cells[column]] = part.get();
            state.column_of[part->cells[column]] = static_cast<std::uint32_t>(column);
        }
        parts.emplace(part->cells, part);
    }
    state.parts = std::move(parts);
}

const std::vector<std::uint32_t>& Attack::component(std::uint32_t cell) const {
    return state_->part_of[cell]->cells;
}

Attack::Reach Attack::reach(std::uint32_t cell, std::optional<std::uint32_t> known, double enough) {
    State& state = *state_;
    State::Part& part = *state.part_of[cell];
    if (!part.programme) state.build(part);
    ClpSimplex& programme = *part.programme;
    const auto column = static_cast<int>(state.column_of[cell]);
    const bool fix = known && state.part_of[*known] == &part;
    if (fix) programme.setColumnBounds(static_cast<int>(state.column_of[*known]), 0, 0);

    Reach reach;
    std::unordered_map<std::uint32_t, double> terms;
    // First where there is more room; where that is enough, the other way doesn't matter.
    const double first = state.room_down(cell) > state.room_up(cell) ? 1.0 : -1.0;
    for (const double direction : {first, -first}) {
        programme.setObjectiveCoefficient(column, direction);
        programme.primal(0, 3);
        // The proof holds whatever the solver found; without an optimum it is merely weaker.
        const double found = programme.primalColumnSolution()[column];
        (direction > 0 ? reach.down : reach.up) = programme.status() == 0 ? std::max(0.0, -direction * found) : 0;
        if (programme.status() == 0 && !fix) state.note(part, programme.primalColumnSolution());
        if (reach.down + reach.up >= enough) break;
        state.prove(part, cell, direction, known, terms, reach.given);
    }
    programme.setObjectiveCoefficient(column, 0);
    if (fix)
        programme.setColumnBounds(static_cast<int>(state.column_of[*known]), -state.room_down(*known),
                                  state.room_up(*known));
    for (const auto& [other, most] : terms) {
        if (state.model.cells[other].hidden)
            reach.given += most;
        else if (other == cell)
            reach.own += most;
        else
            reach.cut.terms.emplace_back(other, most);
    }
    std::sort(reach.cut.terms.begin(), reach.cut.terms.end());
    return reach;
}

bool Attack::attainable(std::uint32_t cell, std::int64_t value, std::optional<std::uint32_t> known) {
    State& state = *state_;
    const Model::Cell& of = state.model.cells[cell];
    if (value < of.low || (of.high != Model::unlimited && value > of.high)) return false;
    State::Part& part = *state.part_of[cell];
    if (!known && !part.seen.empty() && part.seen[state.column_of[cell]].contains(value)) return true;
    if (!part.programme) state.build(part);
    ClpSimplex programme(*part.programme);
    const double distance = people(value - of.value);
    programme.setColumnBounds(static_cast<int>(state.column_of[cell]), distance, distance);
    if (known && state.part_of[*known] == &part)
        programme.setColumnBounds(static_cast<int>(state.column_of[*known]), 0, 0);
    programme.dual();
    if (programme.status() != 0) return false;
    if (state.is_whole(part, programme.primalColumnSolution())) {
        if (!known) state.note(part, programme.primalColumnSolution());
        return true;
    }
    OsiClpSolverInterface osi(&programme);
    for (std::size_t column = 0; column < part.cells.size(); ++column)
        if (state.model.cells[part.cells[column]].whole) osi.setInteger(static_cast<int>(column));
    CbcModel search(osi);
    search.setLogLevel(0);
    search.solver()->messageHandler()->setLogLevel(0);
    search.setMaximumNodes(whole_nodes);
    search.setMaximumSolutions(1);
    search.branchAndBound();
    return search.bestSolution() != nullptr;
}

}  // namespace quarterdeck::disclosure
