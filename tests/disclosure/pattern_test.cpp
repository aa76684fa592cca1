#include "disclosure/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "disclosure/problem.h"
#include "disclosure/protect.h"
#include "disclosure/solver_process.h"
#include "random_staff.h"
#include "refusal.h"

namespace quarterdeck::disclosure {
namespace {

using testing::RandomStaff;

const std::vector<std::string> names{"staff/bands", "staff/organisations"};

Pattern pattern_for(const RandomStaff& staff, const Policy& policy = {}) {
    return find_pattern(staff.answers, staff.membership, names, policy, {}, Solver(QUARTERDECK_SOLVER));
}

TEST(Problem, HoldsOnlyRelationsThatTheTrueFiguresSatisfy) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const RandomStaff staff(seed, 60);
        const Problem problem = build_problem(staff.answers, staff.membership, {});
        for (const Model::Relation& relation : problem.model.relations) {
            std::int64_t sum = 0;
            for (const auto& [cell, factor] : relation.terms) sum += factor * problem.model.cells[cell].value;
            EXPECT_TRUE(relation.equal ? sum == 0 : sum <= 0);
        }
    }
}

TEST(Problem, TakesTheSameCellInTwoTablesForOne) {
    const RandomStaff staff(1, 60);
    const Problem problem = build_problem(staff.answers, staff.membership, {});
    const std::size_t total_of_bands = 4 * staff.answers[0].measures.size();
    const std::size_t total_of_organisations = 3 * staff.answers[1].measures.size();
    for (std::size_t measure = 0; measure < 4; ++measure)
        EXPECT_EQ(problem.cell_of[0][total_of_bands + measure], problem.cell_of[1][total_of_organisations + measure]);
}

/// A reader with a pencil: knows what is shown, which hidden counts are primary, that men and women make up a row,
/// that a row is at most the total, and that rows add up where they truly do.
class Pencil {
public:
    Pencil(const query::Answer& answer, const std::vector<Fate>& fates)
        : answer_(answer), columns_(answer.measures.size()) {
        for (std::size_t at = 0; at < answer.cells.size(); ++at) {
            const std::int64_t value = answer.cells[at].value;
            const bool primary = fates[at] == Fate::primary;
            low_.push_back(fates[at] == Fate::shown ? value : primary ? 1 : 5);
            high_.push_back(fates[at] == Fate::shown ? value : primary ? 4 : 100'000);
        }
        for (int round = 0; round < 30; ++round) {
            for (std::size_t row = 0; row < answer.rows.size(); ++row)
                add_up(at(row, headcount), {at(row, male), at(row, female)});
            for (const std::size_t column : {headcount, male, female}) column_adds_up(column);
        }
    }

    std::int64_t values(std::size_t cell) const { return high_[cell] - low_[cell] + 1; }

private:
    static constexpr std::size_t headcount = 0;
    static constexpr std::size_t male = 2;
    static constexpr std::size_t female = 3;

    std::size_t at(std::size_t row, std::size_t column) const { return row * columns_ + column; }

    void column_adds_up(std::size_t column) {
        const std::size_t total = answer_.rows.size() - 1;
        std::vector<std::size_t> parts;
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < total; ++row) {
            parts.push_back(at(row, column));
            sum += answer_.cells[parts.back()].value;
            high_[parts.back()] = std::min(high_[parts.back()], high_[at(total, column)]);
            low_[at(total, column)] = std::max(low_[at(total, column)], low_[parts.back()]);
        }
        if (sum == answer_.cells[at(total, column)].value) add_up(at(total, column), parts);
    }

    void add_up(std::size_t whole, const std::vector<std::size_t>& parts) {
        std::int64_t low = 0;
        std::int64_t high = 0;
        for (const std::size_t part : parts) {
            low += low_[part];
            high += high_[part];
        }
        for (const std::size_t part : parts) {
            const std::int64_t new_low = std::max(low_[part], low_[whole] - (high - high_[part]));
            const std::int64_t new_high = std::min(high_[part], high_[whole] - (low - low_[part]));
            low += new_low - low_[part];
            high += new_high - high_[part];
            low_[part] = new_low;
            high_[part] = new_high;
        }
        low_[whole] = std::max(low_[whole], low);
        high_[whole] = std::min(high_[whole], high);
    }

    const query::Answer& answer_;
    std::size_t columns_;
    std::vector<std::int64_t> low_;
    std::vector<std::int64_t> high_;
};

bool is_narrow(const Certificate& certificate, const Certificate::Place& place) {
    return std::any_of(certificate.narrow.begin(), certificate.narrow.end(), [&](const auto& cell) {
        return std::find(cell.places.begin(), cell.places.end(), place) != cell.places.end();
    });
}

class PatternOfRandomStaff : public ::testing::TestWithParam<unsigned> {};

TEST_P(PatternOfRandomStaff, LeavesAReaderWithThreeValues) {
    for (unsigned i = 0; i < 20; ++i) {
        const RandomStaff staff(1000 * GetParam() + i, 30 + static_cast<int>(i));
        const Pattern pattern = pattern_for(staff);
        for (std::size_t number = 0; number < staff.answers.size(); ++number) {
            const query::Answer& answer = staff.answers[number];
            const Pencil pencil(answer, pattern.fates[number]);
            for (std::size_t at = 0; at < answer.cells.size(); ++at) {
                const std::string& row = answer.rows[at / answer.measures.size()].id;
                const std::string& measure = answer.measures[at % answer.measures.size()].id;
                if (pattern.fates[number][at] == Fate::primary &&
                    !is_narrow(pattern.certificate, {names[number], row, measure})) {
                    EXPECT_GE(pencil.values(at), 3) << names[number] << " " << row << " " << measure;
                }
                if (answer.cells[at].people > 0 && answer.cells[at].people < 5) {
                    EXPECT_NE(pattern.fates[number][at], Fate::shown);
                }
                if (answer.cells[at].people == 0) {
                    EXPECT_EQ(pattern.fates[number][at], Fate::shown);
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PatternOfRandomStaff, ::testing::Range(1U, 11U));

TEST(Pattern, HidesFteWithItsHeadcount) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const RandomStaff staff(seed, 50);
        const Pattern pattern = pattern_for(staff);
        for (std::size_t number = 0; number < staff.answers.size(); ++number)
            for (std::size_t row = 0; row < staff.answers[number].rows.size(); ++row) {
                const std::size_t headcount = row * staff.answers[number].measures.size();
                if (pattern.fates[number][headcount] != Fate::shown) {
                    EXPECT_NE(pattern.fates[number][headcount + 1], Fate::shown);
                }
            }
    }
}

TEST(Pattern, HidesTheSameCellInEveryTable) {
    const RandomStaff staff(7, 30);
    const Pattern pattern = pattern_for(staff);
    const std::size_t total_of_bands = 4 * staff.answers[0].measures.size();
    const std::size_t total_of_organisations = 3 * staff.answers[1].measures.size();
    for (std::size_t measure = 0; measure < 4; ++measure)
        EXPECT_EQ(pattern.fates[0][total_of_bands + measure], pattern.fates[1][total_of_organisations + measure]);
}

TEST(Pattern, IsTheSameEveryTime) {
    const RandomStaff staff(3, 50);
    EXPECT_EQ(pattern_for(staff).fates, pattern_for(staff).fates);
}

TEST(Pattern, IsProvedToBeTheCheapest) {
    for (unsigned seed = 0; seed < 10; ++seed) {
        const Certificate certificate = pattern_for(RandomStaff(seed, 50)).certificate;
        EXPECT_EQ(certificate.bound, certificate.cost);
    }
}

TEST(Pattern, NeedsNoSolverWhereNothingIsSmall) {
    const RandomStaff staff(1, 5000);
    const Pattern pattern =
        find_pattern(staff.answers, staff.membership, names, {}, {}, Solver("/nowhere/quarterdeck-solver"));
    EXPECT_EQ(pattern.certificate.primary, 0U);
    EXPECT_TRUE(pattern.certificate.hidden.empty());
}

TEST(Pattern, IsTheSameFromASolverThatWasAskedBefore) {
    const RandomStaff staff(1, 40);
    const RandomStaff others(2, 60);
    const auto found = [&](const RandomStaff& asked, const Solver& solver) {
        return find_pattern(asked.answers, asked.membership, names, {}, {}, solver).fates;
    };
    const Solver solver(QUARTERDECK_SOLVER);
    solver.start();
    const auto first = found(staff, solver);
    EXPECT_EQ(found(others, solver), found(others, Solver(QUARTERDECK_SOLVER)));
    EXPECT_EQ(found(staff, solver), first);
}

TEST(Pattern, IsRefusedWithoutASolver) {
    const RandomStaff staff(1, 40);
    for (const char* program : {"/nowhere/quarterdeck-solver", "/bin/true", "/bin/false"})
        EXPECT_THROW(find_pattern(staff.answers, staff.membership, names, {}, {}, Solver(program)), Refusal) << program;
}

TEST(Pattern, HidesNothingWhenProtectionIsOff) {
    const RandomStaff staff(1, 40);
    const Pattern pattern = pattern_for(staff, {.protect = false});
    EXPECT_TRUE(pattern.certificate.hidden.empty());
}

TEST(Pattern, CountsEachCellOnce) {
    const RandomStaff staff(1, 40);
    const Certificate certificate = pattern_for(staff).certificate;
    EXPECT_EQ(certificate.hidden.size(), certificate.primary + certificate.dependent + certificate.secondary);
    EXPECT_LE(certificate.counts, 5U * 4 + 3U * 3) << "the total's counts stand in both tables";
}

TEST(ProtectionWithAPattern, HidesWhatThePatternHides) {
    const RandomStaff staff(1, 40);
    Pattern pattern = pattern_for(staff);
    const auto fates = pattern.fates;
    Protector protector(staff.answers, std::move(pattern));
    for (std::size_t number = 0; number < staff.answers.size(); ++number) {
        const ProtectedTable table = protector.protect(staff.answers[number]);
        const std::size_t columns = staff.answers[number].measures.size();
        for (std::size_t at = 0; at < fates[number].size(); ++at)
            EXPECT_EQ(table.rows()[at / columns].figures[at % columns] == Figure(Marker::confidential),
                      fates[number][at] != Fate::shown);
    }
    EXPECT_GT(protector.tally().secondary, 0U);
    EXPECT_EQ(protector.certificate()->policy, Policy{});
}

TEST(ProtectionWithAPattern, KnowsNoOtherAnswers) {
    const RandomStaff staff(1, 40);
    Protector protector(staff.answers, pattern_for(staff));
    const query::Answer copy = staff.answers.front();
    EXPECT_THROW(protector.protect(copy), std::invalid_argument);
}

}  // namespace
}  // namespace quarterdeck::disclosure
