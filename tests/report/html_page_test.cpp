#include <gmock/gmock.h>
#include <openssl/evp.h>

#include <set>

#include "fixtures.h"
#include "markup.h"

namespace quarterdeck::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* sections =
    "  - id: one\n    title: {en: One, cy: Un}\n    introduction: {en: Intro, cy: Cyflwyniad}\n    blocks:\n"
    "      - totals: appendix\n        title: {en: Totals, cy: Cyfansymiau}\n"
    "      - tag: appendix\n"
    "  - id: two\n    title: {en: Two, cy: Dau}\n    blocks:\n"
    "      - stack: skills\n"
    "      - actions: imaging\n";

/// The shipped page and wording around a small report.
class Page : public ::testing::Test {
protected:
    Page() {
        templates_.write("small/report.yaml",
                         std::string("version: 1\ntitle: {en: Small, cy: Bach}\nsections:\n") + sections);
        std::filesystem::copy(templates_.path() / "appendix-tables" / "page.mustache",
                              templates_.path() / "small" / "page.mustache");
        folder_ = report::TemplateFolder::read(templates_.path(), "small");
        report_ = filled_report(folder_, material());
    }

    std::string english() const { return page(report_, folder_, Language::english); }
    std::string welsh() const { return page(report_, folder_, Language::welsh); }

    ShippedTemplates templates_;
    report::TemplateFolder folder_;
    report::Report report_;
};

std::string between(const std::string& text, const std::string& start, const std::string& end) {
    const std::size_t from = text.find(start);
    if (from == std::string::npos) return {};
    return text.substr(from + start.size(), text.find(end, from + start.size()) - from - start.size());
}

std::string sha256_base64(const std::string& text) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha256(), nullptr);
    unsigned char encoded[100];
    const int length = EVP_EncodeBlock(encoded, digest, static_cast<int>(size));
    return {encoded, encoded + length};
}

}  // namespace

TEST_F(Page, IsTheSameBytesForTheSameReport) {
    EXPECT_EQ(english(), english());
    EXPECT_EQ(page(filled_report(folder_, material()), folder_, Language::welsh), welsh());
}

TEST_F(Page, DeclaresItsLanguageAndWritesTheDateInIt) {
    EXPECT_THAT(english(), HasSubstr("<html lang=\"en\""));
    EXPECT_THAT(english(), HasSubstr("<title>Small, 31 March 2023</title>"));
    EXPECT_THAT(welsh(), HasSubstr("<html lang=\"cy\""));
    EXPECT_THAT(welsh(), HasSubstr("<title>Bach, 31 Mawrth 2023</title>"));
}

TEST_F(Page, NestsItsTagsAndNumbersItsHeadingsWithoutGaps) {
    for (const std::string& html : {english(), welsh()}) {
        char level = '0';
        int first_level = 0;
        for (const Element& element : elements_of(html)) {
            if (element.name.size() != 2 || element.name[0] != 'h' || element.name == "hr") continue;
            EXPECT_LE(element.name[1], level + 1) << element.text;
            level = element.name[1];
            first_level += level == '1';
        }
        EXPECT_EQ(first_level, 1);
    }
}

TEST_F(Page, GivesEveryHeaderCellAScopeAndEveryTableACaption) {
    std::size_t tables = 0;
    std::size_t captions = 0;
    for (const Element& element : elements_of(english())) {
        tables += element.name == "table";
        captions += element.name == "caption" && !element.text.empty();
        if (element.name != "th") continue;
        EXPECT_THAT(attribute(element, "scope"), ::testing::AnyOf("col", "row", "rowgroup")) << element.text;
    }
    EXPECT_EQ(tables, captions);
    EXPECT_GE(tables, 5U);
}

TEST_F(Page, LinksOnlyToWhatIsThere) {
    std::set<std::string> ids;
    const std::string html = english();
    const std::vector<Element> elements = elements_of(html);
    for (const Element& element : elements)
        if (const std::string id = attribute(element, "id"); !id.empty()) {
            EXPECT_TRUE(ids.insert(id).second) << id << " stands twice";
        }
    for (const Element& element : elements) {
        const std::string href = attribute(element, "href");
        EXPECT_TRUE(!href.starts_with('#') || ids.contains(href.substr(1))) << href;
        const std::string label = attribute(element, "aria-labelledby");
        EXPECT_TRUE(label.empty() || ids.contains(label)) << label;
    }
    EXPECT_THAT(html, HasSubstr("href=\"tables/en/imaging/workforce.csv\""));
    EXPECT_THAT(html, HasSubstr("href=\"small.en.xlsx\""));
    EXPECT_THAT(html, HasSubstr("href=\"small.cy.html\" hreflang=\"cy\" lang=\"cy\""));
}

TEST_F(Page, LeavesOutTheLinkToALanguageThatIsNotWritten) {
    report_.languages = {Language::english};
    EXPECT_THAT(english(), Not(HasSubstr("small.cy.html")));
}

TEST_F(Page, LetsNothingRunOrLoad) {
    const std::string html = english();
    const std::string csp = between(html, "Content-Security-Policy\" content=\"", "\"");
    EXPECT_THAT(csp, HasSubstr("default-src &apos;none&apos;;"));
    EXPECT_THAT(csp, HasSubstr("&apos;sha256-" + sha256_base64(between(html, "<style>", "</style>")) + "&apos;"));
    for (const Element& element : elements_of(html)) {
        EXPECT_NE(element.name, "script");
        EXPECT_EQ(attribute(element, "style"), "") << element.name;
        EXPECT_EQ(attribute(element, "src"), "") << element.name;
    }
}

TEST_F(Page, PutsRowsUnderTheGroupThatTheyShare) {
    const std::string table = between(english(), "Table: Imaging workforce.", "</table>");
    EXPECT_THAT(table, HasSubstr("<th scope=\"rowgroup\" colspan=\"4\"><span>Scientists</span></th>"));
    EXPECT_THAT(table, HasSubstr("<th scope=\"row\">Band 7</th><td>1,234</td><td>1,234.56</td><td>50</td>"));
    EXPECT_THAT(table, HasSubstr("<th scope=\"row\">Band 5</th><td>[c]</td><td>[c]</td><td>50</td>"));
    EXPECT_THAT(table, HasSubstr("<td>\u22120.50</td>"));
    EXPECT_THAT(between(table, "<tbody class=\"quarterdeck-table__total\">", "</tbody>"),
                HasSubstr("<tr><th scope=\"row\">Total</th><td>1,243</td>"));
    EXPECT_THAT(table, HasSubstr("Female (%)"));
    EXPECT_THAT(table, HasSubstr("Staff group</span> <span class=\"quarterdeck-table__inner\">Band<"));
}

TEST_F(Page, ExplainsTheMarkersThatATableHolds) {
    const std::string about = between(english(), "Table: Imaging workforce.", "Download");
    EXPECT_THAT(about, HasSubstr("<dt>[c]</dt><dd>hidden, so that nobody can be found from a small number</dd>"));
    EXPECT_THAT(about, Not(HasSubstr("<dt>[x]</dt>")));
    EXPECT_THAT(about, HasSubstr("Staff in post in Imaging"));
    EXPECT_THAT(about, HasSubstr("A note on Imaging"));
}

TEST_F(Page, SaysOnTopAndOnEveryPrintedPageWhatItIs) {
    EXPECT_THAT(english(), HasSubstr("@top-center{content:\"\"}"));
    report_.synthetic = report_.not_for_publication = report_.draft = true;
    EXPECT_THAT(english(), HasSubstr("@top-center{content:\"Not for publication · Draft · Synthetic data\"}"));
    EXPECT_THAT(english(), HasSubstr("<strong>Not for publication.</strong> Small numbers are not hidden"));
    EXPECT_THAT(english(), HasSubstr("<strong>Draft.</strong>"));
    EXPECT_THAT(welsh(), HasSubstr("<strong>Data synthetig.</strong>"));
}

TEST_F(Page, ShowsWhereFiguresComeFromInWords) {
    const std::string html = english();
    const std::string end = html.substr(html.find("id=\"provenance\""));
    EXPECT_THAT(end, HasSubstr(std::string(64, 'a')));
    EXPECT_THAT(end, HasSubstr("Bank and honorary assignments are not counted."));
    EXPECT_THAT(end, HasSubstr("<dd>14,348</dd>"));
    EXPECT_THAT(end, HasSubstr("assignments/a.csv, line 7"));
    EXPECT_THAT(end, HasSubstr("<dd>small, version 1</dd>"));
    EXPECT_THAT(end, HasSubstr("a person with posts in several organisations counts once"));
    report_.provenance.national_person_ids = false;
    EXPECT_THAT(english(), HasSubstr("a person with posts in two organisations counts twice"));
}

TEST_F(Page, MarksAFindingWithoutTranslationAsEnglish) {
    EXPECT_THAT(welsh(), HasSubstr("<th scope=\"row\" lang=\"en\">Something new</th>"));
    EXPECT_THAT(english(), HasSubstr("<th scope=\"row\">Something new</th>"));
}

TEST_F(Page, ShowsAPlanWithoutReturnsAsNotReturned) {
    const std::string plan = between(english(), "Table: Imaging.", "</table>");
    EXPECT_THAT(plan, HasSubstr("<span>Rooms</span>"));
    EXPECT_THAT(plan, HasSubstr("<td>Room is open (linked to I1)</td><td>Milestone</td><td>No lead named</td>"
                                "<td>No measure named</td><td>2024-25</td>"));
    EXPECT_THAT(plan, HasSubstr("<td>No baseline date</td><td><span class=\"quarterdeck-status\">Not returned</span>"));
}

TEST_F(Page, SaysWhyATableIsMissing) {
    report::Material left = material();
    left.tables.erase({"imaging", "workforce"});
    left.missing_metrics.emplace(report::MetricKey{"imaging", "workforce"}, Text{"It failed.", "Methodd."});
    report_ = filled_report(folder_, left);
    EXPECT_THAT(english(), HasSubstr("<p>It failed.</p>"));
    elements_of(english());
}

TEST_F(Page, DrawsAChartBesideItsTable) {
    EXPECT_THAT(english(), HasSubstr("aria-label=\"Chart: Imaging skills\"><svg><title>chart</title></svg></div>"));
}

TEST_F(Page, RefusesAnUnknownNameInATemplateOfItsOwn) {
    templates_.write("small/page.mustache", "<p>\n{{titel}}\n</p>");
    EXPECT_EQ(refusal([&] { english(); }),
              "small/page.mustache, line 2: the name \"titel\" is not known here; did you mean \"title\"?");
    templates_.write("small/page.mustache", "{{words.page.contnts}}");
    EXPECT_EQ(refusal([&] { english(); }),
              "small/page.mustache, line 1: the name \"words.page.contnts\" is not known here; did you mean "
              "\"words.page.contents\"?");
}

}  // namespace quarterdeck::testing
