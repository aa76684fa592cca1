#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "disclosure/pattern.h"
#include "disclosure/problem.h"
#include "query/evaluate.h"
#include "refusal.h"
#include "staff.h"

namespace quarterdeck::disclosure {
namespace {

using testing::Post;

constexpr Date now{2023, 3, 31};
constexpr Date then{2022, 3, 31};
constexpr int movements = static_cast<int>(Movement::fewer_hours);

/// Staff of two organisations at two dates: most stay, some change hours, code or organisation, some come and go.
/// Counted in people and in FTE, organisation by organisation and in all. The same seed gives the same staff.
class MovingStaff {
public:
    explicit MovingStaff(unsigned seed) : random_(seed) {
        for (int person = 0; person < 90; ++person) add(person);
        Query query{.id = "moves"};
        query.population.rule = is(Field::occupation_code, {"U1A"});
        query.by = {Field::organisation};
        query.totals = Totals::grand;
        for (const Count count : {Count::headcount, Count::fte}) {
            query.measures.push_back(measure(count, Movement::none, 12));
            query.measures.push_back(measure(count, Movement::none, 0));
            for (int number = 1; number <= movements; ++number)
                if (static_cast<Movement>(number) != Movement::stayed)
                    query.measures.push_back(measure(count, static_cast<Movement>(number), 12));
        }
        snapshot::Input input;
        input.snapshots.push_back(testing::snapshot_of(now, now_));
        input.snapshots.push_back(testing::snapshot_of(then, then_));
        answers = query::evaluate({query}, input, now, membership);
    }

    std::vector<query::Answer> answers;
    query::Membership membership;

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    static Measure measure(Count count, Movement movement, int months) {
        return {std::to_string(static_cast<int>(count)) + "/" + std::to_string(static_cast<int>(movement)) + "/" +
                    std::to_string(months),
                {},
                count,
                everyone(),
                months,
                movement};
    }

    void add(int person) {
        Post post{person, 50'000 + static_cast<std::int32_t>(below(6)) * 10'000, {}};
        post.value(Field::organisation) = below(3) == 0 ? "7A1" : "7A2";
        post.value(Field::occupation_code) = below(8) == 0 ? "U1B" : "U1A";
        post.start = below(4) == 0 ? Date{2020, 1, 1} : Date{2022, 6, 1};
        if (below(9) != 0) {
            then_.push_back(post);
            then_.back().counted = below(20) != 0;
        }
        if (below(7) == 0) return;
        if (below(6) == 0) post.fte += 10'000 * (static_cast<std::int32_t>(below(5)) - 2);
        if (below(8) == 0) post.value(Field::occupation_code) = below(2) == 0 ? "U1A" : "U1B";
        if (below(9) == 0) {
            post.value(Field::organisation) = below(2) == 0 ? "7A1" : "7A2";
            post.assignment = 1;
        }
        now_.push_back(post);
        now_.back().counted = below(20) != 0;
    }

    std::mt19937 random_;
    std::vector<Post> now_;
    std::vector<Post> then_;
};

/// A reader with a pencil who knows what is shown, which hidden figures are too small, and that each row's figure then,
/// with who came and without who went, is its figure now; tries every bound until nothing more follows.
class Pencil {
public:
    Pencil(const query::Answer& answer, const std::vector<Fate>& fates) : answer_(answer) {
        for (std::size_t at = 0; at < answer.cells.size(); ++at) {
            const bool shown = fates[at] == Fate::shown;
            const bool primary = fates[at] == Fate::primary;
            low_.push_back(shown ? answer.cells[at].value : primary ? 1 : is_fte(at) ? 0 : 5);
            high_.push_back(shown ? answer.cells[at].value : primary ? 4 : 100'000'000);
        }
        for (int round = 0; round < 50; ++round) {
            for (std::size_t row = 0; row < answer.rows.size(); ++row)
                for (const Count count : {Count::headcount, Count::fte}) {
                    balance(row, count);
                    parts(row, count, true);
                    parts(row, count, false);
                }
            for (std::size_t column = 0; column < answer.measures.size(); ++column) add_up(column);
        }
    }

    std::int64_t width(std::size_t at) const { return high_[at] - low_[at]; }

private:
    using Terms = std::vector<std::pair<std::size_t, int>>;

    bool is_fte(std::size_t at) const { return measure(at).count == Count::fte; }
    const Measure& measure(std::size_t at) const { return answer_.measures[at % answer_.measures.size()]; }

    template <class Factor>
    Terms terms(std::size_t row, Count count, const Factor& factor) const {
        Terms terms;
        for (std::size_t column = 0; column < answer_.measures.size(); ++column)
            if (answer_.measures[column].count == count)
                if (const int with = factor(answer_.measures[column]); with != 0)
                    terms.emplace_back(row * answer_.measures.size() + column, with);
        return terms;
    }

    void balance(std::size_t row, Count count) {
        narrow(terms(row, count,
                     [&](const Measure& each) {
                         if (each.movement == Movement::none) return each.months_before == 0 ? -1 : 1;
                         if (came(each.movement)) return 1;
                         if (went(each.movement)) return -1;
                         if (count != Count::fte || !is_change(each.movement)) return 0;
                         return each.movement == Movement::more_hours ? 1 : -1;
                     }),
               true);
    }

    /// Who came is at most who is there now, who went at most who was there.
    void parts(std::size_t row, Count count, bool of_now) {
        narrow(terms(row, count,
                     [&](const Measure& each) {
                         if (each.movement == Movement::none) return (each.months_before == 0) == of_now ? -1 : 0;
                         return (of_now ? came(each.movement) : went(each.movement)) ? 1 : 0;
                     }),
               false);
    }

    /// Organisations add up to the total for everything but moves between them, where they truly do.
    void add_up(std::size_t column) {
        const Movement movement = answer_.measures[column].movement;
        if (movement == Movement::moved_in || movement == Movement::moved_out || movement == Movement::recoded_in ||
            movement == Movement::recoded_out || is_change(movement))
            return;
        Terms all;
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < answer_.rows.size(); ++row) {
            const int factor = answer_.rows[row].total ? -1 : 1;
            all.emplace_back(row * answer_.measures.size() + column, factor);
            sum += factor * answer_.cell(row, column).value;
        }
        narrow(all, sum == 0);
    }

    /// Σ factor × figure = 0, or ≤ 0.
    void narrow(const Terms& terms, bool equal) {
        for (const auto& [at, factor] : terms) {
            std::int64_t least = 0;
            std::int64_t most = 0;
            for (const auto& [other, with] : terms) {
                if (other == at) continue;
                least += with > 0 ? low_[other] : -high_[other];
                most += with > 0 ? high_[other] : -low_[other];
            }
            if (factor > 0) {
                high_[at] = std::min(high_[at], -least);
                if (equal) low_[at] = std::max(low_[at], -most);
            } else {
                low_[at] = std::max(low_[at], least);
                if (equal) high_[at] = std::min(high_[at], most);
            }
        }
    }

    const query::Answer& answer_;
    std::vector<std::int64_t> low_;
    std::vector<std::int64_t> high_;
};

TEST(ProblemOfMoves, HoldsOnlyRelationsThatTheTrueFiguresSatisfy) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const MovingStaff staff(seed);
        const Problem problem = build_problem(staff.answers, staff.membership, {});
        for (const Model::Relation& relation : problem.model.relations) {
            std::int64_t sum = 0;
            for (const auto& [cell, factor] : relation.terms) sum += factor * problem.model.cells[cell].value;
            EXPECT_TRUE(relation.equal ? sum == 0 : sum <= 0) << "seed " << seed;
        }
    }
}

TEST(ProblemOfMoves, KnowsTheBalanceOfEachRow) {
    const MovingStaff staff(3);
    const Problem problem = build_problem(staff.answers, staff.membership, {});
    const query::Answer& answer = staff.answers.front();
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        const std::size_t first = row * answer.measures.size();
        const std::uint32_t at_then = problem.cell_of[0][first];
        const std::uint32_t at_now = problem.cell_of[0][first + 1];
        const auto has = [](const Model::Relation& relation, std::uint32_t cell) {
            return std::any_of(relation.terms.begin(), relation.terms.end(),
                               [&](const auto& term) { return term.first == cell; });
        };
        EXPECT_TRUE(std::any_of(problem.model.relations.begin(), problem.model.relations.end(),
                                [&](const Model::Relation& relation) {
                                    return relation.equal && has(relation, at_then) && has(relation, at_now);
                                }))
            << answer.rows[row].id;
    }
}

class PatternOfMoves : public ::testing::TestWithParam<unsigned> {};

TEST_P(PatternOfMoves, LeavesAReaderWhoBalancesTheBooksWithThreeValues) {
    int attacked = 0;
    for (unsigned i = 0; i < 4; ++i) {
        const MovingStaff staff(100 * GetParam() + i);
        Pattern pattern;
        try {
            pattern = find_pattern(staff.answers, staff.membership, {"moves"}, {}, {}, Solver(QUARTERDECK_SOLVER));
        } catch (const Refusal&) {
            continue;  // everything follows from the bounds alone
        }
        const query::Answer& answer = staff.answers.front();
        const Pencil pencil(answer, pattern.fates.front());
        for (std::size_t at = 0; at < answer.cells.size(); ++at) {
            const Fate fate = pattern.fates.front()[at];
            if (answer.cells[at].people > 0 && answer.cells[at].people < 5) {
                EXPECT_NE(fate, Fate::shown);
            }
            const Certificate::Place place{"moves", answer.rows[at / answer.measures.size()].id,
                                           answer.measures[at % answer.measures.size()].id};
            const bool narrow = std::any_of(
                pattern.certificate.narrow.begin(), pattern.certificate.narrow.end(), [&](const auto& cell) {
                    return std::find(cell.places.begin(), cell.places.end(), place) != cell.places.end();
                });
            if (fate != Fate::primary || narrow) continue;
            ++attacked;
            EXPECT_GE(pencil.width(at), 2) << place.row << " " << place.measure << ", seed " << i;
        }
    }
    EXPECT_GT(attacked, 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, PatternOfMoves, ::testing::Range(1U, 6U));

}  // namespace
}  // namespace quarterdeck::disclosure
