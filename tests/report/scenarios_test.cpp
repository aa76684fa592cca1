#include "report/scenarios.h"

#include <gmock/gmock.h>

#include "fixtures.h"
#include "quarterdeck/outlook/scenario.h"

namespace quarterdeck::testing {
namespace {

using ::testing::HasSubstr;

const std::string head = "version: 1.0.0\nyears: 5\nruns: 400\nseed: 7\nscenarios:\n";
const std::string base = "  - id: base\n    title: {en: Base, cy: Sylfaen}\n";

class ScenarioFolder : public Folder {
public:
    std::optional<report::ScenarioFile> read(const std::string& text) const {
        write("outlook/scenarios.yaml", text);
        return report::ScenarioFile::read(path() / "outlook", 2023);
    }
};

std::string refused(const std::string& text) {
    const ScenarioFolder folder;
    return refusal([&] { folder.read(text); });
}

/// A series as the answer to its query: labels subject, provider and stage, and the value.
Table answer(const report::ScenarioFile& file, const std::string& series) {
    Table table;
    for (const snapshot::SeriesFigure& figure : file.figures)
        if (figure.series == series)
            table.rows.push_back({.id = figure.subject + "," + figure.provider + "," + figure.stage,
                                  .labels = {{figure.subject, figure.subject},
                                             {figure.provider, figure.provider},
                                             {figure.stage, figure.stage}},
                                  .figures = {Decimal{figure.value / 1'000, 2}}});
    return table;
}

TEST(Scenarios, ReachAPluginInTheirFilesOrder) {
    const ScenarioFolder folder;
    const auto file =
        folder.read(head +
                    "  - id: worse\n    title: {en: Worse, cy: Gwaeth}\n    changes: {retirement_percent: 150, "
                    "participation_points: -0.75}\n    programmes:\n      imaging: {retirement_percent: 120}\n" +
                    base);
    ASSERT_TRUE(file);
    const Table titles = answer(*file, "scenario_title");
    const Table changes = answer(*file, "scenario");
    const outlook::Scenarios read = outlook::read_scenarios(titles, changes, "pathology");
    EXPECT_EQ(read.start_year, 2023);
    EXPECT_EQ(read.runs, 400);
    EXPECT_EQ(read.seed, 7U);
    ASSERT_EQ(read.all.size(), 2U);
    EXPECT_EQ(read.all[0].title, (Text{"Worse", "Gwaeth"}));
    EXPECT_EQ(read.all[0].levers.of("retirement_percent"), 150 * outlook::lever_unit);
    EXPECT_EQ(read.all[0].levers.of("participation_points"), -75'000);
    EXPECT_EQ(read.all[1].id, "base");
    EXPECT_EQ(read.all[1].levers.of("retirement_percent"), 100 * outlook::lever_unit);
    EXPECT_EQ(outlook::read_scenarios(titles, changes, "imaging").all[0].levers.of("retirement_percent"),
              120 * outlook::lever_unit);
}

const std::string leavers =
    "assumptions:\n  - id: leavers\n    low: 6\n    central: 7.25\n    high: 9\n"
    "    source: {en: Exit data, cy: Data ymadael}\n";

TEST(Assumptions, OfTheFileTakeThePlaceOfAPluginsOwn) {
    const ScenarioFolder folder;
    const auto file = folder.read(head + base + leavers +
                                  "  - id: leavers\n    programme: imaging\n    low: 1\n    central: 2\n    high: 2\n"
                                  "    source: {en: Own data, cy: Data ei hun}\n"
                                  "  - id: participation\n    programme: genomics\n    low: -1.5\n    central: -1\n"
                                  "    high: 0\n    source: {en: Rota, cy: Rota}\n");
    ASSERT_TRUE(file);
    const Table values = answer(*file, "assumption");
    const Table sources = answer(*file, "assumption_source");
    const std::vector<outlook::Assumption> own{
        {outlook::leavers, {"Leave", "Gadael"}, 4'000, 5'000, 6'000, {"Illustration", "Er enghraifft"}},
        {outlook::participation, {"FTE per head", "CALl y pen"}, -600, -300, 0, {"Illustration", "Er enghraifft"}}};
    const auto of = [&](const char* programme) { return outlook::with_replaced(own, values, sources, programme); };
    const outlook::Assumption for_all{
        outlook::leavers, {"Leave", "Gadael"}, 6'000, 7'250, 9'000, {"Exit data", "Data ymadael"}};
    EXPECT_EQ(of("pathology"), (std::vector<outlook::Assumption>{for_all, own[1]}));
    EXPECT_EQ(
        of("imaging").front(),
        (outlook::Assumption{outlook::leavers, {"Leave", "Gadael"}, 1'000, 2'000, 2'000, {"Own data", "Data ei hun"}}));
    EXPECT_EQ(of("genomics").front(), for_all);
    EXPECT_EQ(of("genomics").back().low, -1'500);
    EXPECT_EQ(of("genomics").back().central, -1'000);
}

TEST(Assumptions, AreRefusedWithFileLineAndWhatIsRight) {
    const auto changed = [](const std::string& from, const std::string& to) {
        std::string text = leavers;
        text.replace(text.find(from), from.size(), to);
        return refused(head + base + text);
    };
    EXPECT_THAT(changed("id: leavers", "id: leaver"),
                HasSubstr("outlook/scenarios.yaml, line 9: there is no assumption called \"leaver\"; did you mean "
                          "\"leavers\"?"));
    EXPECT_THAT(
        changed("central: 7.25", "central: 5"),
        HasSubstr("line 11: \"central\" is below the number before it; expected low, central and high in order."));
    EXPECT_THAT(changed("high: 9", "high: 101"), HasSubstr("\"high\" is \"101\"; expected a number from 0 to 100"));
    EXPECT_THAT(changed("en: Exit data, cy", "cy"), HasSubstr("line 13"));
    EXPECT_THAT(refused(head + base + leavers + leavers.substr(leavers.find('\n') + 1)),
                HasSubstr("line 14: the assumption \"leavers\" stands twice for the same programmes."));
}

TEST(Scenarios, NameNoProgrammeThatNoPluginHas) {
    const ScenarioFolder folder;
    const auto file = folder.read(head + base + "    programmes:\n      imagin: {retirement_percent: 120}\n" + leavers);
    ASSERT_TRUE(file);
    EXPECT_EQ(refusal([&] {
                  report::expect_programmes(*file, {"imaging", "pathology"});
              }),
              "outlook/scenarios.yaml, line 9: no plugin has a programme called \"imagin\"; did you mean \"imaging\"? "
              "There are imaging, pathology.");
}

TEST(Assumptions, NameNoProgrammeThatNoPluginHas) {
    const ScenarioFolder folder;
    std::string text = leavers;
    text.insert(text.find("    low:"), "    programme: radiology\n");
    const auto file = folder.read(head + base + text);
    ASSERT_TRUE(file);
    EXPECT_THAT(refusal([&] {
                    report::expect_programmes(*file, {"imaging", "pathology"});
                }),
                HasSubstr("outlook/scenarios.yaml, line 10: no plugin has a programme called \"radiology\""));
    report::expect_programmes(*file, {"radiology"});
}

TEST(Scenarios, AreNothingWhereATemplateHasNone) {
    const Folder folder;
    EXPECT_FALSE(report::ScenarioFile::read(folder.path(), 2023));
}

TEST(Scenarios, AreRefusedWithFileLineAndWhatIsRight) {
    EXPECT_THAT(
        refused(head + base + "    changes: {retirement_per_cent: 150}\n"),
        HasSubstr("outlook/scenarios.yaml, line 8: there is nothing called \"retirement_per_cent\" to change; did "
                  "you mean \"retirement_percent\"?"));
    EXPECT_THAT(
        refused(head + base + "    changes: {overseas_percent: -5}\n"),
        HasSubstr("\"overseas_percent\" is \"-5\"; expected a number from 0 to 1000 with at most two decimals."));
    EXPECT_THAT(refused(head + base + "    changes: {activity_points: 0.125}\n"), HasSubstr("at most two decimals"));
    EXPECT_THAT(refused("version: 1.0.0\nyears: 3\nruns: 400\nseed: 7\nscenarios:\n" + base),
                HasSubstr("line 2: \"years\" is \"3\"; expected a number from 5 to 10, whole."));
    EXPECT_THAT(refused(head + base + base), HasSubstr("the scenario \"base\" stands twice."));
    EXPECT_THAT(refused(head + "  - id: base\n    title: {en: Base}\n"), HasSubstr("line 7"));
    EXPECT_THAT(refused(head + "  []\n"), HasSubstr("there must be from 1 to 20 scenarios."));
}

TEST(Scenarios, TakeThePlaceOfWhatTheDataCallsSo) {
    const ScenarioFolder folder;
    const auto file = folder.read(head + base);
    snapshot::Input input;
    input.published = {{"staff_in_post", "Haematology", "", "2022", "observed", 1, true},
                       {"scenario", "base", "", "", "overseas_percent", 1, true}};
    input.files = {{"assignments/a.csv", {}, 0, 0}, {"training/t.csv", {}, 0, 0}};
    report::pass_on(file, input);
    EXPECT_EQ(input.published.size(), 1 + file->figures.size());
    EXPECT_EQ(input.published.front().series, "staff_in_post");
    EXPECT_EQ(input.files.at(1).path, "outlook/scenarios.yaml");
}

}  // namespace
}  // namespace quarterdeck::testing
