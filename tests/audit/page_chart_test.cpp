#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>

#include "audit/finished/accounted.h"
#include "audit/finished/cell_ranges.h"
#include "audit/finished/chart_scale.h"
#include "drawn_chart.h"

namespace quarterdeck::testing {
namespace {

struct Look {
    const char* name;
    Chart::Kind kind;
    bool years = false;
    bool percent = false;

    friend void PrintTo(const Look& look, std::ostream* out) { *out << look.name; }
};

class Pictures : public ::testing::TestWithParam<Look> {
protected:
    static DrawnChart make(std::mt19937& random) {
        return {GetParam().kind, DrawnChart::made_up(random, GetParam().years, GetParam().percent)};
    }

    /// The same table with a figure hidden that was shown.
    static DrawnChart hiding(const DrawnChart& chart, std::size_t row, std::size_t column) {
        Table table = chart.block.table.table();
        table.rows[row].figures[column] = Marker::confidential;
        return {GetParam().kind, std::move(table)};
    }

    /// Whether the same lengths stand in the same places, whatever their colour.
    static bool draws_alike(audit::PageChart one, audit::PageChart other) {
        for (audit::PageChart* each : {&one, &other})
            std::sort(each->bars.begin(), each->bars.end(), [](const auto& left, const auto& right) {
                return left.from.y != right.from.y ? left.from.y < right.from.y : left.from.x < right.from.x;
            });
        return one.points.size() == other.points.size() &&
               std::equal(one.bars.begin(), one.bars.end(), other.bars.begin(), other.bars.end(),
                          [](const auto& left, const auto& right) {
                              return audit::is_near(left.from.x, right.from.x) && audit::is_near(left.to.x, right.to.x);
                          });
    }

    static bool writes_alike(const audit::PageChart& one, const audit::PageChart& other) {
        return std::equal(one.texts.begin(), one.texts.end(), other.texts.begin(), other.texts.end(),
                          [](const auto& left, const auto& right) { return left.text == right.text; });
    }

    static bool shows_some(const DrawnChart& chart, std::size_t row, std::size_t column) {
        const TableRow& in = chart.block.table.rows()[row];
        const auto* figure = std::get_if<Decimal>(&in.figures[column]);
        return !in.total && figure != nullptr && figure->units != 0;
    }
};

TEST_P(Pictures, PassBesideTheirTable) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        std::mt19937 random(seed);
        const DrawnChart chart = make(random);
        EXPECT_EQ(fault(chart.drawn(), chart.table()), "") << GetParam().name << ", seed " << seed;
    }
}

TEST_P(Pictures, AreRefusedWhenTheyDrawOrWriteWhatTheTableHides) {
    std::size_t tried = 0;
    for (unsigned seed = 100; seed < 108; ++seed) {
        std::mt19937 random(seed);
        const DrawnChart open = make(random);
        const std::size_t row = random() % open.block.table.rows().size();
        const std::size_t column = random() % open.block.table.columns().size();
        if (!shows_some(open, row, column)) continue;
        ++tried;
        const DrawnChart closed = hiding(open, row, column);
        const audit::PageChart shown = open.drawn();
        const audit::PageChart hidden = closed.drawn();
        EXPECT_EQ(fault(hidden, closed.table()), "") << GetParam().name << ", seed " << seed;
        EXPECT_NE(fault(shown, closed.table()), "") << GetParam().name << ", seed " << seed;
        audit::PageChart only_drawn = hidden;
        only_drawn.bars = shown.bars;
        only_drawn.points = shown.points;
        // The one part of a whole that is hidden is as long as what is left beside the others: the table tells it.
        if (!draws_alike(shown, hidden)) {
            EXPECT_NE(fault(only_drawn, closed.table()), "") << GetParam().name << ", seed " << seed;
        }
        audit::PageChart only_written = hidden;
        only_written.texts = shown.texts;
        // Not every figure is written, and another one that is hidden in the row is marked already.
        if (!writes_alike(shown, hidden)) {
            EXPECT_NE(fault(only_written, closed.table()), "") << GetParam().name << ", seed " << seed;
        }
    }
    EXPECT_GT(tried, 2U);
}

TEST_P(Pictures, AreRefusedForANumberAnywhereThatTheTableDoesNotShow) {
    std::mt19937 random(7);
    const DrawnChart chart = make(random);
    const audit::PageChart honest = chart.drawn();
    for (std::size_t i = 0; i < honest.texts.size(); ++i) {
        audit::PageChart told = honest;
        told.texts[i].text += " 993";
        EXPECT_NE(fault(told, chart.table()), "") << GetParam().name << ": " << honest.texts[i].text;
    }
    for (const std::string words : {"993", "Women in band 2: 993.", "data 9.93"}) {
        audit::PageChart told = honest;
        told.words.push_back(words);
        EXPECT_NE(fault(told, chart.table()), "") << GetParam().name << ": " << words;
    }
    audit::PageChart shapes = honest;
    shapes.unread = 1;
    EXPECT_NE(fault(shapes, chart.table()), "");
}

INSTANTIATE_TEST_SUITE_P(Kinds, Pictures,
                         ::testing::Values(Look{"bars", Chart::Kind::bar}, Look{"stacked", Chart::Kind::stacked_bar},
                                           Look{"shares", Chart::Kind::stacked_bar, false, true},
                                           Look{"lines", Chart::Kind::line}, Look{"rows", Chart::Kind::line, true}),
                         [](const auto& look) { return std::string(look.param.name); });

TEST(PicturesOfCharts, OfARowEachMayGoBelowZero) {
    std::mt19937 random(3);
    Table table = DrawnChart::made_up(random, true, false);
    table.rows.front().figures.front() = Decimal{-12, 0};
    const DrawnChart chart(Chart::Kind::line, std::move(table));
    audit::PageChart picture = chart.drawn();
    EXPECT_EQ(fault(picture, chart.table()), "");
    picture.texts.push_back({{40, 40}, audit::PlacedText::Anchor::middle, "993"});
    EXPECT_NE(fault(picture, chart.table()), "");
}

TEST(PicturesOfCharts, TellNothingByAnAxisThatGoesFurtherThanTheirFigures) {
    // A step further than 40 is drawn to 50; 60 would tell of a hidden figure above 50.
    using Steps = std::vector<std::pair<double, std::string>>;
    const auto fitting = audit::ChartScale::of(Steps{{100, "0"}, {200, "10"}, {300, "20"}, {400, "30"}, {500, "40"}});
    ASSERT_TRUE(fitting);
    EXPECT_EQ(fitting->at(25), 350);
    EXPECT_TRUE(fitting->ends_with(0, 38, 0));
    EXPECT_FALSE(fitting->ends_with(0, 28, 0));
    EXPECT_FALSE(audit::ChartScale::of(Steps{{100, "0"}, {200, "10"}, {300, "37"}})) << "no step of ten";
    EXPECT_FALSE(audit::ChartScale::of(Steps{{100, "0"}, {200, "10"}, {310, "20"}})) << "not where it says";
    EXPECT_TRUE(audit::ChartScale::of(Steps{{100, "0%"}, {200, "1,000%"}}));
}

TEST(TextBesideATable, MayHoldTheNumbersOfNamesAndThoseThatAreTold) {
    audit::Accounted told;
    told.name("Bands 2 to 4", 2);
    told.name("Band 2", 1);
    told.name("Band 25", 1);
    told.number("1234");
    told.number("7.5");
    told.wording("counts below 5");
    EXPECT_TRUE(told.covers("Largest for Bands 2 to 4: Band 2, 1,234. Others below 5, and 7.50%."));
    EXPECT_TRUE(told.covers("Band 25; Bands 2 to 4; Bands 2 to 4."));
    EXPECT_FALSE(told.covers("Band 2; Band 2")) << "once more than it is named";
    EXPECT_FALSE(told.covers("1,234 and 1,234"));
    EXPECT_FALSE(told.covers("Band 26"));
    EXPECT_FALSE(told.covers("Band 2.5"));
    EXPECT_FALSE(told.covers("3"));
    EXPECT_TRUE(told.covers("No number at all"));
}

TEST(CellsOfAFormula, AreReadInItsOrder) {
    using workbook_check::Position;
    const auto one = audit::named_cells("'Table 1'!$B$5:$B$7");
    ASSERT_TRUE(one);
    EXPECT_EQ(one->sheet, "Table 1");
    EXPECT_EQ(one->cells, (std::vector<Position>{{5, 2}, {6, 2}, {7, 2}}));
    const auto several = audit::named_cells("=('It''s'!$AA$5,'It''s'!$AB$9:$AC$9)");
    ASSERT_TRUE(several);
    EXPECT_EQ(several->sheet, "It's");
    EXPECT_EQ(several->cells, (std::vector<Position>{{5, 27}, {9, 28}, {9, 29}}));
    for (const std::string other : {"", "B5", "'A'!B5,'B'!B5", "'A'!B5+1", "'A'!$B$5:", "('A'!B5", "SUM('A'!B5)",
                                    "'A'!A1:XFD1048576", "[1]A!B5:B6x"})
        EXPECT_FALSE(audit::named_cells(other)) << other;
}

}  // namespace
}  // namespace quarterdeck::testing
