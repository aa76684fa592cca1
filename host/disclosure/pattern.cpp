#include "disclosure/pattern.h"

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "disclosure/groups.h"
#include "disclosure/joining.h"
#include "disclosure/problem.h"
#include "disclosure/solver_message.h"
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

Suppression ask(const Model& model, const Effort& effort, const Solver& solver) {
    const auto text = solver.ask(SolverRequest{model, effort}.text());
    if (text) {
        try {
            Suppression answer = suppression_from(*text);
            if (fits(answer, model)) return answer;
        } catch (const std::exception&) {
            // As good as no answer.
        }
    }
    throw Refusal("Small numbers can't be protected: " + solver.program().string() +
                  " gave no answer. Check that the program is there and may be run, and that there is enough memory.");
}

class Describing {
public:
    Describing(const std::vector<query::Answer>& answers, const std::vector<std::string>& names, const Problem& problem,
               const Suppression& suppression, const Earlier& earlier)
        : answers_(answers), names_(names), problem_(problem), suppression_(suppression), earlier_(earlier) {}

    Pattern pattern(const Policy& policy) {
        Certificate& certificate = pattern_.certificate;
        certificate.policy = policy;
        certificate.solver = suppression_.solver;
        certificate.cost = suppression_.cost;
        certificate.bound = suppression_.bound;
        certificate.relations = problem_.model.relations.size();
        certificate.earlier_releases = earlier_.releases();
        for (std::size_t answer = 0; answer < answers_.size(); ++answer) add(answer);
        add_elsewhere();
        for (const std::uint32_t cell : suppression_.narrow)
            if (hidden_.contains(cell) && (problem_.kept[cell] == 0 || problem_.primary[cell] != 0))
                certificate.narrow.push_back(hidden_.at(cell));
        certificate.narrow_cells = certificate.narrow.size();
        for (auto& [cell, hidden] : hidden_)
            if (problem_.own[cell] != 0) certificate.hidden.push_back(std::move(hidden));
        return std::move(pattern_);
    }

private:
    Fate fate(std::uint32_t cell) const {
        if (suppression_.hidden[cell] == 0) return Fate::shown;
        if (problem_.primary[cell] != 0) return Fate::primary;
        if (problem_.kept[cell] != 0) return Fate::secondary;
        if (problem_.model.cells[cell].hidden) return Fate::dependent;
        for (const Model::Implication& rule : problem_.model.implications)
            if (rule.follower == cell && suppression_.hidden[rule.cell] != 0) return Fate::dependent;
        return Fate::secondary;
    }

    std::string name_of(std::size_t number) const {
        return number < names_.size() ? names_[number]
                                      : "an earlier release's " + earlier_.names()[number - names_.size()];
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
                hidden_[cell].places.push_back({name_of(number), answer.rows[at / answer.measures.size()].id,
                                                answer.measures[at % answer.measures.size()].id});
        }
    }

    void add_elsewhere() {
        for (const auto& [cell, named] : problem_.elsewhere)
            if (const Fate its = fate(cell); its != Fate::shown && seen_.insert(cell).second) {
                count(cell, its);
                hidden_[cell].places.push_back({named.table, named.row, named.measure});
            }
    }

    void count(std::uint32_t cell, Fate fate) {
        Certificate& certificate = pattern_.certificate;
        const bool is_count = problem_.count[cell] != 0;
        if (problem_.own[cell] != 0) {
            ++certificate.cells;
            certificate.counts += is_count ? 1 : 0;
            certificate.kept += problem_.kept[cell] != 0 ? 1 : 0;
        }
        if (fate == Fate::shown) return;
        if (problem_.own[cell] != 0) {
            certificate.hidden_counts += is_count ? 1 : 0;
            ++(fate == Fate::primary     ? certificate.primary
               : fate == Fate::dependent ? certificate.dependent
                                         : certificate.secondary);
        }
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
    const Earlier& earlier_;
    std::set<std::uint32_t> seen_;
    std::map<std::uint32_t, Certificate::Hidden> hidden_;  ///< by cell
    Pattern pattern_;
};

}  // namespace

void expect_nothing_exact(const Certificate& certificate) {
    for (const Certificate::Hidden& cell : certificate.narrow) {
        if (cell.low != cell.high) continue;
        const std::string place =
            cell.places.front().answer + ", row " + cell.places.front().row + ", column " + cell.places.front().measure;
        if (certificate.earlier_releases > 0)
            throw Refusal(place +
                          ": with what earlier releases printed, the count could be worked out exactly, whatever this "
                          "release hides. Leave out the table that is new since then, or merge its rows.");
        throw Refusal(place +
                      ": the count could be worked out exactly even with everything around it hidden, since its "
                      "table has too many counts below the threshold. Merge rows of this table, or leave it out.");
    }
}

namespace {

void expect_nothing_reopened(const Problem& problem, const std::vector<query::Answer>& answers,
                             const std::vector<std::string>& names, const Earlier& earlier) {
    if (problem.reopened.empty()) return;
    const auto& [number, at] = problem.reopened.front();
    const query::Answer& answer = answers[number];
    throw Refusal(earlier.names()[number - names.size()] + ", row " + answer.rows[at / answer.measures.size()].id +
                  ", column " + answer.measures[at % answer.measures.size()].id +
                  ": an earlier release printed this figure, and the policy would hide it now. What is public can't be "
                  "hidden again: keep the threshold and the group disclosure of that release.");
}

/// Where the release's own answers have a figure that an earlier release printed.
std::optional<Problem::Place> own_place(const Problem::Place& place, const std::vector<query::Answer>& answers,
                                        const Problem& problem, const std::vector<std::string>& names,
                                        const std::string& name) {
    const query::Answer& earlier = answers[place.answer];
    const std::string& row = earlier.rows[place.at / earlier.measures.size()].id;
    const std::string& measure = earlier.measures[place.at % earlier.measures.size()].id;
    const std::uint32_t cell = problem.cell_of[place.answer][place.at];
    std::optional<Problem::Place> found;
    for (std::size_t number = 0; number < names.size(); ++number) {
        const query::Answer& answer = answers[number];
        for (std::size_t at = 0; at < answer.cells.size(); ++at) {
            const bool same_cell = cell != Problem::none && problem.cell_of[number][at] == cell;
            const bool same_name = names[number] == name && answer.rows[at / answer.measures.size()].id == row &&
                                   answer.measures[at % answer.measures.size()].id == measure;
            if (same_name && (same_cell || problem.cell_of[number][at] == Problem::none))
                return Problem::Place{number, at};
            if (same_cell && !found) found = {number, at};
        }
    }
    return found;
}

std::vector<Pattern::Revision> revisions(const Pattern& pattern, const std::vector<query::Answer>& answers,
                                         const Problem& problem, const std::vector<std::string>& names,
                                         const Earlier& earlier) {
    std::vector<Pattern::Revision> revised;
    std::set<std::pair<std::size_t, std::size_t>> known;
    for (const Problem::Place& place : problem.revised) {
        const std::size_t query = place.answer - names.size();
        const auto own = own_place(place, answers, problem, names, earlier.names()[query]);
        if (!own || !known.emplace(own->answer, own->at).second) continue;
        const query::Answer& answer = answers[own->answer];
        const std::size_t row = own->at / answer.measures.size();
        const std::size_t measure = own->at % answer.measures.size();
        const Fate fate = pattern.fates[own->answer][own->at];
        revised.push_back({own->answer, row, measure, earlier.printed()[query][place.at],
                           printed(answer.cells[own->at], answer.measures[measure], fate)});
    }
    return revised;
}

}  // namespace

Pattern find_pattern(const std::vector<query::Answer>& answers, const query::Membership& membership,
                     const std::vector<std::string>& names, const Policy& policy, const Effort& effort,
                     const Solver& solver, const Earlier& earlier, const std::vector<AnsweredDates>& others) {
    Problem problem = build_problem(answers, membership, policy, earlier);
    join(problem, answers, others, policy);
    if (policy.protect) expect_nothing_reopened(problem, answers, names, earlier);
    Suppression suppression;
    if (!policy.protect || nothing_to_hide(problem.model)) {
        suppression.hidden.resize(problem.model.cells.size());
        for (const Model::Cell& cell : problem.model.cells) suppression.ranges.push_back({cell.value, cell.value});
    } else {
        suppression = ask(problem.model, effort, solver);
    }
    Pattern pattern = Describing(answers, names, problem, suppression, earlier).pattern(policy);
    pattern.revised = revisions(pattern, answers, problem, names, earlier);
    if (policy.group_disclosure != GroupDisclosure::ignore)
        pattern.group_rows = told_by(shared_values(answers), answers, pattern.fates, names);
    pattern.certificate.group_rows = pattern.group_rows.size();
    return pattern;
}

}  // namespace quarterdeck::disclosure
