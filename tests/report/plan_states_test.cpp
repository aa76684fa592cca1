#include <gmock/gmock.h>

#include "fixtures.h"

namespace quarterdeck::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

returns::Return returned(const std::string& quarter, const std::vector<returns::Entry>& entries) {
    return {.programme = "imaging",
            .quarter = returns::Quarter::parse(quarter).value(),
            .submitted_by = "",
            .submitted_on = {2023, 4, 12},
            .source_file = "imaging.csv",
            .source_sha256 = std::string(64, 'e'),
            .entries = entries,
            .number = 1};
}

/// The plan of imaging with its entry I1 returned in this quarter, and another rating in the one before.
class PlanStates : public ::testing::Test {
protected:
    PlanStates() {
        templates_.write("small/report.yaml",
                         "version: 1\ntitle: {en: Small, cy: Bach}\nsections:\n  - id: one\n"
                         "    title: {en: One, cy: Un}\n    blocks:\n      - actions: imaging\n");
        std::filesystem::copy(templates_.path() / "appendix-tables" / "page.mustache",
                              templates_.path() / "small" / "page.mustache");
        folder_ = report::TemplateFolder::read(templates_.path(), "small");
        material_.reported =
            returns::Reported{.quarter = returns::Quarter::parse("2022-23Q4").value(),
                              .quarters = {{returned("2022-23Q4", {now_})}, {returned("2022-23Q3", {before_})}}};
    }

    std::string html(Language language) const { return page(filled_report(folder_, material_), folder_, language); }

    const returns::Entry now_{.action_id = "I1",
                              .status = returns::Status::on_hold,
                              .rating = returns::Rating::amber,
                              .percent_complete = 40,
                              .narrative = "<script>alert(1)</script>\nNext line",
                              .forecast = Date{2023, 9, 30}};
    const returns::Entry before_{.action_id = "I1", .rating = returns::Rating::red};
    ShippedTemplates templates_;
    report::TemplateFolder folder_;
    report::Material material_ = material();
};

TEST_F(PlanStates, ShowThisQuarterBesideTheLastInWords) {
    const std::string english = html(Language::english);
    EXPECT_THAT(english,
                HasSubstr("for 2022-23, quarter 4. Last quarter&apos;s rating is that of 2022-23, quarter 3."));
    EXPECT_THAT(english, HasSubstr("<span class=\"quarterdeck-status\">On hold</span> 40%</td>"));
    EXPECT_THAT(english, HasSubstr("--amber\">Amber</span></td><td>"
                                   "<span class=\"quarterdeck-rating quarterdeck-rating--red\">Red</span></td>"
                                   "<td>30 September 2023</td>"));
}

TEST_F(PlanStates, SpeakWelsh) {
    const std::string welsh = html(Language::welsh);
    EXPECT_THAT(welsh, HasSubstr("2022-23, chwarter 4"));
    EXPECT_THAT(welsh, HasSubstr("--amber\">Ambr</span>"));
    EXPECT_THAT(welsh, HasSubstr("--red\">Coch</span>"));
    EXPECT_THAT(welsh, HasSubstr("<td>30 Medi 2023</td>"));
}

TEST_F(PlanStates, ShowANarrativeAsText) {
    EXPECT_THAT(html(Language::english), HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; Next line</p>"));
    EXPECT_THAT(html(Language::english), Not(HasSubstr("<script>")));
}

TEST_F(PlanStates, NeverShowLastQuartersRatingAsThisQuarters) {
    material_.reported->quarters[0].clear();
    const std::string english = html(Language::english);
    EXPECT_THAT(english, Not(HasSubstr("Amber")));
    EXPECT_THAT(english, HasSubstr("Not returned</span></td><td><span class=\"quarterdeck-rating "
                                   "quarterdeck-rating--none\">Not returned</span></td><td><span "
                                   "class=\"quarterdeck-rating quarterdeck-rating--red\">Red</span></td>"
                                   "<td>Not returned</td>"));
}

TEST_F(PlanStates, AreOfTheirOwnProgrammeOnly) {
    material_.reported->quarters[0].front().programme = "pathology";
    EXPECT_THAT(html(Language::english), Not(HasSubstr("Amber")));
}

}  // namespace
}  // namespace quarterdeck::testing
