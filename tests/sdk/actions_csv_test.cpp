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

TEST(ActionsCsv, ReadsFurtherColumnsInAnyOrder) {
    const auto actions = read_actions(
        "plan,title_cy,title_en,kind,id,horizon_to,horizon_from,process_en,process_cy,outcome_en,outcome_cy,"
        "measure_en,measure_cy,metric,next_steps_en,next_steps_cy,with,benefit_en,benefit_cy,starts\n"
        "framework,Prynu,Buy,action,F1,long,short,Ask,Gofyn,More,Mwy,Count,Cyfrif,key_figures/fte,One | Two,Un | Dau,"
        "imaging; HEIW,Good,Da,2023-24\n");
    const Action expected{.id = "F1",
                          .title = {"Buy", "Prynu"},
                          .measure = {"Count", "Cyfrif"},
                          .plan = "framework",
                          .benefit = {"Good", "Da"},
                          .starts = "2023-24",
                          .horizon_from = Horizon::short_term,
                          .horizon_to = Horizon::long_term,
                          .indicators = {{Indicator::Kind::measure, {"Count", "Cyfrif"}, "key_figures/fte"},
                                         {Indicator::Kind::process, {"Ask", "Gofyn"}, ""},
                                         {Indicator::Kind::outcome, {"More", "Mwy"}, ""}},
                          .next_steps = {{"One", "Un"}, {"Two", "Dau"}},
                          .with = {"imaging", "HEIW"}};
    EXPECT_EQ(actions, (std::vector<Action>{expected}));
}

std::string fault_of_text(const std::string& csv) {
    try {
        read_actions(csv);
    } catch (const CsvFault& fault) {
        return fault.what();
    }
    return "no fault";
}

TEST(ActionsCsv, RefusesAnotherHeader) {
    EXPECT_EQ(fault_of_text("id,kind,title_en\n"),
              "line 1: there is no column title_cy; expected id, kind, title_en, title_cy and further columns.");
    EXPECT_EQ(fault_of_text("id,kind,title_en,title_cy,colour\n"), "line 1: the column colour isn't known.");
}

TEST(ActionsCsv, RefusesNextStepsInOneLanguage) {
    EXPECT_EQ(fault_of_text("id,kind,title_en,title_cy,next_steps_en,next_steps_cy\n1,action,a,b,x | y,z\n"),
              "line 2: next_steps_en and next_steps_cy: expected text in both languages.");
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
