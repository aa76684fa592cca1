#include "disclosure/problem.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "disclosure/cells.h"
#include "disclosure/relations.h"

namespace quarterdeck::disclosure {
namespace {

/// How many months before the report's date a measure's people are counted.
int months_before(const Measure& measure) {
    return measure.movement == Movement::none || went(measure.movement) ? measure.months_before : 0;
}

/// Tells an attacker how a release's cells hang together.
class Relating {
public:
    Relating(const std::vector<query::Answer>& answers, Cells& cells)
        : answers_(answers), cells_(cells), problem_(cells.problem()) {}

    void relate() {
        add_relations();
        add_insiders();
    }

private:
    /// Rows without totals, of a query by fields each level of totals for itself; and what each measure picks of them.
    struct Families {
        std::set<Family> rows;
        std::set<Family> picked;
    };

    Families families() const {
        Families families;
        for (const auto& [number, seen] : cells_.seen()) {
            const query::Answer& answer = answers_[number];
            std::map<std::pair<int, std::vector<bool>>, std::set<std::uint32_t>> levels;
            std::map<std::pair<std::size_t, std::vector<bool>>, std::set<std::uint32_t>> picked;
            for (const auto& [row, measure, whole, own] : seen) {
                std::vector<bool> summed;
                for (const Text& label : answer.rows[row].labels) summed.push_back(label.en.empty());
                const bool by_fields = std::find(summed.begin(), summed.end(), true) != summed.end();
                if (answer.rows[row].total && !by_fields) continue;
                levels[{months_before(answer.measures[measure]), summed}].insert(whole);
                if (own != whole) picked[{measure, summed}].insert(own);
            }
            for (const auto& [level, rows] : levels) families.rows.emplace(rows.begin(), rows.end());
            for (const auto& [level, parts] : picked) families.picked.emplace(parts.begin(), parts.end());
        }
        return families;
    }

    /// The rows of each table that lie in no other row of it: what totals over several tables are made of.
    Family widest_rows() const {
        std::set<std::uint32_t> widest;
        for (const auto& [number, seen] : cells_.seen()) {
            std::set<std::uint32_t> rows;
            for (const auto& [row, measure, whole, own] : seen) rows.insert(whole);
            for (const std::uint32_t row : rows)
                if (std::none_of(rows.begin(), rows.end(), [&](std::uint32_t other) {
                        return cells_.extents().posts(row).is_proper_subset_of(cells_.extents().posts(other));
                    }))
                    widest.insert(row);
        }
        return {widest.begin(), widest.end()};
    }

    void add_relations() {
        Relations relations(problem_.model, cells_.views(), cells_.extents(), cells_.unsure());
        const Families all = families();
        const std::vector<Family> tables(all.rows.begin(), all.rows.end());
        for (const Family& family : tables) relations.add_parts_of_rows(family);
        for (const Family& family : all.picked) relations.add_parts_of_rows(family);
        relations.add_parts_of_rows(widest_rows());
        for (std::size_t one = 0; one < tables.size(); ++one)
            for (std::size_t other = one + 1; other < tables.size(); ++other)
                relations.add_same_posts(tables[one], tables[other]);
        std::vector<std::vector<std::string>> parts;
        for (const auto& [field, wheres] : cells_.parts()) add_disjoint(wheres, parts);
        for (const auto& [field, wheres] : cells_.others())
            for (const auto& [values, where] : wheres)
                if (const auto known = cells_.parts().find(field);
                    known != cells_.parts().end() && known->second.contains(values))
                    parts.push_back({known->second.at(values), where});
        relations.add_parts_of_measures(parts);
        add_balances(relations);
        relations.add_people_and_posts();
    }

    /// Rows at the two dates that some movement of theirs spans.
    void add_balances(Relations& relations) const {
        for (const auto& [number, seen] : cells_.seen()) {
            std::map<std::pair<std::size_t, int>, std::uint32_t> wholes;  // by row and months before
            std::set<std::pair<std::size_t, int>> spans;
            for (const auto& [row, measure, whole, own] : seen) {
                const Measure& asked = answers_[number].measures[measure];
                wholes.emplace(std::pair(row, months_before(asked)), whole);
                if (asked.movement != Movement::none) spans.emplace(row, asked.months_before);
            }
            for (const auto& [row, months] : spans) {
                const auto then = wholes.find({row, months});
                const auto now = wholes.find({row, 0});
                if (then != wholes.end() && now != wholes.end())
                    relations.add_balance(then->second, now->second, months);
            }
        }
    }

    /// Lists of measures that share no value.
    static void add_disjoint(const std::map<std::vector<std::string>, std::string>& wheres,
                             std::vector<std::vector<std::string>>& parts) {
        std::vector<std::set<std::string>> used;
        std::vector<std::vector<std::string>> lists;
        for (const auto& [values, where] : wheres) {
            std::size_t list = 0;
            while (list < used.size() && std::any_of(values.begin(), values.end(), [&](const std::string& value) {
                       return used[list].contains(value);
                   }))
                ++list;
            if (list == used.size()) {
                used.emplace_back();
                lists.emplace_back();
            }
            used[list].insert(values.begin(), values.end());
            lists[list].push_back(where);
        }
        parts.insert(parts.end(), lists.begin(), lists.end());
    }

    /// Cells of one person each that add up with each other: neither protects the other from its own person.
    void add_insiders() {
        std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
        const auto& cells = problem_.model.cells;
        const auto alone = [&](std::uint32_t cell) {
            return problem_.primary[cell] != 0 && problem_.shown[cell] != 0 && cells[cell].value == Model::unit &&
                   cells[cell].high != Model::unlimited && cells[cell].high > Model::unit;
        };
        for (const Model::Relation& relation : problem_.model.relations) {
            if (!relation.equal) continue;
            for (const auto& [known, factor] : relation.terms)
                for (const auto& [target, other] : relation.terms)
                    if (known != target && alone(known) && alone(target) &&
                        !cells_.extents()
                             .people(cells_.extent_of(known))
                             .intersects(cells_.extents().people(cells_.extent_of(target))))
                        pairs.emplace(known, target);
        }
        for (const auto& [known, target] : pairs) problem_.model.insiders.push_back({known, target});
    }

    const std::vector<query::Answer>& answers_;
    Cells& cells_;
    Problem& problem_;
};

}  // namespace

Problem build_problem(const std::vector<query::Answer>& answers, const query::Membership& membership,
                      const Policy& policy, const Earlier& earlier) {
    Cells cells(answers, membership, policy, earlier);
    Relating(answers, cells).relate();
    return std::move(cells.problem());
}

}  // namespace quarterdeck::disclosure
