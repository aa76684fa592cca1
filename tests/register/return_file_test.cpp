#include "register/return_file.h"

#include <gmock/gmock.h>

namespace quarterdeck::returns {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string header = "action_id,status,rating,percent_complete,narrative,forecast\n";
const std::vector<std::string> plan = {"IMG-A1", "IMG-A2", "1.1"};

std::vector<std::string> faults(const std::string& csv) {
    std::vector<std::string> texts;
    for (const Fault& fault : read_return(csv, plan).faults) texts.push_back(fault_text("march.csv", fault));
    return texts;
}

std::vector<std::string> faults_of_line(const std::string& line) {
    return faults(header + line + "\n");
}

TEST(ReturnFile, HoldsWhatWasWritten) {
    const ReturnFile file = read_return(
        "\xEF\xBB\xBFrating,action_id,status,forecast,percent_complete,narrative\r\n"
        "amber,1.1,in_progress,2023-09-30,40,\"Two lines,\nand a \"\"quote\"\"\"\r\n"
        "blue,IMG-A2,complete,,100,=HYPERLINK(A1)\r\n",
        plan);
    EXPECT_TRUE(file.faults.empty());
    EXPECT_THAT(file.entries, ElementsAre(Entry{.action_id = "1.1",
                                                .status = Status::in_progress,
                                                .rating = Rating::amber,
                                                .percent_complete = 40,
                                                .narrative = "Two lines,\nand a \"quote\"",
                                                .forecast = Date{2023, 9, 30}},
                                          Entry{.action_id = "IMG-A2",
                                                .status = Status::complete,
                                                .rating = Rating::blue,
                                                .percent_complete = 100,
                                                .narrative = "=HYPERLINK(A1)",
                                                .forecast = {}}));
}

TEST(ReturnFile, NamesTheNearestColumn) {
    EXPECT_THAT(faults("action_id,state,status,ratng,rating,percent_complete,narrative,forecast\n"),
                ElementsAre("march.csv, line 1: the column \"state\" is unknown; did you mean \"status\"?",
                            "march.csv, line 1: the column \"ratng\" is unknown; did you mean \"rating\"?"));
}

TEST(ReturnFile, MissesAColumn) {
    EXPECT_THAT(faults("action_id,status,rating,percent_complete,narrative\n"),
                ElementsAre("march.csv, line 1, column forecast: the column is missing; expected the header "
                            "action_id,status,rating,percent_complete,narrative,forecast."));
}

TEST(ReturnFile, RefusesAColumnThatStandsTwice) {
    EXPECT_THAT(faults("action_id,status,rating,percent_complete,narrative,forecast,status\n"),
                ElementsAre("march.csv, line 1, column status: the column stands twice; expected it once."));
}

TEST(ReturnFile, NamesTheNearestEntryOfThePlan) {
    EXPECT_THAT(faults_of_line("IMG-A7,in_progress,green,10,,"),
                ElementsAre("march.csv, line 2, column action_id: the programme's plan has no entry \"IMG-A7\"; did "
                            "you mean \"IMG-A1\"?"));
    EXPECT_THAT(faults_of_line("something,in_progress,green,10,,"),
                ElementsAre("march.csv, line 2, column action_id: the programme's plan has no entry \"something\"."));
}

TEST(ReturnFile, RefusesAnEntryThatStandsTwice) {
    EXPECT_THAT(faults_of_line("1.1,in_progress,green,10,,\nIMG-A1,in_progress,green,10,,\n1.1,on_hold,red,10,,"),
                ElementsAre("march.csv, line 4, column action_id: 1.1 stands on line 2 already; expected each entry "
                            "once."));
}

TEST(ReturnFile, RefusesUnknownStatesAndRatings) {
    EXPECT_THAT(faults_of_line("1.1,done,Green,10,,"),
                ElementsAre("march.csv, line 2, column status: it is \"done\"; expected not_started, in_progress, "
                            "complete, on_hold, withdrawn.",
                            "march.csv, line 2, column rating: it is \"Green\"; expected blue, green, amber, red."));
}

TEST(ReturnFile, ExpectsAWholePercentage) {
    for (const std::string text : {"101", "-1", "-0", "", "40%", "4O", "40.5", "99999999999999999999", " 40"})
        EXPECT_THAT(faults_of_line("1.1,in_progress,green," + text + ",,"),
                    ElementsAre("march.csv, line 2, column percent_complete: it is \"" + text +
                                "\"; expected a whole number from 0 to 100."));
    EXPECT_TRUE(faults_of_line("1.1,not_started,green,0,,").empty());
    EXPECT_TRUE(faults_of_line("1.1,in_progress,green,100,,").empty());
}

TEST(ReturnFile, ExpectsWhatIsCompleteToBeWhole) {
    EXPECT_THAT(faults_of_line("1.1,complete,blue,99,,"),
                ElementsAre("march.csv, line 2, column percent_complete: it is 99, while the status is complete; "
                            "expected 100, or another status."));
}

TEST(ReturnFile, ExpectsARealDay) {
    for (const std::string text : {"2023-02-29", "31/03/2023", "soon"})
        EXPECT_THAT(faults_of_line("1.1,in_progress,green,10,," + text),
                    ElementsAre("march.csv, line 2, column forecast: it is \"" + text +
                                "\"; expected a day as YYYY-MM-DD, or nothing."));
}

TEST(ReturnFile, CountsTheCharactersOfANarrative) {
    std::string longest;
    for (int i = 0; i < 4000; ++i) longest += "ŵ";
    EXPECT_TRUE(faults_of_line("1.1,in_progress,green,10," + longest + ",").empty());
    EXPECT_THAT(faults_of_line("1.1,in_progress,green,10," + longest + "w,"),
                ElementsAre("march.csv, line 2, column narrative: the text has 4001 characters; expected at most "
                            "4000. Shorten it."));
}

TEST(ReturnFile, RefusesBytesThatAreNoText) {
    EXPECT_THAT(
        faults_of_line("1.1,in_progress,green,10,caf\xE9,"),
        ElementsAre("march.csv, line 2, column narrative: the text isn't UTF-8. Save the file as CSV (UTF-8)."));
    EXPECT_THAT(faults_of_line("1.1,in_progress,green,10,a\x01z,"),
                ElementsAre("march.csv, line 2, column narrative: the text holds a control character. Take it out."));
    EXPECT_THAT(faults("\xFF\xFE,status\n").front(), HasSubstr("the name of column 1 isn't UTF-8"));
}

TEST(ReturnFile, RefusesWhatIsNotCsv) {
    EXPECT_THAT(faults("PK\x03\x04...."), ElementsAre(HasSubstr("march.csv: this is a workbook")));
    EXPECT_THAT(faults(""), ElementsAre(HasSubstr("march.csv, line 1: expected the header action_id,")));
    EXPECT_THAT(faults(header), ElementsAre(HasSubstr("march.csv: the file has no entries")));
    EXPECT_THAT(faults_of_line("1.1,in_progress,green,10,\"open"), ElementsAre(HasSubstr("march.csv: line 2: ")));
    EXPECT_THAT(faults_of_line("1.1,in_progress,green,10,"),
                ElementsAre("march.csv, line 2: the line has 5 fields; expected 6, as in the header."));
}

TEST(ReturnFile, NamesEveryFaultWithItsLine) {
    EXPECT_THAT(faults_of_line("IMG-A1,begun,green,10,,\nIMG-A2,complete,blue,50,,\n1.1,on_hold,red,5,,never"),
                ElementsAre(HasSubstr("line 2, column status"), HasSubstr("line 3, column percent_complete"),
                            HasSubstr("line 4, column forecast")));
}

}  // namespace
}  // namespace quarterdeck::returns
