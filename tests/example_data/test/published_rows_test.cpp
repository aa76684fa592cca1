#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "extract.h"

namespace example_test {
namespace {

constexpr std::array cells{"headcount", "fte", "male", "female", "over_55"};

using Figures = std::map<std::string, std::int64_t>;  ///< by cell; FTE in hundredths

bool open(const std::string& text) {
    return text != "-" && text.front() != '<';
}

bool fully_open(const std::map<std::string, std::string>& row) {
    return std::ranges::all_of(cells, [&](const char* cell) { return open(row.at(cell)); });
}

Figures figures(const Counted& counted) {
    EXPECT_EQ(counted.fte % 1000, 0) << "FTE is finer than two decimals";
    return {{"headcount", counted.people.size()},
            {"fte", counted.fte / 1000},
            {"male", counted.male.size()},
            {"female", counted.female.size()},
            {"over_55", counted.over_55.size()}};
}

std::int64_t printed(const std::map<std::string, std::string>& row, const std::string& cell) {
    return units(row.at(cell), cell == "fte" ? 2 : 0);
}

/// The published row's name as the extract's rows are counted under.
std::string name(const std::map<std::string, std::string>& row) {
    const std::string band = row.at("band").ends_with("Registrar") ? "Registrar" : row.at("band");
    return row.at("table") + "|" + row.at("staff_group") + "|" + band;
}

/// Cells of fully open rows that the other cells of the row rule out.
std::set<std::string> contradicting_cells() {
    std::set<std::string> cells_ruled_out;
    for (const auto& row : read_table(published / "appendix1_workforce.csv")) {
        if (!fully_open(row)) continue;
        if (printed(row, "male") + printed(row, "female") != printed(row, "headcount"))
            cells_ruled_out.insert(name(row) + "|headcount");
        if (printed(row, "over_55") > printed(row, "headcount")) cells_ruled_out.insert(name(row) + "|over_55");
        if (printed(row, "fte") > 100 * printed(row, "headcount")) cells_ruled_out.insert(name(row) + "|fte");
    }
    return cells_ruled_out;
}

class PublishedRows : public testing::TestWithParam<std::uint64_t> {
protected:
    std::map<std::string, Counted> counted_ = count_rows(records(GetParam()));
};

TEST_P(PublishedRows, ComeOutExactlyWhereNothingIsSuppressedOrContradicts) {
    std::set<std::string> different;
    int compared = 0;
    for (const auto& row : read_table(published / "appendix1_workforce.csv")) {
        if (!fully_open(row)) continue;
        const Figures example = figures(counted_[name(row)]);
        for (const char* cell : cells) {
            ++compared;
            if (example.at(cell) != printed(row, cell)) different.insert(name(row) + "|" + cell);
        }
    }
    EXPECT_EQ(compared, 46 * 5);
    EXPECT_EQ(different, contradicting_cells());
}

TEST_P(PublishedRows, ContradictingCellsTakeTheNearestPossibleValue) {
    const Figures example = figures(counted_["Pathology|Healthcare Scientists – Cellular|Band 8c/8d/9"]);
    EXPECT_EQ(example, (Figures{{"headcount", 16}, {"fte", 1561}, {"male", 6}, {"female", 10}, {"over_55", 16}}));
}

TEST_P(PublishedRows, ContradictionsAreListedWithTheirArithmeticAndNoOthers) {
    std::set<std::string> listed;
    for (const auto& line : read_table(example(GetParam()) / "calibration.csv")) {
        if (!line.at("reason").starts_with("contradicts its row")) continue;
        const std::string row = line.at("row");
        const std::size_t comma = row.rfind(", ");
        listed.insert(line.at("table") + "|" + row.substr(0, comma) + "|" + row.substr(comma + 2) + "|" +
                      line.at("cell"));
        EXPECT_NE(line.at("reason").find("over_55 21 > headcount 16"), std::string::npos);
        EXPECT_EQ(line.at("difference"), "-5");
    }
    EXPECT_EQ(listed, contradicting_cells());
}

TEST_P(PublishedRows, SuppressedCountsLieFromOneToFour) {
    for (const auto& row : read_table(published / "appendix1_workforce.csv")) {
        const Figures example = figures(counted_[name(row)]);
        for (const char* cell : {"headcount", "male", "female", "over_55"}) {
            if (row.at(cell).front() != '<') continue;
            EXPECT_GE(example.at(cell), 1) << name(row) << " " << cell;
            EXPECT_LE(example.at(cell), 4) << name(row) << " " << cell;
        }
    }
}

TEST_P(PublishedRows, OpenCellsThatNeedNotMoveStay) {
    for (const auto& row : read_table(published / "appendix1_workforce.csv")) {
        if (fully_open(row) || row.at("headcount") == "-") continue;
        const Figures example = figures(counted_[name(row)]);
        for (const char* cell : {"male", "female", "over_55"})
            if (open(row.at(cell))) {
                EXPECT_EQ(example.at(cell), printed(row, cell)) << name(row) << " " << cell;
            }
        EXPECT_EQ(example.at("headcount"), example.at("male") + example.at("female")) << name(row);
        EXPECT_LE(example.at("over_55"), example.at("headcount")) << name(row);
        EXPECT_GT(example.at("fte"), 0) << name(row);
        EXPECT_LE(example.at("fte"), 100 * example.at("headcount")) << name(row);
        if (open(row.at("male")) && open(row.at("female")) && open(row.at("headcount"))) {
            EXPECT_EQ(example.at("headcount"), printed(row, "headcount")) << name(row);
            EXPECT_EQ(example.at("fte"), printed(row, "fte")) << name(row);
        }
        if (open(row.at("fte")) && printed(row, "fte") <= 100 * example.at("headcount")) {
            EXPECT_EQ(example.at("fte"), printed(row, "fte")) << name(row);
        }
    }
}

TEST_P(PublishedRows, RowsWithADashHaveNoStaff) {
    EXPECT_TRUE(counted_["Radiotherapy|Medical|Consultant"].people.empty());
    EXPECT_TRUE(counted_["Radiotherapy|Medical|Registrar"].people.empty());
}

TEST_P(PublishedRows, NobodyStandsInARowThatIsNotPublished) {
    std::set<std::string> names;
    for (const auto& row : read_table(published / "appendix1_workforce.csv")) names.insert(name(row));
    for (const auto& [row, counted] : counted_) EXPECT_TRUE(names.contains(row)) << row;
}

TEST_P(PublishedRows, TotalsThatDifferAreListedWithTheDifference) {
    std::map<std::string, std::map<std::string, std::string>> listed;
    for (const auto& line : read_table(example(GetParam()) / "calibration.csv"))
        if (line.at("row") == "Total") listed[line.at("table") + "|" + line.at("cell")] = line;
    for (const auto& total : read_table(published / "appendix1_totals.csv")) {
        Counted sum;
        for (const Record& record : records(GetParam()))
            if (record.counted() && record.row().starts_with(total.at("table") + "|")) sum.add(record);
        const Figures example = figures(sum);
        for (const char* cell : cells) {
            const std::string key = total.at("table") + "|" + cell;
            const bool differs = open(total.at(cell)) && example.at(cell) != printed(total, cell);
            EXPECT_EQ(listed.contains(key), differs) << key;
            if (!differs || !listed.contains(key)) continue;
            const auto& line = listed.at(key);
            EXPECT_EQ(units(line.at("example"), std::string(cell) == "fte" ? 2 : 0), example.at(cell)) << key;
            EXPECT_FALSE(line.at("reason").empty()) << key;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PublishedRows, testing::Values(1, 2, 20230331, 18446744073709551615U));

}  // namespace
}  // namespace example_test
