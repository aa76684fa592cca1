#include "disclosure/joining.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "disclosure/identities.h"

namespace quarterdeck::disclosure {
namespace {

bool is_fixed(const Model::Cell& cell) {
    return cell.low == cell.high;
}

/// One problem made of several.
class Joining {
public:
    Joining(Problem& problem, const std::vector<query::Answer>& answers, Date as_at)
        : problem_(problem), own_cells_(problem.model.cells.size()) {
        const auto identities = identities_.of_cells(problem, answers, as_at);
        for (std::uint32_t cell = 0; cell < identities.size(); ++cell) know(identities[cell], cell);
        for (const Model::Relation& relation : problem.model.relations) known_.emplace(relation.terms, relation.equal);
    }

    void add(const AnsweredDates& other, const Policy& policy) {
        const Problem added = build_problem(other.answers, other.membership, policy, other.asked.earlier());
        const auto identities = identities_.of_cells(added, other.answers, other.asked.as_at());
        numbers_.clear();
        for (std::uint32_t cell = 0; cell < added.model.cells.size(); ++cell)
            numbers_.push_back(add_cell(added, cell, identities[cell]));
        name_cells(added, other);
        for (const Model::Relation& relation : added.model.relations) add_relation(relation);
        for (const Model::Implication& rule : added.model.implications)
            problem_.model.implications.push_back({numbers_[rule.cell], numbers_[rule.follower]});
        for (const Model::Insider& insider : added.model.insiders)
            problem_.model.insiders.push_back({numbers_[insider.known], numbers_[insider.target]});
    }

    /// Leaves out what isn't linked with the release's own cells.
    void finish() {
        mark_linked();
        std::vector<std::uint32_t> number(linked_.size());
        Problem kept = std::move(problem_);
        problem_.model = {};
        problem_.cell_of = std::move(kept.cell_of);
        problem_.places = std::move(kept.places);
        problem_.revised = std::move(kept.revised);
        problem_.reopened = std::move(kept.reopened);
        for (auto* list : {&problem_.count, &problem_.primary, &problem_.shown, &problem_.own, &problem_.kept})
            list->clear();
        problem_.counted.clear();
        problem_.elsewhere.clear();
        for (std::uint32_t cell = 0; cell < linked_.size(); ++cell) {
            if (linked_[cell] == 0) continue;
            number[cell] = static_cast<std::uint32_t>(problem_.model.cells.size());
            append(kept, cell);
            if (const auto named = kept.elsewhere.find(cell); named != kept.elsewhere.end())
                problem_.elsewhere.emplace(number[cell], named->second);
        }
        renumber(kept.model, number);
    }

private:
    using Terms = std::vector<std::pair<std::uint32_t, int>>;

    void know(const std::vector<Identities::Identity>& names, std::uint32_t cell) {
        for (const Identities::Identity& name : names) cells_.emplace(name, cell);
    }

    /// Gives the number that a cell of another problem has here.
    std::uint32_t add_cell(const Problem& added, std::uint32_t cell, const std::vector<Identities::Identity>& names) {
        std::set<std::uint32_t> same;
        for (const Identities::Identity& name : names)
            if (const auto known = cells_.find(name); known != cells_.end()) same.insert(known->second);
        const auto next = static_cast<std::uint32_t>(problem_.model.cells.size());
        const std::uint32_t number = same.empty() ? next : *same.begin();
        if (same.empty())
            append_unshown(added, cell);
        else
            unite(number, added, cell);
        // Only the other problem tells that these are one.
        for (const std::uint32_t other : same)
            if (other != number) add_terms({{number, 1}, {other, -1}}, true);
        know(names, number);
        return number;
    }

    void append(const Problem& from, std::uint32_t cell) {
        problem_.model.cells.push_back(from.model.cells[cell]);
        problem_.count.push_back(from.count[cell]);
        problem_.primary.push_back(from.primary[cell]);
        problem_.shown.push_back(from.shown[cell]);
        problem_.own.push_back(from.own[cell]);
        problem_.kept.push_back(from.kept[cell]);
        problem_.counted.push_back(from.counted[cell]);
    }

    /// A cell that the release itself doesn't have is known from an earlier one, or from nothing.
    void append_unshown(const Problem& from, std::uint32_t cell) {
        append(from, cell);
        problem_.own.back() = 0;
        Model::Cell& appended = problem_.model.cells.back();
        if (is_fixed(appended) || appended.hidden) return;
        appended.hidden = true;
        appended.width = 0;
    }

    void unite(std::uint32_t number, const Problem& added, std::uint32_t cell) {
        Model::Cell& one = problem_.model.cells[number];
        const Model::Cell& other = added.model.cells[cell];
        if (is_fixed(one)) return;
        if (is_fixed(other)) {
            one.low = other.low;
            one.high = other.high;
            one.width = 0;
            one.hidden = false;
            problem_.kept[number] = 0;
            return;
        }
        one.low = std::min(one.low, other.low);
        one.high = std::max(one.high, other.high);
        if (added.shown[cell] != 0) {
            one.hidden = one.hidden || other.hidden;
            one.width = std::max(one.width, other.width);
        }
        problem_.primary[number] = static_cast<char>(problem_.primary[number] != 0 || added.primary[cell] != 0);
        problem_.shown[number] = static_cast<char>(problem_.shown[number] != 0 || added.shown[cell] != 0);
        problem_.kept[number] = static_cast<char>(problem_.kept[number] != 0 || added.kept[cell] != 0);
    }

    /// What to call the cells that only the other dates have.
    void name_cells(const Problem& added, const AnsweredDates& other) {
        const std::vector<std::string>& names = other.asked.earlier().names();
        const std::size_t first = other.answers.size() - names.size();
        for (std::size_t number = first; number < other.answers.size(); ++number) {
            const query::Answer& answer = other.answers[number];
            for (std::size_t at = 0; at < answer.cells.size(); ++at) {
                const std::uint32_t cell = added.cell_of[number][at];
                if (cell == Problem::none || numbers_[cell] < own_cells_) continue;
                problem_.elsewhere.try_emplace(numbers_[cell],
                                               Problem::Named{"an earlier release's " + names[number - first],
                                                              answer.rows[at / answer.measures.size()].id,
                                                              answer.measures[at % answer.measures.size()].id});
            }
        }
    }

    void add_relation(const Model::Relation& relation) {
        std::map<std::uint32_t, int> factors;
        for (const auto& [cell, factor] : relation.terms) factors[numbers_[cell]] += factor;
        std::erase_if(factors, [](const auto& term) { return term.second == 0; });
        if (!factors.empty()) add_terms({factors.begin(), factors.end()}, relation.equal);
    }

    void add_terms(Terms terms, bool equal) {
        if (equal && terms.front().second < 0)
            for (auto& [cell, factor] : terms) factor = -factor;
        if (known_.emplace(terms, equal).second) problem_.model.relations.push_back({std::move(terms), equal});
    }

    /// From the release's own cells along everything that links cells which the reader doesn't know.
    void mark_linked() {
        const Model& model = problem_.model;
        std::vector<std::vector<std::uint32_t>> lists;
        for (const Model::Relation& relation : model.relations) {
            auto& list = lists.emplace_back();
            for (const auto& [cell, factor] : relation.terms) list.push_back(cell);
        }
        for (const Model::Implication& rule : model.implications) lists.push_back({rule.cell, rule.follower});
        for (const Model::Insider& insider : model.insiders) lists.push_back({insider.known, insider.target});
        std::vector<std::vector<std::size_t>> lists_of(model.cells.size());
        for (std::size_t list = 0; list < lists.size(); ++list)
            for (const std::uint32_t cell : lists[list]) lists_of[cell].push_back(list);
        linked_.assign(model.cells.size(), 0);
        std::vector<char> followed(lists.size());
        std::vector<std::uint32_t> reached;
        const auto reach = [&](std::uint32_t cell) {
            if (std::exchange(linked_[cell], char{1}) == 0 && !is_fixed(model.cells[cell])) reached.push_back(cell);
        };
        for (std::uint32_t cell = 0; cell < own_cells_; ++cell) reach(cell);
        while (!reached.empty()) {
            const std::uint32_t cell = reached.back();
            reached.pop_back();
            for (const std::size_t list : lists_of[cell])
                if (std::exchange(followed[list], char{1}) == 0)
                    std::for_each(lists[list].begin(), lists[list].end(), reach);
        }
    }

    void renumber(const Model& from, const std::vector<std::uint32_t>& number) {
        Model& model = problem_.model;
        const auto hidden = [&](std::uint32_t cell) { return model.cells[number[cell]].hidden; };
        const auto linked = [&](std::uint32_t one, std::uint32_t other) {
            return linked_[one] != 0 && linked_[other] != 0;
        };
        for (const Model::Relation& relation : from.relations) {
            Model::Relation kept{{}, relation.equal};
            for (const auto& [cell, factor] : relation.terms)
                if (linked_[cell] != 0) kept.terms.emplace_back(number[cell], factor);
            if (kept.terms.size() == relation.terms.size()) model.relations.push_back(std::move(kept));
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> rules;
        for (const Model::Implication& rule : from.implications)
            if (linked(rule.cell, rule.follower) && !hidden(rule.follower) &&
                !is_fixed(model.cells[number[rule.follower]]) &&
                rules.emplace(number[rule.cell], number[rule.follower]).second)
                model.implications.push_back({number[rule.cell], number[rule.follower]});
        std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (const Model::Insider& insider : from.insiders)
            if (linked(insider.known, insider.target) && hidden(insider.known) && hidden(insider.target) &&
                pairs.emplace(number[insider.known], number[insider.target]).second)
                model.insiders.push_back({number[insider.known], number[insider.target]});
    }

    Problem& problem_;
    std::size_t own_cells_;  ///< before any were joined: the release's, and earlier ones' of its dates
    Identities identities_;
    std::map<Identities::Identity, std::uint32_t> cells_;
    std::set<std::pair<Terms, bool>> known_;
    std::vector<std::uint32_t> numbers_;  ///< for each cell of the problem that is being added
    std::vector<char> linked_;
};

}  // namespace

void join(Problem& problem, const std::vector<query::Answer>& answers, const std::vector<AnsweredDates>& others,
          const Policy& policy) {
    if (others.empty()) return;
    Joining joining(problem, answers, others.front().asked.own_as_at());
    for (const AnsweredDates& other : others) joining.add(other, policy);
    joining.finish();
}

}  // namespace quarterdeck::disclosure
