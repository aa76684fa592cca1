#include "disclosure/pattern.h"

#include <algorithm>
#include <exception>
#include <map>
#include <set>

#include "disclosure/groups.h"
#include "disclosure/problem.h"
#include "disclosure/solver_message.h"
#include "disclosure/solver_process.h"
#include "refusal.h"

namespace quarterdeck::disclosure {
namespace {

bool nothing_to_hide(const Model& model) {
    return std::none_of(model.cells.begin(), model.cells.end(), [](const Model::Cell& cell) { return cell.hidden; });
}

/// Whether an answer fits its model at all: sizes, and everything hidden that must be.
bool fits(const Suppression& answer, const Model& model) {
    if (answer.hidden.size() != model.cells.size() || answer.ranges.size() != model.cells.size()) return false;
    for (std::size_t cell = 0; cell < model.cells.size(); ++cell)
        if (model.cells[cell].hidden && answer.hidden[cell] == 0) return false;
    for (const Model::Implication& rule : model.implications)
        if (answer.hidden[rule.cell] != 0 && answer.hidden[rule.follower] == 0) return false;
    return std::all_of(answer.narrow.begin(), answer.narrow.end(),
                       [&](std::uint32_t cell) { return cell < model.cells.size(); });
}

Suppression ask(const Model& model, const Effort& effort, const std::filesystem::path& solver) {
    const auto text = ask_solver(solver, SolverRequest{model, effort}.text());
    if (text) {
        try {
            Suppression answer = suppression_from(*text);
            if (fits(answer, model)) return answer;
        } catch (const std::exception&) {
            // As good as no answer.
        }
    }
    throw Refusal("Small numbers can't be protected: " + solver.string() +
                  " gave no answer. Check that the program is there and may be run, and that there is enough memory.");
}

class Describing {
public:
    Describing(const std::vector<query::Answer>& answers, const std::vector<std::string>& names, const Problem& problem,
               const Suppression& suppression)
        : answers_(answers), names_(names), problem_(problem), suppression_(suppression) {}

    Pattern pattern(const Policy& policy) {
        Certificate& certificate = pattern_.certificate;
        certificate.policy = policy;
        certificate.solver = suppression_.solver;
        certificate.cost = suppression_.cost;
        certificate.bound = suppression_.bound;
        certificate.relations = problem_.model.relations.size();
        for (std::size_t answer = 0; answer < answers_.size(); ++answer) add(answer);
        for (const std::uint32_t cell : suppression_.narrow)
            if (hidden_.contains(cell)) certificate.narrow.push_back(hidden_.at(cell));
        certificate.narrow_cells = certificate.narrow.size();
        for (auto& [cell, hidden] : hidden_) certificate.hidden.push_back(std::move(hidden));
        return std::move(pattern_);
    }

private:
    Fate fate(std::uint32_t cell) const {
        if (suppression_.hidden[cell] == 0) return Fate::shown;
        if (problem_.primary[cell] != 0) return Fate::primary;
        if (problem_.model.cells[cell].hidden) return Fate::dependent;
        for (const Model::Implication& rule : problem_.model.implications)
            if (rule.follower == cell && suppression_.hidden[rule.cell] != 0) return Fate::dependent;
        return Fate::secondary;
    }

    void add(std::size_t number) {
        const query::Answer& answer = answers_[number];
        auto& fates = pattern_.fates.emplace_back(answer.cells.size(), Fate::shown);
        for (std::size_t at = 0; at < answer.cells.size(); ++at) {
            const std::uint32_t cell = problem_.cell_of[number][at];
            if (cell == Problem::none) continue;
            fates[at] = fate(cell);
            if (seen_.insert(cell).second) count(cell, fates[at]);
            if (fates[at] != Fate::shown)
                hidden_[cell].places.push_back({names_[number], answer.rows[at / answer.measures.size()].id,
                                                answer.measures[at % answer.measures.size()].id});
        }
    }

    void count(std::uint32_t cell, Fate fate) {
        Certificate& certificate = pattern_.certificate;
        const bool is_count = problem_.count[cell] != 0;
        ++certificate.cells;
        certificate.counts += is_count ? 1 : 0;
        if (fate == Fate::shown) return;
        certificate.hidden_counts += is_count ? 1 : 0;
        ++(fate == Fate::primary     ? certificate.primary
           : fate == Fate::dependent ? certificate.dependent
                                     : certificate.secondary);
        const Suppression::Range& range = suppression_.ranges[cell];
        const auto amount = [&](std::int64_t units) {
            return is_count && units != Model::unlimited ? units / Model::unit : units;
        };
        hidden_[cell] = {{}, fate, is_count, amount(range.low), amount(range.high)};
    }

    const std::vector<query::Answer>& answers_;
    const std::vector<std::string>& names_;
    const Problem& problem_;
    const Suppression& suppression_;
    std::set<std::uint32_t> seen_;
    std::map<std::uint32_t, Certificate::Hidden> hidden_;  ///< by cell
    Pattern pattern_;
};

}  // namespace

void expect_nothing_exact(const Certificate& certificate) {
    for (const Certificate::Hidden& cell : certificate.narrow)
        if (cell.low == cell.high)
            throw Refusal(cell.places.front().answer + ", row " + cell.places.front().row + ", column " +
                          cell.places.front().measure +
                          ": the count could be worked out exactly even with everything around it hidden, since its "
                          "table has too many counts below the threshold. Merge rows of this table, or leave it out.");
}

Pattern find_pattern(const std::vector<query::Answer>& answers, const query::Membership& membership,
                     const std::vector<std::string>& names, const Policy& policy, const Effort& effort,
                     const std::filesystem::path& solver) {
    const Problem problem = build_problem(answers, membership, policy);
    Suppression suppression;
    if (!policy.protect || nothing_to_hide(problem.model)) {
        suppression.hidden.resize(problem.model.cells.size());
        for (const Model::Cell& cell : problem.model.cells) suppression.ranges.push_back({cell.value, cell.value});
    } else {
        suppression = ask(problem.model, effort, solver);
    }
    Pattern pattern = Describing(answers, names, problem, suppression).pattern(policy);
    if (policy.group_disclosure != GroupDisclosure::ignore)
        pattern.group_rows = told_by(shared_values(answers), answers, pattern.fates, names);
    pattern.certificate.group_rows = pattern.group_rows.size();
    return pattern;
}

}  // namespace quarterdeck::disclosure
