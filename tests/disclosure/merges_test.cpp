#include "disclosure/merges.h"

#include <gtest/gtest.h>

#include "random_staff.h"
#include "refusal.h"

namespace quarterdeck::disclosure {
namespace {

using testing::RandomStaff;

Merge low_bands() {
    return {.metric = "staff/bands",
            .rows = {"Band 3", "Band 5"},
            .id = "low",
            .label = {"Bands 3 and 5", "Bandiau 3 a 5"},
            .template_file = "small/report.yaml",
            .line = 7};
}

std::string refusal_of(const Query& query, const Merge& merge) {
    try {
        merged(query, merge);
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    return {};
}

TEST(Merges, CountWhatTheirRowsCounted) {
    RandomStaff staff(1, 200);
    staff.ask(0, merged(staff.queries[0], low_bands()));
    const query::Answer& answer = staff.answers[0];
    ASSERT_EQ(answer.rows.size(), 4U);
    EXPECT_EQ(answer.rows[0].labels[0].cy, "Bandiau 3 a 5");
    const RandomStaff apart(1, 200);
    // Posts add up, whoever holds them; people needn't.
    EXPECT_EQ(answer.cell(0, 1).value, apart.answers[0].cell(0, 1).value + apart.answers[0].cell(1, 1).value);
    EXPECT_EQ(answer.cell(3, 0).value, apart.answers[0].cell(4, 0).value);
}

TEST(Merges, SayWhereAMistakeStands) {
    const RandomStaff staff(1, 30);
    Merge merge = low_bands();
    merge.rows = {"Band 3", "Band 4"};
    EXPECT_EQ(refusal_of(staff.queries[0], merge),
              "small/report.yaml, line 7: staff/bands has no row \"Band 4\" that could be merged. Its rows are Band 3, "
              "Band 5, Band 6, Band 7.");
    merge.rows = {"Band 3", "total"};
    EXPECT_NE(refusal_of(staff.queries[0], merge).find("no row \"total\""), std::string::npos);
    EXPECT_NE(refusal_of(staff.queries[1], merge).find("finds its rows in the data"), std::string::npos);
}

TEST(Merges, KeepRowsApartThatDifferInTwoLabels) {
    Query query = RandomStaff(1, 30).queries[0];
    query.labels.push_back({"group", {"Group", "Grŵp"}});
    for (Row& row : query.rows) row.labels.push_back({row.id == "Band 3" ? "A" : "B", "A"});
    EXPECT_NE(refusal_of(query, low_bands()).find("differ in more than one label"), std::string::npos);
}

TEST(Sparse, IsATableWithMoreThanAThirdHidden) {
    query::Answer answer;
    answer.measures.resize(3);
    answer.rows.resize(2);
    answer.cells = {{9, 9, true}, {9, 9, true}, {9, 9, true}, {0, 0, true}, {0, 0, true}, {0, 0, true}};
    std::vector<Fate> fates(6, Fate::shown);
    fates[0] = Fate::primary;
    EXPECT_FALSE(is_sparse(answer, fates)) << "one of three is a third";
    fates[1] = Fate::secondary;
    EXPECT_TRUE(is_sparse(answer, fates));
}

TEST(Sparse, IsDecidedByTheTableAlone) {
    int sparse = 0;
    int undecided = 0;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const RandomStaff staff(seed, 150);
        const auto would_be = [&](const std::vector<query::Answer>& answers, const query::Membership& membership) {
            return would_be_sparse(1, answers, membership, {}, Solver(QUARTERDECK_SOLVER));
        };
        const bool with_the_other = would_be(staff.answers, staff.membership);
        RandomStaff other = staff;
        other.answers[0] = staff.answers[1];
        other.membership.of_cell[0] = staff.membership.of_cell[1];
        other.membership.of_row[0] = staff.membership.of_row[1];
        EXPECT_EQ(would_be(other.answers, other.membership), with_the_other);
        // Below a third by the small counts alone, and above it with what protects them.
        std::vector<Fate> few;
        for (const query::Cell& cell : staff.answers[1].cells)
            few.push_back(cell.people < Policy{}.threshold ? Fate::primary : Fate::shown);
        sparse += with_the_other ? 1 : 0;
        undecided += with_the_other && !is_sparse(staff.answers[1], few) ? 1 : 0;
        EXPECT_LE(is_sparse(staff.answers[1], few), with_the_other);
    }
    EXPECT_GT(sparse, 0);
    EXPECT_LT(sparse, 30);
    EXPECT_GT(undecided, 0) << "what protects small counts never decided";
}

TEST(Sparse, IsNoTableWithoutProtection) {
    const RandomStaff staff(1, 12);
    EXPECT_TRUE(would_be_sparse(0, staff.answers, staff.membership, {}, Solver(QUARTERDECK_SOLVER)));
    EXPECT_FALSE(would_be_sparse(0, staff.answers, staff.membership, {.protect = false}, Solver(QUARTERDECK_SOLVER)));
}

}  // namespace
}  // namespace quarterdeck::disclosure
