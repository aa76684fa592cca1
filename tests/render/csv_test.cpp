#include "render/csv.h"

#include <gtest/gtest.h>

#include "sample_report.h"

namespace quarterdeck::render {
namespace {

std::string csv_of(Table table, Language language = Language::english) {
    return csv(publishable(std::move(table)), language);
}

Table one_label(const std::string& label) {
    return {{{"group", same("Group")}},
            {{"headcount", same("Headcount"), 0, false}},
            {{"row", {same(label)}, {Decimal{7, 0}}, false}}};
}

TEST(Csv, WritesIdsAsHeaderThenPlainDigitsAndMarkers) {
    EXPECT_EQ(csv_of(staff_table()),
              "staff_group,band,headcount,fte,female_percent\n"
              "Healthcare Scientists – Blood,Band 7/8a/8b,1276,1262.18,67.4\n"
              "Healthcare Scientists – Blood,Band 8c/8d/9,[c],[c],[c]\n"
              "Medical,Consultant,0,0.00,[z]\n"
              "Total,,1279,1264.18,67.5\n");
}

TEST(Csv, WritesLabelsInTheLanguage) {
    EXPECT_EQ(csv_of(age_table(), Language::welsh),
              "area,age_0,age_1,age_2,age_3,age_4\n"
              "Radioleg,2,28,33,24,13\n"
              "Genomeg,10,[c],30,[c],20\n"
              "Ffisioleg y galon,12,31,25,22,10\n");
}

TEST(Csv, KeepsWelshLetters) {
    EXPECT_EQ(csv_of(one_label("Tŷ’r Ŵyn, Môn")), "group,headcount\n\"Tŷ’r Ŵyn, Môn\",7\n");
}

TEST(Csv, QuotesCommasQuotesAndLineEnds) {
    EXPECT_EQ(csv_of(one_label("a \"b\", c")), "group,headcount\n\"a \"\"b\"\", c\",7\n");
    EXPECT_EQ(csv_of(one_label("two\nlines")), "group,headcount\n\"two\nlines\",7\n");
    EXPECT_EQ(csv_of(one_label("two\r\nlines")), "group,headcount\n\"two\r\nlines\",7\n");
}

TEST(Csv, QuotesButKeepsTextThatASpreadsheetMightCalculate) {
    for (const std::string label : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
        EXPECT_EQ(csv_of(one_label(label)), "group,headcount\n\"" + label + "\",7\n");
}

TEST(Csv, WritesNegativeFiguresAndFiguresBelowOne) {
    Table table = one_label("x");
    table.columns.push_back({"change", same("Change"), 2, false});
    table.rows[0].figures = {Decimal{-12, 0}, Decimal{-5, 2}};
    EXPECT_EQ(csv_of(table), "group,headcount,change\nx,-12,-0.05\n");
}

TEST(Csv, WritesOnlyTheHeaderForATableWithoutRows) {
    Table table = one_label("x");
    table.rows.clear();
    EXPECT_EQ(csv_of(table), "group,headcount\n");
}

TEST(Csv, ReplacesWhatIsNotUtf8) {
    EXPECT_EQ(csv_of(one_label("a\xff"
                               "b")),
              "group,headcount\na\xEF\xBF\xBD"
              "b,7\n");
}

}  // namespace
}  // namespace quarterdeck::render
