#include "disclosure/solver/master.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include <CbcModel.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglProbing.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include "disclosure/solver/requirements.h"

namespace quarterdeck::disclosure {
namespace {

constexpr std::size_t small = 100;  // cells of a problem that is solved faster without cutting planes
constexpr int root_passes = 10;     // of cutting planes: more of them make each step after slower

/// Disjoint sets of cells.
class Unions {
public:
    explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::uint32_t find(std::uint32_t cell) {
        while (parent_[cell] != cell) cell = parent_[cell] = parent_[parent_[cell]];
        return cell;
    }
    void join(std::uint32_t a, std::uint32_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

private:
    std::vector<std::uint32_t> parent_;
};

void set_limits(CbcModel& search, int nodes) {
    search.setLogLevel(0);
    search.solver()->messageHandler()->setLogLevel(0);
    search.setMaximumNodes(nodes);
    search.setNumberThreads(0);
    search.setMaximumCutPassesAtRoot(root_passes);
    search.setAllowableGap(0.5);  // costs are whole numbers
}

std::vector<std::uint32_t> cells_of(const std::vector<Cut>& cuts) {
    std::set<std::uint32_t> cells;
    for (const Cut& cut : cuts)
        for (const auto& [cell, factor] : cut.terms) cells.insert(cell);
    return {cells.begin(), cells.end()};
}

/// A column for each cell, ascending, and a row for each cut.
void load(OsiClpSolverInterface& osi, const Model& model, const std::vector<std::uint32_t>& cells,
          const std::vector<Cut>& cuts) {
    std::vector<int> columns;
    std::vector<int> rows;
    std::vector<double> factors;
    std::vector<double> least;
    for (std::size_t row = 0; row < cuts.size(); ++row) {
        for (const auto& [cell, factor] : cuts[row].terms) {
            rows.push_back(static_cast<int>(row));
            columns.push_back(static_cast<int>(std::lower_bound(cells.begin(), cells.end(), cell) - cells.begin()));
            factors.push_back(factor);
        }
        least.push_back(cuts[row].least);
    }
    const CoinPackedMatrix matrix(false, rows.data(), columns.data(), factors.data(),
                                  static_cast<CoinBigIndex>(factors.size()));
    const std::vector<double> none(cells.size(), 0.0);
    const std::vector<double> all(cells.size(), 1.0);
    const std::vector<double> endless(cuts.size(), COIN_DBL_MAX);
    std::vector<double> weights;
    weights.reserve(cells.size());
    for (const std::uint32_t cell : cells) weights.push_back(static_cast<double>(model.cells[cell].weight));
    osi.loadProblem(matrix, none.data(), all.data(), weights.data(), least.data(), endless.data());
}

}  // namespace

Master::Master(const Model& model, const Effort& effort)
    : model_(model), nodes_(effort.nodes), hidden_(model.cells.size()) {
    for (std::size_t cell = 0; cell < model.cells.size(); ++cell) hidden_[cell] = model.cells[cell].hidden ? 1 : 0;
    for (const Model::Implication& rule : model.implications)
        if (!model.cells[rule.follower].hidden && !model.cells[rule.cell].hidden) {
            Cut cut;
            cut.terms = {{rule.cell, -1.0}, {rule.follower, 1.0}};
            std::sort(cut.terms.begin(), cut.terms.end());
            add(std::move(cut));
        }
}

void Master::add(Cut cut) {
    cuts_.push_back(std::move(cut));
}

void Master::forget(std::size_t aim) {
    std::erase_if(cuts_, [&](const Cut& cut) { return cut.aim == aim; });
    answers_.clear();
}

void Master::solve() {
    Unions unions(model_.cells.size());
    for (const Cut& cut : cuts_)
        for (const auto& [cell, factor] : cut.terms) unions.join(cut.terms.front().first, cell);
    std::map<std::uint32_t, std::vector<std::size_t>> parts;
    for (std::size_t cut = 0; cut < cuts_.size(); ++cut)
        parts[unions.find(cuts_[cut].terms.front().first)].push_back(cut);

    for (std::size_t cell = 0; cell < hidden_.size(); ++cell) hidden_[cell] = model_.cells[cell].hidden ? 1 : 0;
    std::map<std::vector<std::size_t>, Answer> answers;
    for (auto& [first, cuts] : parts) {
        const auto known = answers_.find(cuts);
        Answer answer = known != answers_.end() ? std::move(known->second) : solve(cuts);
        for (const std::uint32_t cell : answer.hidden) hidden_[cell] = 1;
        answers.emplace(std::move(cuts), std::move(answer));
    }
    answers_ = std::move(answers);
}

void Master::mend(std::vector<char>& hidden) const {
    for (bool changed = true; changed;) {
        changed = false;
        for (const Cut& cut : cuts_) {
            double sum = 0;
            for (const auto& [cell, factor] : cut.terms)
                if (hidden[cell] != 0) sum += factor;
            while (sum < cut.least - 1e-6) {
                const std::pair<std::uint32_t, double>* best = nullptr;
                const auto gain = [&](const auto& term) {
                    return term.second / static_cast<double>(model_.cells[term.first].weight);
                };
                for (const auto& term : cut.terms)
                    if (hidden[term.first] == 0 && term.second > 0 && (best == nullptr || gain(term) > gain(*best)))
                        best = &term;
                if (best == nullptr) break;
                hidden[best->first] = 1;
                sum += best->second;
                changed = true;
            }
        }
    }
}

std::int64_t Master::bound() const {
    std::int64_t bound = 0;
    for (const auto& [cuts, answer] : answers_) bound += answer.bound;
    return bound;
}

Master::Answer Master::solve(const std::vector<std::size_t>& cuts) const {
    // With every requirement of the kind "this implies that", nothing needs to be hidden.
    if (std::all_of(cuts.begin(), cuts.end(), [&](std::size_t cut) { return cuts_[cut].least <= 0; })) return {};
    std::vector<Cut> together;
    together.reserve(cuts.size());
    for (const std::size_t cut : cuts) together.push_back(cuts_[cut]);
    Requirements requirements = reduced(std::move(together), model_.cells.size());
    Answer answer = cheapest(requirements.left);
    for (const std::uint32_t cell : requirements.fixed) answer.bound += model_.cells[cell].weight;
    answer.hidden.insert(answer.hidden.end(), requirements.fixed.begin(), requirements.fixed.end());
    return answer;
}

Master::Answer Master::cheapest(const std::vector<Cut>& cuts) const {
    if (cuts.empty()) return {};
    const std::vector<std::uint32_t> cells = cells_of(cuts);
    OsiClpSolverInterface osi;
    osi.messageHandler()->setLogLevel(0);
    load(osi, model_, cells, cuts);
    osi.initialSolve();
    Answer answer;
    const auto take = [&](const double* solution) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (solution[i] > 0.5) answer.hidden.push_back(cells[i]);
    };
    const double* relaxed = osi.getColSolution();
    if (std::all_of(relaxed, relaxed + cells.size(),
                    [](double each) { return std::abs(each - std::round(each)) < 1e-6; })) {
        take(relaxed);
        for (const std::uint32_t cell : answer.hidden) answer.bound += model_.cells[cell].weight;
        return answer;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) osi.setInteger(static_cast<int>(i));
    CbcModel search(osi);
    set_limits(search, nodes_);
    CglProbing probing;
    CglKnapsackCover cover;
    CglGomory gomory;
    if (cells.size() > small) {
        search.addCutGenerator(&probing, -1, "Probing");
        search.addCutGenerator(&cover, -1, "KnapsackCover");
        search.addCutGenerator(&gomory, -1, "Gomory");
    }
    search.branchAndBound();
    if (search.bestSolution() != nullptr)
        take(search.bestSolution());
    else
        answer.hidden = cells;
    std::int64_t cost = 0;
    for (const std::uint32_t cell : answer.hidden) cost += model_.cells[cell].weight;
    answer.bound = search.isProvenOptimal()
                       ? cost
                       : std::min(cost, static_cast<std::int64_t>(std::ceil(search.getBestPossibleObjValue() - 1e-4)));
    return answer;
}

}  // namespace quarterdeck::disclosure
