#include "fixtures.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "refusal.h"
#include "render/html_page.h"

namespace quarterdeck::testing {
namespace {

namespace fs = std::filesystem;

Text both(const std::string& english) {
    return {english, english + " (cy)"};
}

Metric workforce(const std::string& area) {
    return {.id = "workforce",
            .title = both(area + " workforce"),
            .definition = both("Staff in post in " + area),
            .unit = both("People"),
            .tags = {"appendix", "both"},
            .notes = {both("A note on " + area)}};
}

Metric skills(const std::string& area) {
    return {.id = "skills",
            .title = both(area + " skills"),
            .definition = both("Shares in " + area),
            .unit = both("Per cent"),
            .tags = {"skills"},
            .chart = Chart{Chart::Kind::stacked_bar, both(area), both("Bars"), {"low", "high"}}};
}

Programme programme(const std::string& id, const std::string& title) {
    return {.id = id, .version = "1.0.0", .title = both(title), .metrics = {workforce(title), skills(title)}};
}

Table workforce_table() {
    const Figure hidden = Marker::confidential;
    const auto row = [](std::string id, std::string group, std::string band, Figure people, Figure fte, bool total) {
        return TableRow{std::move(id), {both(group), both(band)}, {people, fte, Decimal{50, 0}}, total};
    };
    return {.labels = {{"staff_group", both("Staff group")}, {"band", both("Band")}},
            .columns = {{"headcount", both("Headcount"), 0, false},
                        {"fte", both("FTE"), 2, false},
                        {"female_percent", both("Female"), 0, true}},
            .rows = {row("a_high", "Scientists", "Band 7", Decimal{1234, 0}, Decimal{123456, 2}, false),
                     row("a_low", "Scientists", "Band 5", hidden, hidden, false),
                     row("b", "Doctors", "Consultant", Decimal{7, 0}, Decimal{-50, 2}, false),
                     row("total", "Total", "All", Decimal{1243, 0}, Decimal{123700, 2}, true)}};
}

Table skills_table(const std::string& area) {
    return {.labels = {{"area", both("Area")}},
            .columns = {{"low", both("Low"), 0, true}, {"high", both("High"), 0, true}},
            .rows = {{area, {both(area)}, {Decimal{60, 0}, Decimal{40, 0}}, false}}};
}

}  // namespace

SmallTemplates::SmallTemplates() {
    write("locale/en.yaml", "common: {table: Table}\n");
    write("locale/cy.yaml", "common: {table: Tabl}\n");
}

report::TemplateFolder SmallTemplates::read(const std::string& sections) const {
    write("small/report.yaml", "version: 1\ntitle: {en: Small, cy: Bach}\nsections:\n" + sections);
    return report::TemplateFolder::read(path(), "small");
}

std::string refusal(const std::function<void()>& call) {
    try {
        call();
    } catch (const Refusal& refused) {
        return refused.what();
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

const Programme& imaging() {
    static const Programme imaging = [] {
        Programme made = programme("imaging", "Imaging");
        made.actions = {{.id = "I1", .title = both("Open a room"), .theme = both("Rooms"), .lead = "HEIW"},
                        {.id = "I2",
                         .kind = Action::Kind::milestone,
                         .title = both("Room is open"),
                         .theme = both("Rooms"),
                         .due = "2024-25",
                         .linked_id = "I1"}};
        return made;
    }();
    return imaging;
}

const Programme& pathology() {
    static const Programme pathology = programme("pathology", "Pathology");
    return pathology;
}

std::vector<const Programme*> programmes() {
    return {&imaging(), &pathology()};
}

Table table_of(const report::MetricKey& key) {
    return key.metric == "skills" ? skills_table(key.programme) : workforce_table();
}

report::Material material() {
    report::Material material;
    material.programmes = programmes();
    disclosure::Protector protector{{}};
    for (const Programme* programme : programmes())
        for (const Metric& metric : programme->metrics) {
            const report::MetricKey key{programme->id, metric.id};
            material.tables.emplace(key, protector.adopt(table_of(key)));
        }
    return material;
}

ShippedTemplates::ShippedTemplates() {
    fs::copy(TEMPLATES_DIRECTORY, path(), fs::copy_options::recursive);
    write("web/quarterdeck.css", "body { color: #212b32 }\r\n");
}

report::Report filled_report(const report::TemplateFolder& folder, const report::Material& material) {
    disclosure::Protector protector{{}};
    report::Report report = report::assemble(folder, material, protector);
    report.as_at = {2023, 3, 31};
    report.provenance.host_version = "0.1.0";
    report.provenance.template_id = folder.id;
    report.provenance.template_version = folder.version;
    report.provenance.files = {{"assignments/2023-03-31.csv", std::string(64, 'a'), 1000, 14360}};
    report.provenance.plugins = {{"imaging", "1.0.0", both("Imaging"), "imaging.so", std::string(64, 'b')}};
    report.provenance.populations = {{"imaging", "all", "2023.1", both("Radiographers"), both("Codes S?F")}};
    report.provenance.left_out = {{"bank-or-honorary", 12}};
    report.provenance.findings = {
        {"no-such-rule", validate::Consequence::noted, "Something new", "Look", 3, {{"assignments/a.csv", 7, "x"}}}};
    report.provenance.rows_read = 14360;
    report.provenance.rows_counted = 14348;
    return report;
}

std::string page(const report::Report& report, const report::TemplateFolder& folder, Language language) {
    return render::html_page(report, folder, language,
                             [](const report::TableBlock&) { return "<svg><title>chart</title></svg>"; });
}

}  // namespace quarterdeck::testing
