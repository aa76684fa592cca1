#include "report/template_folder.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace quarterdeck::testing {
namespace {

const std::string section = "  - id: one\n    title: {en: One, cy: Un}\n    blocks:\n";

std::string refusal_of(const std::string& sections) {
    const SmallTemplates templates;
    return refusal([&] { templates.read(sections); });
}

/// Reads a whole report.yaml.
std::string refusal_of_file(const std::string& text) {
    const SmallTemplates templates;
    templates.write("small/report.yaml", text);
    return refusal([&] { report::TemplateFolder::read(templates.path(), "small"); });
}

}  // namespace

TEST(TemplateFolder, HoldsSectionsAndBlocksInTheirOrder) {
    const SmallTemplates templates;
    const report::TemplateFolder folder = templates.read(section +
                                                         "      - metric: imaging/workforce\n"
                                                         "      - stack: skills\n"
                                                         "        id: mix\n"
                                                         "        title: {en: Mix, cy: Cymysgedd}\n"
                                                         "        order: [pathology/skills, imaging/skills]\n"
                                                         "      - totals: appendix\n"
                                                         "        columns: [fte]\n"
                                                         "      - actions: all\n");
    EXPECT_EQ(folder.id, "small");
    EXPECT_EQ(folder.version, "1");
    EXPECT_EQ(folder.title, (Text{"Small", "Bach"}));
    EXPECT_EQ(folder.policy.threshold, 5);
    ASSERT_EQ(folder.sections.size(), 1U);
    const auto& blocks = folder.sections[0].blocks;
    ASSERT_EQ(blocks.size(), 4U);
    EXPECT_EQ(blocks[0].kind, report::BlockRequest::Kind::metric);
    EXPECT_EQ(blocks[0].of, "imaging/workforce");
    EXPECT_EQ(blocks[0].line, 7U);
    EXPECT_EQ(blocks[1].kind, report::BlockRequest::Kind::stack);
    EXPECT_EQ(blocks[1].id, "mix");
    EXPECT_EQ(blocks[1].order, (std::vector<std::string>{"pathology/skills", "imaging/skills"}));
    EXPECT_EQ(blocks[2].columns, std::vector<std::string>{"fte"});
    EXPECT_EQ(blocks[3].kind, report::BlockRequest::Kind::actions);
    EXPECT_EQ(blocks[3].line, 14U);
}

TEST(TemplateFolder, NamesTheTemplatesWhenOneIsUnknown) {
    const SmallTemplates templates;
    templates.read(section + "      - actions: all\n");
    EXPECT_EQ(refusal([&] { report::TemplateFolder::read(templates.path(), "smal"); }),
              "There is no template \"smal\"; did you mean \"small\"? The templates are small.");
    EXPECT_EQ(refusal([&] { report::TemplateFolder::read(templates.path(), "../small"); }).substr(0, 33),
              "There is no template \"../small\"; ");
}

TEST(TemplateFolder, RefusesUnknownKeysWithLineAndNearestName) {
    EXPECT_EQ(refusal_of("  - id: one\n    titel: {en: One, cy: Un}\n    blocks: []\n"),
              "small/report.yaml, line 5: the key \"titel\" is not known here; did you mean \"title\"? Known are id, "
              "title, introduction, layout, blocks.");
    EXPECT_EQ(refusal_of(section + "      - metrik: a/b\n").substr(0, 85),
              "small/report.yaml, line 7: the key \"metrik\" is not known here; did you mean \"metric\"?");
}

TEST(TemplateFolder, RefusesAKeyTwice) {
    EXPECT_EQ(
        refusal_of(section + "      - metric: a/b\n        metric: a/c\n"),
        "small/report.yaml, line 8: the key \"metric\" stands here a second time; it is in line 7 already. Remove "
        "one of the two.");
}

TEST(TemplateFolder, RefusesAMissingTitleOrLanguage) {
    EXPECT_EQ(refusal_of("  - id: one\n    blocks: []\n"),
              "small/report.yaml, line 4: a section lacks the key \"title\".");
    EXPECT_EQ(refusal_of("  - id: one\n    title: {en: One}\n    blocks: []\n"),
              "small/report.yaml, line 5: title lacks the key \"cy\".");
    EXPECT_EQ(refusal_of("  - id: one\n    title: One\n    blocks: []\n"),
              "small/report.yaml, line 5: keys are expected here: en, cy.");
    EXPECT_EQ(refusal_of_file("version: 1\nsections: []\n"),
              "small/report.yaml, line 1: a report lacks the key \"title\".");
}

TEST(TemplateFolder, ReadsBlocksAboutAQuarter) {
    const SmallTemplates templates;
    const auto folder = templates.read(section +
                                       "      - decisions: asked\n        most: 4\n"
                                       "      - priorities: all\n        rows:\n"
                                       "          - title: {en: Planning, cy: Cynllunio}\n"
                                       "            themes: [Planning ahead, Named actions]\n");
    const auto& blocks = folder.sections.front().blocks;
    EXPECT_EQ(blocks.at(0).kind, report::BlockRequest::Kind::decisions);
    EXPECT_EQ(blocks.at(0).most, 4U);
    EXPECT_EQ(blocks.at(1).rows,
              (std::vector<report::PriorityRequest>{{{"Planning", "Cynllunio"}, {"Planning ahead", "Named actions"}}}));
}

TEST(TemplateFolder, RefusesBlocksAboutAQuarterThatCannotBe) {
    EXPECT_EQ(refusal_of(section + "      - decisions: all\n"),
              "small/report.yaml, line 7: \"all\" is not understood here; expected asked or taken.");
    EXPECT_EQ(refusal_of(section + "      - risks: top\n        most: none\n"),
              "small/report.yaml, line 8: \"most\" is \"none\"; expected a whole number from 1 to 1000.");
    EXPECT_EQ(
        refusal_of(section + "      - ratings: all\n        most: 3\n"),
        "small/report.yaml, line 8: \"most\" belongs to blocks of the kind decisions, milestones and risks only.");
}

TEST(TemplateFolder, SwitchesRulesOffByTheirNames) {
    const SmallTemplates templates;
    templates.write("small/report.yaml",
                    "version: 1\ntitle: {en: Small, cy: Bach}\nchallenges:\n  narrative_unchanged: false\n"
                    "  not_returned: true\nsections:\n" +
                        section + "      - ratings: all\n");
    EXPECT_EQ(report::TemplateFolder::read(templates.path(), "small").rules_off,
              report::RulesOff{report::ChallengeRule::narrative_unchanged});
    EXPECT_EQ(
        refusal_of_file("version: 1\ntitle: {en: Small, cy: Bach}\nchallenges:\n  narative_unchanged: false\n")
            .substr(0, 101),
        "small/report.yaml, line 4: there is no rule \"narative_unchanged\"; did you mean \"narrative_unchanged\"?");
}

TEST(TemplateFolder, RefusesBlocksThatSayTooMuchOrTooLittle) {
    const std::string one_kind =
        "small/report.yaml, line 7: a block must have exactly one of the keys metric, tag, stack, totals, actions, "
        "ratings, decisions, milestones, risks, priorities, form, calendar, corrections, criteria, "
        "definitions and progress.";
    EXPECT_EQ(refusal_of(section + "      - id: x\n"), one_kind);
    EXPECT_EQ(refusal_of(section + "      - metric: a/b\n        tag: c\n"), one_kind);
    EXPECT_EQ(refusal_of(section + "      - metric: workforce\n"),
              "small/report.yaml, line 7: \"workforce\" must name a programme and its metric, as in "
              "\"imaging/diagnostic_radiology\".");
    EXPECT_EQ(refusal_of(section + "      - tag: a\n        columns: [b]\n"),
              "small/report.yaml, line 8: \"columns\" belongs to blocks of the kind totals only.");
    EXPECT_EQ(refusal_of(section + "      - metric: [a]\n"),
              "small/report.yaml, line 7: the value of \"metric\" must be a text.");
    EXPECT_EQ(refusal_of("  one: two\n"),
              "small/report.yaml, line 3: \"sections\" must be a list: one line for each, starting with \"- \".");
    EXPECT_EQ(refusal_of(section + "      - just text\n").substr(0, 49),
              "small/report.yaml, line 7: keys are expected here");
}

TEST(TemplateFolder, RefusesAnchorsThatClash) {
    const std::string taken = "the id \"one\" is taken already, in this file or by the page itself. Choose another.";
    EXPECT_EQ(refusal_of(section + "      - tag: a\n        id: one\n"), "small/report.yaml, line 7: " + taken);
    EXPECT_EQ(refusal_of("  - id: contents\n    title: {en: One, cy: Un}\n    blocks: []\n").substr(0, 49),
              "small/report.yaml, line 4: the id \"contents\" is t");
    EXPECT_EQ(refusal_of("  - id: One two\n    title: {en: One, cy: Un}\n    blocks: []\n").substr(0, 46),
              "small/report.yaml, line 4: the id \"One two\" mu");
}

TEST(TemplateFolder, RefusesAPolicyThatCannotBe) {
    const auto with_policy = [](const std::string& policy) {
        return refusal_of_file("version: 1\ntitle: {en: A, cy: B}\npolicy:\n" + policy + "sections: []\n");
    };
    const std::string file = "small/report.yaml, line ";
    EXPECT_EQ(with_policy("  threshold: 5\n  values_left: 5\n"),
              file + "5: \"values_left\" must be a whole number from 2 to 4.");
    EXPECT_EQ(with_policy("  weights: {total: 0}\n"), file + "4: \"total\" must be a whole number from 1 to 1000.");
    EXPECT_EQ(with_policy("  group_disclosure: hide\n"),
              file + "4: \"group_disclosure\" must be ignore, warn or suppress.");
    const std::string rest = "      id: ab\n      label: {en: A, cy: B}\n";
    EXPECT_EQ(with_policy("  merges:\n    - metric: a/b\n      rows: [a]\n" + rest),
              file + "5: a merge must name at least two rows.");
    EXPECT_EQ(with_policy("  merges:\n    - metric: a/b\n      rows: [a, b, a]\n" + rest),
              file + "5: the merge names the row \"a\" twice.");
}

TEST(TemplateFolder, RefusesAThresholdOutOfRange) {
    const auto with_threshold = [](const std::string& threshold) {
        return refusal_of_file("version: 1\ntitle: {en: A, cy: B}\npolicy:\n  threshold: " + threshold +
                               "\nsections: []\n");
    };
    const std::string expected = "small/report.yaml, line 4: \"threshold\" must be a whole number from 3 to 100.";
    for (const char* wrong : {"2", "1", "0", "-5", "five", "5.0", "101", "99999999999999999999"})
        EXPECT_EQ(with_threshold(wrong), expected) << wrong;
}

}  // namespace quarterdeck::testing
