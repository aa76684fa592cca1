#include "render/chart_words.h"

#include <gmock/gmock.h>

#include "drawing.h"
#include "refusal.h"

namespace quarterdeck::render {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string words(const Sample& sample, Language language = Language::english) {
    const auto table = block(sample);
    return chart_in_words(table, chart_parts(table, language), locale(), language);
}

TEST(ChartWords, NameTheFirstOfTheLargestOfEachSeries) {
    const std::string text =
        words({.kind = Chart::Kind::line,
               .percent = false,
               .columns = {{"Radiology", "Radioleg"}},
               .rows = {row({"2023", "2023"}, {whole(-5)}), row({"2024", "2024"}, {Decimal{12345, 1}}),
                        row({"2025", "2025"}, {Decimal{123450, 2}})}});
    EXPECT_THAT(text, HasSubstr("One line for each of: Radiology. From left to right: 2023; 2024; 2025."));
    EXPECT_THAT(text, HasSubstr("Largest for Radiology: 2024, 1,234.5."));
}

TEST(ChartWords, CountWhatIsMissingByReason) {
    const Sample sample{.columns = {{"a", "a"}, {"b", "b"}, {"c", "c"}},
                        .rows = {row({"One", "Un"}, {Marker::confidential, Marker::not_available, whole(4)}),
                                 row({"Two", "Dau"}, {Marker::not_applicable, Marker::not_available, whole(4)})}};
    EXPECT_THAT(words(sample), HasSubstr("marked [c]: 1. Figures not available, marked [x]: 2. Figures not "
                                         "applicable, marked [z]: 1."));
    EXPECT_THAT(words(sample, Language::welsh), HasSubstr("â'r nod [x]: 2."));
}

TEST(ChartWords, GroupDigitsByThousands) {
    EXPECT_EQ(grouped_text({999, 0}), "999");
    EXPECT_EQ(grouped_text({1000, 0}), "1,000");
    EXPECT_EQ(grouped_text({-1234567, 0}), "-1,234,567");
    EXPECT_EQ(grouped_text({-123, 0}), "-123");
    EXPECT_EQ(grouped_text({123456789, 4}), "12,345.6789");
}

TEST(ChartParts, JoinTheLabelsOfARow) {
    Table table{
        .labels = {{"staff_group", {}}, {"band", {}}},
        .columns = {{.id = "n"}},
        .rows = {{.id = "r", .labels = {{"Pathology", "Patholeg"}, {"Band 5", "Band 5"}}, .figures = {whole(1)}},
                 {.id = "s", .labels = {{"Genomics", "Genomeg"}, {"", ""}}, .figures = {whole(1)}}}};
    auto sample = block({});
    disclosure::Protector protector{{}};
    sample.table = protector.adopt(std::move(table));
    EXPECT_THAT(chart_parts(sample, Language::welsh).categories, ElementsAre("Patholeg, Band 5", "Genomeg"));
}

TEST(ChartWords, RefuseAPlaceholderThatIsNotKnown) {
    const Folder folder;
    const std::string wording =
        "chart:\n  stacked_bar: \"Bars of {colour}.\"\n  largest: \"{series}\"\n  nothing: \"x\"\n";
    folder.write("en.yaml", wording);
    folder.write("cy.yaml", wording);
    const auto table = block({.columns = {{"a", "a"}}, .rows = {row({"One", "Un"}, {whole(4)})}});
    try {
        chart_in_words(table, chart_parts(table, Language::welsh), report::Locale::read(folder.path()),
                       Language::welsh);
        FAIL() << "an unknown placeholder was accepted";
    } catch (const Refusal& refusal) {
        EXPECT_STREQ(refusal.what(),
                     "locale/cy.yaml: the text of \"chart.stacked_bar\" holds a placeholder that isn't known. Use "
                     "{categories}, {series}.");
    }
}

}  // namespace
}  // namespace quarterdeck::render
