#include <gmock/gmock.h>
#include <unicode/msgfmt.h>

#include <fstream>
#include <set>

#include "fixtures.h"
#include "render/html_shape.h"
#include "render/html_template.h"

namespace quarterdeck::testing {
namespace {

using report::BlockRequest;

report::TemplateFolder shipped(const std::string& id) {
    return report::TemplateFolder::read(TEMPLATES_DIRECTORY, id);
}

/// The names in braces of an ICU message.
std::set<std::string> arguments(const std::string& text, const char* language) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    icu::MessageFormat format(icu::UnicodeString::fromUTF8(text), icu::Locale(language), place, status);
    EXPECT_TRUE(U_SUCCESS(status)) << text;
    std::set<std::string> names;
    const std::unique_ptr<icu::StringEnumeration> all(format.getFormatNames(status));
    if (all == nullptr) return names;
    while (const icu::UnicodeString* name = all->snext(status)) {
        std::string utf8;
        names.insert(name->toUTF8String(utf8));
    }
    return names;
}

bool is_message(const std::string& key) {
    return key.starts_with("page.") || key.starts_with("common.") || key.starts_with("board.");
}

/// The tables of the published appendix, in its order.
std::vector<std::string> published_tables() {
    std::ifstream file(PUBLISHED_DIRECTORY "/appendix1_totals.csv");
    std::vector<std::string> tables;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line))
        tables.push_back(line.starts_with('"') ? line.substr(1, line.find('"', 1) - 1)
                                               : line.substr(0, line.find(',')));
    return tables;
}

}  // namespace

TEST(ShippedWording, NeedsTheSameArgumentsInBothLanguages) {
    const report::Locale locale = report::Locale::read(TEMPLATES_DIRECTORY "/locale");
    for (const auto& [key, text] : locale.all()) {
        if (!is_message(key)) continue;
        EXPECT_EQ(arguments(text.en, "en"), arguments(text.cy, "cy")) << key;
    }
}

TEST(ShippedWording, IsTranslated) {
    const std::set<std::string> alike{
        "page.provenance.sha256", "page.provenance.count", "page.percent_column", "page.provenance.population",
        "page.index.size",        "board.part_title",      "board.about_entry",   "board.counted",
        "board.percent",          "board.side_says"};
    const report::Locale locale = report::Locale::read(TEMPLATES_DIRECTORY "/locale");
    for (const auto& [key, text] : locale.all()) {
        if (!is_message(key)) continue;
        EXPECT_EQ(text.en == text.cy, alike.contains(key)) << key;
    }
}

TEST(ShippedTemplates, UseOnlyNamesThatThereAre) {
    for (const char* id : {"annual-progress", "appendix-tables", "quarterly-governance", "workforce-outlook"}) {
        const report::TemplateFolder folder = shipped(id);
        EXPECT_NO_THROW(render::PageTemplate::read(folder.folder, TEMPLATES_DIRECTORY "/partials",
                                                   render::page_shape(folder.locale)))
            << id;
    }
}

TEST(AppendixTables, StandInThePublishedOrder) {
    const std::vector<std::string> published = published_tables();
    const std::vector<std::pair<std::string, std::string>> metrics{
        {"Pathology", "pathology/workforce"},
        {"Genomics", "genomics/workforce"},
        {"Diagnostic Radiology", "imaging/diagnostic_radiology"},
        {"Radiotherapy", "healthcare_science/radiotherapy"},
        {"Physical Sciences", "healthcare_science/physical_sciences"},
        {"Endoscopy", "endoscopy/nursing"},
        {"Cardiac, Vascular, Respiratory and Sleep Physiology",
         "healthcare_science/cardiac_vascular_respiratory_sleep"},
        {"Neurophysiology", "healthcare_science/neurophysiology"},
        {"Audiology and ENT", "healthcare_science/audiology_ent"}};
    std::vector<std::string> expected;
    for (const std::string& table : published)
        for (const auto& [name, metric] : metrics)
            if (name == table) expected.push_back(metric);
    ASSERT_EQ(expected.size(), 9U);

    const report::TemplateFolder folder = shipped("appendix-tables");
    ASSERT_GE(folder.sections.size(), 2U);
    EXPECT_EQ(folder.sections[0].blocks.at(0).kind, BlockRequest::Kind::totals);
    EXPECT_EQ(folder.sections[0].blocks.at(0).order, expected);
    std::vector<std::string> shown;
    for (const BlockRequest& block : folder.sections[1].blocks) shown.push_back(block.of);
    EXPECT_EQ(shown, expected);
}

TEST(AppendixTables, ShowTotalsInThePublishedColumns) {
    std::ifstream file(PUBLISHED_DIRECTORY "/appendix1_totals.csv");
    std::string header;
    std::getline(file, header);
    const report::TemplateFolder folder = shipped("appendix-tables");
    std::string shown = "table,band";
    for (const std::string& column : folder.sections[0].blocks.at(0).columns) shown += "," + column;
    EXPECT_EQ(shown, header);
}

}  // namespace quarterdeck::testing
