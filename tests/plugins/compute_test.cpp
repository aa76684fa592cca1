#include <gtest/gtest.h>

#include "shelf.h"

namespace {

using namespace quarterdeck;
using namespace quarterdeck::plugins;

class BadComputations : public testing::Test {
protected:
    std::string fault_of(const std::string& id) const {
        try {
            compute(id);
        } catch (const PluginFault& fault) {
            return fault.what();
        }
        return "no fault";
    }
    Table compute(const std::string& id) const {
        return shelf::metric(*shelf::loaded(fleet, "bad_computations"), id).compute({});
    }

    Fleet fleet = Fleet::launch_files({shelf::file("good"), shelf::file("bad_computations")}, {});
};

TEST_F(BadComputations, RaggedTableIsRefusedWithItsPlace) {
    EXPECT_EQ(fault_of("ragged"),
              "bad_computations/ragged: The plugin returned a table that can't be used. The message: row 0 has 0 "
              "figures; expected 1, one for each column. Correct the plugin and build it again.");
    EXPECT_EQ(compute("fine").rows.size(), 1U);
}

TEST_F(BadComputations, FigureFinerThanItsColumnIsRefused) {
    EXPECT_EQ(
        fault_of("too_fine"),
        "bad_computations/too_fine: Metric too_fine: the computed table's column headcount has a figure with more "
        "decimal places than it shows. Correct the plugin and build it again.");
}

TEST_F(BadComputations, ExceptionCostsOneTableOnly) {
    EXPECT_EQ(
        fault_of("thrown"),
        "bad_computations/thrown: There is no answer to divide by. The exception came from the plugin's own code.");
    EXPECT_EQ(compute("fine").rows.size(), 1U);
}

TEST_F(BadComputations, MemoryBeyondTheLimitCostsOneTableOnly) {
#ifdef QUARTERDECK_SANITIZE
    GTEST_SKIP() << "Sanitizers reserve the address space that the limit is about.";
#endif
    EXPECT_EQ(
        fault_of("too_much"),
        "bad_computations/too_much: The plugin ran out of memory. Ask for fewer rows, or raise the worker's memory "
        "limit.");
    EXPECT_EQ(compute("fine").rows.size(), 1U);
}

constexpr const char* was_aborted =
    "The plugin's worker was ended by signal 6 (aborted) before it answered. Run the plugin's tests and correct it; "
    "other programmes aren't affected.";

TEST_F(BadComputations, AbortCostsItsOwnTableOnly) {
    EXPECT_EQ(fault_of("aborted"), std::string("bad_computations/aborted: ") + was_aborted);
    EXPECT_EQ(compute("fine").rows.size(), 1U);
    shelf::expect_good(fleet);
}

TEST_F(BadComputations, PluginThatFailsTwiceIsNamedAndNotAskedAgain) {
    fault_of("aborted");
    EXPECT_EQ(fault_of("aborted"), std::string("bad_computations/aborted: ") + was_aborted +
                                       " The plugin bad_computations.so has failed twice in this run and isn't asked "
                                       "again.");
    EXPECT_EQ(fault_of("fine"),
              "bad_computations/fine: The plugin bad_computations.so failed twice before in this run, so it wasn't "
              "asked. Mend what is said of its other tables.");
    shelf::expect_good(fleet);
}

TEST(Compute, GivesTheSameTableEachTime) {
    const Fleet fleet = Fleet::launch_files({shelf::file("good")}, {});
    for (int i = 0; i < 3; ++i) shelf::expect_good(fleet);
}

TEST(Compute, CarriesALargeAnswerAndTableWithoutLoss) {
    const Fleet fleet = Fleet::launch_files({shelf::file("good")}, {});
    Table large = shelf::answer();
    const TableRow pattern = large.rows[1];
    large.rows.clear();
    for (int i = 0; i < 5'000; ++i) {
        large.rows.push_back(pattern);
        large.rows.back().id = "row " + std::to_string(i);
        large.rows.back().figures[0] = Decimal{i, 0};
    }
    const Table table = shelf::metric(*shelf::loaded(fleet, "good"), "headcount").compute({large});
    ASSERT_EQ(table.rows.size(), 5'000U);
    EXPECT_EQ(plain_text(table.rows[4'999].figures.at(0)), "4999");
}

TEST(Compute, FailsInWordsAfterTheFleetHasEnded) {
    Compute compute;
    {
        const Fleet fleet = Fleet::launch_files({shelf::file("good")}, {});
        compute = shelf::metric(*shelf::loaded(fleet, "good"), "headcount").compute;
    }
    EXPECT_THROW(compute({shelf::answer()}), PluginFault);
}

}  // namespace
