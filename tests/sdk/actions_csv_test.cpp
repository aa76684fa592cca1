#include "quarterdeck/actions_csv.h"

#include <gtest/gtest.h>

namespace {

using namespace quarterdeck;

constexpr std::string_view header =
    "id,kind,title_en,title_cy,theme_en,theme_cy,lead,measure_en,measure_cy,due,areas,linked_id\n";

std::string fault_of(const std::string& lines) {
    try {
        read_actions(std::string(header) + lines);
    } catch (const CsvFault& fault) {
        return fault.what();
    }
    return "no fault";
}

TEST(ActionsCsv, ReadsEveryColumnOfAnAction) {
    const auto actions = read_actions(std::string(header) +
                                      "IMG-A1,action,Buy,Prynu,Kit,Offer,HEIW,Count,Cyfrif,2024-25Q2,\"P, I\",IMG-M1\n"
                                      "IMG-M1,milestone,\"Say \"\"done\"\"\",Dweud,,,Programme,,,,All,\n");
    const Action first{.id = "IMG-A1",
                       .kind = Action::Kind::action,
                       .title = {"Buy", "Prynu"},
                       .theme = {"Kit", "Offer"},
                       .lead = "HEIW",
                       .measure = {"Count", "Cyfrif"},
                       .due = "2024-25Q2",
                       .areas = "P, I",
                       .linked_id = "IMG-M1"};
    const Action second{.id = "IMG-M1",
                        .kind = Action::Kind::milestone,
                        .title = {"Say \"done\"", "Dweud"},
                        .lead = "Programme",
                        .areas = "All"};
    EXPECT_EQ(actions, (std::vector<Action>{first, second}));
}

TEST(ActionsCsv, RefusesAnotherHeader) {
    try {
        read_actions("id,kind,title\n");
        FAIL();
    } catch (const CsvFault& fault) {
        EXPECT_TRUE(std::string(fault.what()).starts_with("line 1: expected the header id,kind,title_en,title_cy"));
    }
}

TEST(ActionsCsv, RefusesAnUnknownKindWithItsLine) {
    EXPECT_EQ(
        fault_of("1,action,a,b,,,,,,,,\n2,mile,a,b,,,,,,,,\n"),
        "line 3: the kind is \"mile\"; expected action, milestone, risk, resource_dependency or interdependency.");
}

TEST(ActionsCsv, RefusesAnIdThatStandsTwice) {
    EXPECT_EQ(fault_of("1,action,a,b,,,,,,,,\n1,risk,a,b,,,,,,,,\n"), "line 3: the id 1 stands twice.");
}

TEST(ActionsCsv, RefusesAMissingLanguage) {
    EXPECT_EQ(fault_of("1,action,a,,,,,,,,,\n"), "line 2: title_en and title_cy: expected text in both languages.");
    EXPECT_EQ(fault_of("1,action,a,b,,,,c,,,,\n"),
              "line 2: measure_en and measure_cy: expected text in both languages.");
}

TEST(ActionsCsv, RefusesALinkToNowhere) {
    EXPECT_EQ(fault_of("1,action,a,b,,,,,,,,2\n"), "line 2: linked_id is 2; no line has that id.");
}

}  // namespace
