#include "audit/findings.h"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <random>

#include "audit/words.h"

namespace quarterdeck::audit {
namespace {

PublishedFile file(const std::string& name, const std::string& text) {
    PublishedFile file{name, extract::read_table(text), {}};
    file.structure = recognise(file.table);
    return file;
}

const CellFinding& finding(const Audit& audit, const Findings& findings, const std::string& called) {
    for (const CellFinding& cell : findings.cells)
        if (name(audit.evidence.cells[cell.cell]) == called) return cell;
    throw std::invalid_argument(called);
}

/// Headcount, male, female, over 55 of some rows and their total. What is hidden is 1 to 4.
struct StaffTable {
    enum : std::size_t { headcount, male, female, over_55, columns };
    using Row = std::array<int, columns>;

    std::vector<Row> rows;  ///< the total last
    std::vector<std::array<bool, columns>> hidden;

    bool adds_up() const {
        Row sum{};
        for (std::size_t row = 0; row + 1 < rows.size(); ++row)
            for (std::size_t column = 0; column < columns; ++column) sum[column] += rows[row][column];
        return sum == rows.back() && std::all_of(rows.begin(), rows.end(), [](const Row& row) {
                   return row[headcount] == row[male] + row[female];
               });
    }

    bool within() const {
        return std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row[over_55] <= row[headcount]; });
    }

    std::string text() const {
        std::string text = "grade,headcount,male,female,over_55\n";
        for (std::size_t row = 0; row < rows.size(); ++row) {
            text += row + 1 < rows.size() ? fmt::format("Grade {}", row) : "Total";
            for (std::size_t column = 0; column < columns; ++column)
                text += hidden[row][column] ? std::string(",<5") : fmt::format(",{}", rows[row][column]);
            text += "\n";
        }
        return text;
    }
};

StaffTable random_table(std::mt19937& random) {
    StaffTable table;
    StaffTable::Row total{};
    for (std::size_t rows = 2 + random() % 3; rows > 0; --rows) {
        StaffTable::Row row{};
        row[StaffTable::male] = static_cast<int>(random() % 4);
        row[StaffTable::female] = static_cast<int>(random() % 7);
        row[StaffTable::headcount] = row[StaffTable::male] + row[StaffTable::female];
        row[StaffTable::over_55] = static_cast<int>(random() % (row[StaffTable::headcount] + 1U));
        for (std::size_t column = 0; column < StaffTable::columns; ++column) total[column] += row[column];
        table.rows.push_back(row);
    }
    table.rows.push_back(total);
    for (const StaffTable::Row& row : table.rows) {
        table.hidden.emplace_back();
        for (std::size_t column = 0; column < StaffTable::columns; ++column)
            table.hidden.back()[column] = row[column] > 0 && row[column] < 5;
    }
    return table;
}

std::vector<int*> hidden_cells(StaffTable& table) {
    std::vector<int*> cells;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < StaffTable::columns; ++column)
            if (table.hidden[row][column]) cells.push_back(&table.rows[row][column]);
    return cells;
}

/// The ranges of the hidden cells in every table that fits: all of 1 to 4 tried in each.
std::vector<Range> enumerate(StaffTable table, bool wider) {
    const std::vector<int*> cells = hidden_cells(table);
    std::vector<Range> found(cells.size(), Range{5, 0});
    const std::function<void(std::size_t)> count = [&](std::size_t cell) {
        if (cell < cells.size()) {
            for (*cells[cell] = 1; *cells[cell] <= 4; ++*cells[cell]) count(cell + 1);
            return;
        }
        if (!table.adds_up() || (wider && !table.within())) return;
        for (std::size_t i = 0; i < cells.size(); ++i)
            found[i] = {std::min<std::int64_t>(found[i].low, *cells[i]),
                        std::max<std::int64_t>(found[i].high, *cells[i])};
    };
    count(0);
    return found;
}

TEST(Findings, AgreeWithTryingEveryTableThatFits) {
    std::mt19937 random(6);
    for (int tables = 0; tables < 150;) {
        StaffTable table = random_table(random);
        if (hidden_cells(table).empty() || hidden_cells(table).size() > 8) continue;
        ++tables;
        const Audit audited = audit({file("staff.csv", table.text())}, 5);
        EXPECT_TRUE(audited.wider.contradictory.empty()) << table.text();
        for (const bool wider : {false, true}) {
            std::vector<Range> ranges;
            for (const CellFinding& found : (wider ? audited.wider : audited.sums).cells) ranges.push_back(found.range);
            EXPECT_EQ(ranges, enumerate(table, wider)) << table.text();
        }
    }
}

TEST(Findings, MaleIsHeadcountLessFemale) {
    const Audit audited = audit({file("staff.csv", "grade,headcount,male,female\nA,6,<5,2\n")}, 5);
    EXPECT_EQ(finding(audited, audited.sums, "staff.csv, A, male").outcome, Outcome::exact);
    const std::string text = audit_text(audited, false);
    EXPECT_NE(text.find("A, male: exact: headcount 6 less female 2."), std::string::npos) << text;
    EXPECT_NE(audit_text(audited, true).find("A, male: exact, 4: "), std::string::npos);
}

TEST(Findings, AColumnBelowZeroIsLeftOutAndNamed) {
    for (const char* const minus : {"-", "\u2212"}) {
        const std::string change = std::string(minus) + "3";
        const Audit audited = audit({file("staff.csv", "grade,headcount,male,female,change\nA,6,<5,2," + change +
                                                           "\nB,9,3,6,1\nTotal,15,7,8,-2\n")},
                                    5);
        EXPECT_EQ(finding(audited, audited.sums, "staff.csv, A, male").range, (Range{4, 4})) << "and A is no other row";
        ASSERT_EQ(audited.evidence.notes.size(), 1U);
        EXPECT_NE(audited.evidence.notes.front().find("staff.csv: the column change is left out"), std::string::npos);
        EXPECT_NE(audit_text(audited, false).find("the column change is left out"), std::string::npos);
    }
}

TEST(Findings, ATotalIsNoSumWithoutAPartBelowZero) {
    const std::string shown = "site,a,b,net,total\nX,6,7,-4,9\n";
    const Audit part = audit({file("flows.csv", shown + "Y,<5,8,2,12\n")}, 5);
    EXPECT_EQ(finding(part, part.sums, "flows.csv, Y, a").range, (Range{1, 4})) << "6 + 7 isn't 9";
    EXPECT_TRUE(part.sums.contradictory.empty());
    const Audit whole = audit({file("flows.csv", "site,a,b,net,total\nX,6,7,-4,13\nY,<5,8,2,12\n")}, 5);
    EXPECT_EQ(finding(whole, whole.sums, "flows.csv, Y, a").range, (Range{4, 4})) << "6 + 7 = 13, so 12 - 8";
}

TEST(Findings, ATableInTwoFilesIsOne) {
    const Audit audited = audit({file("rows.csv", "table,group,grade,headcount\nX,G,A,9\nX,G,B,<5\n"),
                                 file("totals.csv", "table,grade,headcount\nX,Total,12\n")},
                                5);
    EXPECT_EQ(finding(audited, audited.sums, "X, G, B, headcount").range, (Range{3, 3}));
}

TEST(Findings, SubtotalsAreNotAddedUpTwice) {
    const Audit audited = audit({file("t.csv",
                                      "region,sex,number\n"
                                      "North,Men,7\nNorth,Women,<5\nNorth,Total,10\n"
                                      "South,Men,<5\nSouth,Women,6\nSouth,Total,8\n"
                                      "Total,Men,9\nTotal,Women,9\nTotal,Total,18\n")},
                                5);
    EXPECT_TRUE(audited.sums.contradictory.empty());
    EXPECT_EQ(finding(audited, audited.sums, "t.csv, South, Men, number").range, (Range{2, 2}));
}

TEST(Findings, FteAndPercentagesNarrowWhatSumsLeave) {
    const Audit audited = audit({file("staff.csv", "grade,headcount,fte,male,male_percent\nA,<5,2.96,<5,67\n")}, 5);
    EXPECT_EQ(finding(audited, audited.sums, "staff.csv, A, headcount").outcome, Outcome::untouched);
    // Of 3 or 4 people only 2 of 3 round to 67 per cent.
    EXPECT_EQ(finding(audited, audited.wider, "staff.csv, A, headcount").range, (Range{3, 3}));
    EXPECT_EQ(finding(audited, audited.wider, "staff.csv, A, male").range, (Range{2, 2}));
}

TEST(Findings, AContradictionIsNamedAndNotUsed) {
    const Audit audited = audit({file("staff.csv", "grade,headcount,male,female\nA,16,6,11\nB,9,<5,7\n")}, 5);
    ASSERT_EQ(audited.sums.contradictory.size(), 1U);
    EXPECT_EQ(fact_text(audited.evidence, audited.evidence.facts[audited.sums.contradictory.front()]),
              "staff.csv, A: headcount 16 isn't the sum of male 6 and female 11");
    EXPECT_EQ(finding(audited, audited.sums, "staff.csv, B, male").range, (Range{2, 2}));
}

TEST(Findings, AMarkerWithoutALimitLeavesRoomAsLongAsFourValuesFit) {
    const Audit audited = audit({file("staff.csv", "grade,headcount,male,female\nA,12,[c],[c]\nB,4,[c],[c]\n")}, 5);
    EXPECT_EQ(finding(audited, audited.sums, "staff.csv, A, male").outcome, Outcome::untouched);
    EXPECT_EQ(finding(audited, audited.sums, "staff.csv, B, male").outcome, Outcome::narrowed);
}

}  // namespace
}  // namespace quarterdeck::audit
