#include <gtest/gtest.h>

#include "render/workbook.h"
#include "report/board/block.h"
#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

using returns::Rating;

report::RatingLine rated(const std::string& title, std::size_t green, std::size_t red, std::size_t not_returned) {
    report::RatingLine line{.programme = title, .title = same(title)};
    line.tally = {.actions = green + red + not_returned, .returned = green + red};
    line.tally.rated[static_cast<std::size_t>(Rating::green)] = green;
    line.tally.rated[static_cast<std::size_t>(Rating::red)] = red;
    return line;
}

report::Block ratings() {
    report::Ratings content;
    content.lines = {rated("Imaging", 9, 2, 0), rated("Genomics", 0, 0, 51)};
    return report::BoardBlock{.id = "ratings", .programme = {}, .title = same("Ratings"), .content = content};
}

report::MilestoneLine milestone(const std::string& id, Date baseline) {
    report::MilestoneLine line{.programme = "imaging", .programme_title = same("Imaging"), .id = id};
    line.title = same("Milestone " + id);
    line.baseline = baseline;
    return line;
}

/// One met early, one overdue with a forecast, one to come.
report::Block form() {
    report::Form content;
    content.milestones.as_at = {2023, 3, 31};
    content.milestones.lines = {milestone("M1", {2022, 9, 30}), milestone("M2", {2022, 12, 31}),
                                milestone("M3", {2023, 9, 30})};
    content.milestones.lines[0].met_on = Date{2022, 8, 15};
    content.milestones.lines[0].open = false;
    content.milestones.lines[1].overdue = true;
    content.milestones.lines[1].forecast = Date{2023, 6, 30};
    content.milestones.lines[2].forecast = Date{2023, 9, 30};
    return report::BoardBlock{.id = "imaging", .programme = "imaging", .title = same("Plan"), .content = content};
}

TEST(BoardChart, StacksEachProgrammesActionsByTheirRating) {
    const Unpacked workbook = written(report_with(ratings()));
    const StoredSheet table = workbook.sheet("2 Ratings  How the actions fare");
    EXPECT_EQ(table.cells.at("A7").value, "Programme");
    const std::vector<std::string> imaging{"Imaging", "2", "0", "9", "0", "0", "11"};
    for (std::size_t i = 0; i < imaging.size(); ++i)
        EXPECT_EQ(table.cells.at(std::string(1, static_cast<char>('A' + i)) + "8").value, imaging[i]) << i;
    EXPECT_EQ(table.cells.at("F9").value, "51");
    const std::string chart = workbook.part("xl/charts/chart1.xml");
    EXPECT_NE(chart.find("<c:grouping val=\"stacked\"/>"), std::string::npos);
    EXPECT_EQ(times(chart, "<c:ser>"), 5U) << "not the sum, which would double the bar";
    EXPECT_NE(chart.find("<c:f>'2 Ratings  How the actions fare'!$F$8:$F$9</c:f>"), std::string::npos);
}

TEST(BoardChart, SaysInWordsWhereEachRatingIsMostFrequent) {
    const std::string drawing = written(report_with(ratings())).part("xl/drawings/drawing1.xml");
    const std::string words = attribute(drawing, "xdr:cNvPr", "descr");
    EXPECT_NE(words.find("Largest for Not returned: Genomics, 51."), std::string::npos) << words;
    EXPECT_EQ(words.find("Largest for Amber"), std::string::npos) << "nothing is amber";
}

TEST(BoardChart, DrawsATimelineFromDatesOfATable) {
    const Unpacked workbook = written(report_with(form()));
    const StoredSheet table = workbook.sheet("5 Plan  Dates on the timeline");
    // Days since the last of 1899, as any spreadsheet program counts them.
    const std::vector<std::vector<std::string>> rows{
        {"Baseline date", "M1", "44834", "1"}, {"Baseline date", "M3", "45199", "3"},
        {"Overdue", "M2", "44926", "2"},       {"Forecast", "M2", "45107", "2"},
        {"Met", "M1", "44788", "1"},           {"Reporting date", "All", "45016", "0"}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string row = std::to_string(8 + i);
        EXPECT_EQ(table.cells.at("A" + row).value, rows[i][0]);
        EXPECT_EQ(table.cells.at("B" + row).value, rows[i][1]);
        EXPECT_EQ(table.cells.at("D" + row).value, rows[i][2]);
        EXPECT_EQ(table.cells.at("E" + row).value, rows[i][3]);
    }
    const std::string chart = workbook.part("xl/charts/chart1.xml");
    const std::string sheet = "'5 Plan  Dates on the timeline'!";
    EXPECT_NE(chart.find("<c:xVal><c:numRef><c:f>" + sheet + "$D$8:$D$9</c:f>"), std::string::npos);
    EXPECT_NE(chart.find("<c:f>(" + sheet + "$D$10," + sheet + "$D$11)</c:f>"), std::string::npos)
        << "the overdue one moved to its forecast";
    EXPECT_NE(chart.find("<c:f>(" + sheet + "$D$8," + sheet + "$D$12)</c:f>"), std::string::npos)
        << "the first was met before its date";
    EXPECT_EQ(times(chart, "<c:ser>"), 7U) << "two moves and five kinds of marks";
    EXPECT_EQ(times(chart, "<c:legendEntry>"), 3U) << "moves and the reporting date have no entry";
}

TEST(BoardChart, NamesEachLineOfATimelineOnce) {
    const std::string chart = written(report_with(form())).part("xl/charts/chart1.xml");
    for (const char* id : {"M1", "M2", "M3"}) EXPECT_EQ(times(chart, std::string("<a:t>") + id + "</a:t>"), 1U) << id;
    EXPECT_EQ(times(chart, "<a:t>Reporting date</a:t>"), 1U);
}

TEST(BoardChart, IsLeftOutWhereNothingHasADate) {
    report::BoardBlock block = std::get<report::BoardBlock>(form());
    std::get<report::Form>(block.content).milestones.lines.clear();
    const Unpacked workbook = written(report_with(block));
    EXPECT_EQ(workbook.parts().count("xl/charts/chart1.xml"), 0U);
    for (const StoredSheet& sheet : workbook.sheets()) EXPECT_EQ(sheet.name.find("timeline"), std::string::npos);
}

TEST(BoardChart, ShowsDatesInTheLanguageOfTheWorkbook) {
    EXPECT_NE(written(report_with(form()), Language::welsh).part("xl/styles.xml").find("[$-452]d mmmm yyyy"),
              std::string::npos);
    EXPECT_NE(written(report_with(form())).part("xl/styles.xml").find("[$-809]d mmmm yyyy"), std::string::npos);
}

}  // namespace
}  // namespace quarterdeck::render
