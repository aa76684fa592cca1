#include <gtest/gtest.h>

#include "fixtures.h"
#include "markup.h"
#include "refusal.h"

namespace quarterdeck::testing {
namespace {

constexpr const char* hostile = "<script>alert('1')</script>\" onload=\"x ]]> {{title}} &amp; \x1B\xFF";
constexpr const char* harmless =
    "&lt;script&gt;alert(&apos;1&apos;)&lt;/script&gt;&quot; onload=&quot;x ]]&gt; {{title}} &amp;amp; \uFFFD\uFFFD";

Text text() {
    return {hostile, hostile};
}

Action hostile_action() {
    return {.id = hostile,
            .title = text(),
            .theme = text(),
            .lead = hostile,
            .measure = text(),
            .due = hostile,
            .linked_id = hostile};
}

/// A report whose every text is hostile.
report::Report hostile_report() {
    disclosure::Protector protector{{}};
    const Table table{.labels = {{hostile, text()}, {hostile, text()}},
                      .columns = {{hostile, text(), 0, true}},
                      .rows = {{hostile, {text(), text()}, {Decimal{1, 0}}, false},
                               {hostile, {text(), {"other", "arall"}}, {Decimal{1, 0}}, false},
                               {hostile, {text(), text()}, {Decimal{1, 0}}, true}}};
    report::Report report;
    report.id = "appendix-tables";
    report.title = report.subtitle = text();
    report.as_at = {2023, 3, 31};
    report.draft = true;
    report.sections.push_back({"one",
                               text(),
                               text(),
                               {report::TableBlock{.id = "table",
                                                   .programme = hostile,
                                                   .metric = hostile,
                                                   .title = text(),
                                                   .definition = text(),
                                                   .unit = text(),
                                                   .notes = {text()},
                                                   .table = protector.adopt(table),
                                                   .chart = Chart{}},
                                report::ActionsBlock{"plan", hostile, text(), {hostile_action()}},
                                report::MissingBlock{"gap", hostile, hostile, text(), text()}}});
    report.provenance.host_version = report.provenance.template_id = report.provenance.template_version = hostile;
    report.provenance.files = {{hostile, hostile, 1, 1}};
    report.provenance.plugins = {{hostile, hostile, text(), hostile, hostile}};
    report.provenance.populations = {{hostile, hostile, hostile, text(), text()}};
    report.provenance.left_out = {{hostile, 1}};
    report.provenance.findings = {
        {hostile, validate::Consequence::noted, hostile, hostile, 1, {{hostile, 1, hostile}}}};
    return report;
}

}  // namespace

TEST(Escaping, KeepsTextFromPluginsTextWhateverItHolds) {
    const ShippedTemplates templates;
    const auto folder = report::TemplateFolder::read(templates.path(), "appendix-tables");
    for (const Language language : {Language::english, Language::welsh}) {
        const std::string html = page(hostile_report(), folder, language);
        EXPECT_EQ(html.find("<script"), std::string::npos);
        EXPECT_EQ(html.find('\x1B'), std::string::npos);
        EXPECT_EQ(html.find('\xFF'), std::string::npos);
        std::size_t times = 0;
        for (std::size_t at = html.find(harmless); at != std::string::npos; at = html.find(harmless, at + 1)) ++times;
        EXPECT_GT(times, 30U);
        for (const Element& element : elements_of(html)) EXPECT_EQ(attribute(element, "onload"), "") << element.name;
    }
}

TEST(Escaping, KeepsTheTitleWithinTheStyleOfPrintedPages) {
    const ShippedTemplates templates;
    const auto folder = report::TemplateFolder::read(templates.path(), "appendix-tables");
    report::Report report = filled_report(folder, {{},
                                                   {},
                                                   {{"imaging", {"a", "b"}},
                                                    {"pathology", {"a", "b"}},
                                                    {"genomics", {"a", "b"}},
                                                    {"endoscopy", {"a", "b"}},
                                                    {"healthcare_science", {"a", "b"}}},
                                                   {}});
    report.title.en = "A\"} </style><b>\\";
    const std::string html = page(report, folder, Language::english);
    EXPECT_NE(html.find("content:\"A\\22 } \\3c /style\\3e \\3c b\\3e \\5c \""), std::string::npos);
    EXPECT_EQ(html.find("</style>"), html.rfind("</style>"));
}

TEST(Escaping, RefusesAStyleSheetThatWouldEndItsElement) {
    const ShippedTemplates templates;
    templates.write("web/quarterdeck.css", "a { } </style>");
    const auto folder = report::TemplateFolder::read(templates.path(), "appendix-tables");
    EXPECT_EQ(refusal([&] { page(hostile_report(), folder, Language::english); }),
              "web/quarterdeck.css: a style sheet can't hold \"</\" or a NUL character.");
}

}  // namespace quarterdeck::testing
