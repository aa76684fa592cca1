#include "made_release.h"

#include <Poco/Zip/Compress.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "disclosure/protect.h"
#include "render/chart.h"
#include "render/csv.h"
#include "render/html_page.h"
#include "render/workbook.h"
#include "report/template_folder.h"
#include "workbook_check/package.h"

namespace quarterdeck::testing {
namespace {

namespace fs = std::filesystem;

Formula share(const std::string& of) {
    return {.id = of + "_percent",
            .title = {of + " (%)", of + " (%)"},
            .kind = Formula::Kind::percentage,
            .of = of,
            .over = "headcount"};
}

Metric metric_of(const Query& query) {
    Metric metric{.id = query.id, .title = {query.id, query.id}, .definition = {"Staff", "Staff"}};
    metric.unit = {"People", "Pobl"};
    metric.query = query;
    metric.formulas = {share("male"),
                       share("female"),
                       {.id = "fte_per_head",
                        .title = {"FTE per head", "CALl y pen"},
                        .kind = Formula::Kind::ratio,
                        .of = "fte",
                        .over = "headcount",
                        .places = 2},
                       {.id = "less",
                        .title = {"Women less men", "Menywod llai dynion"},
                        .kind = Formula::Kind::difference,
                        .of = "female",
                        .over = "male"},
                       {.id = "growth",
                        .title = {"From men to women (%)", "O ddynion i fenywod (%)"},
                        .kind = Formula::Kind::growth,
                        .of = "female",
                        .over = "male",
                        .places = 1},
                       {.id = "a_year",
                        .title = {"From men to women (% a year)", "O ddynion i fenywod (% y flwyddyn)"},
                        .kind = Formula::Kind::compound_growth,
                        .of = "female",
                        .over = "male",
                        .places = 1,
                        .years = 3}};
    return metric;
}

/// The shipped wording and page, with an empty style sheet.
const report::TemplateFolder& design() {
    static const TemporaryFolder folder;
    static const report::TemplateFolder read = [] {
        fs::copy(QUARTERDECK_TEMPLATES, folder.path(), fs::copy_options::recursive);
        folder.write("web/quarterdeck.css", "\n");
        return report::TemplateFolder::read(folder.path(), "appendix-tables");
    }();
    return read;
}

report::Report report_of(const std::vector<Metric>& metrics, const std::vector<disclosure::ProtectedTable>& tables,
                         const std::optional<Chart>& chart) {
    report::Report report{.id = "tables", .title = {"Tables", "Tablau"}, .subtitle = {"Staff", "Staff"}};
    report.as_at = {2023, 3, 31};
    report.sections.push_back({.id = "all", .title = {"All", "Pob un"}, .introduction = {}, .blocks = {}});
    for (std::size_t i = 0; i < metrics.size(); ++i)
        report.sections.front().blocks.emplace_back(report::TableBlock{.id = "table-" + metrics[i].id,
                                                                       .programme = "made",
                                                                       .metric = metrics[i].id,
                                                                       .title = metrics[i].title,
                                                                       .definition = metrics[i].definition,
                                                                       .unit = metrics[i].unit,
                                                                       .notes = {},
                                                                       .table = tables[i],
                                                                       .chart = chart});
    return report;
}

bool change(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return false;
    text.replace(at, from.size(), to);
    return true;
}

}  // namespace

MadeRelease::MadeRelease(unsigned seed, int people) : staff(seed, people) {
    for (const Query& query : staff.queries) metrics.push_back(metric_of(query));
    pattern = disclosure::find_pattern(staff.answers, staff.membership, {"made/bands", "made/organisations"}, policy,
                                       {}, disclosure::Solver(QUARTERDECK_SOLVER));
}

void MadeRelease::write(const disclosure::Pattern& by, const disclosure::Pattern& otherwise,
                        const std::vector<std::string>& formats) {
    const auto tables = [&](const disclosure::Pattern& shown) {
        disclosure::Protector protector(staff.answers, shown);
        std::vector<disclosure::ProtectedTable> made;
        for (std::size_t i = 0; i < metrics.size(); ++i)
            made.push_back(protector.protect(metrics[i], staff.answers[i]));
        return made;
    };
    const auto shown_in = [&](const std::string& format) {
        return tables(std::find(formats.begin(), formats.end(), format) != formats.end() ? by : otherwise);
    };
    const auto csv = shown_in("csv");
    reports = {report_of(metrics, shown_in("html"), chart)};
    static render::ChartEngine engine(fs::path(QUARTERDECK_BUILT_TEMPLATES) / "web");
    const report::Report workbook = report_of(metrics, shown_in("xlsx"), chart);
    for (const Language language : {Language::english, Language::welsh}) {
        const std::string code = language_code(language);
        for (std::size_t i = 0; i < metrics.size(); ++i)
            folder.write("tables/" + code + "/made/" + metrics[i].id + ".csv", render::csv(csv[i], language));
        folder.write("tables." + code + ".html",
                     render::html_page(reports.front(), design(), language, [&](const report::TableBlock& block) {
                         return block.chart ? engine.svg(block, design().locale, language) : std::string();
                     }));
        folder.write("tables." + code + ".xlsx", render::workbook(workbook, design(), language));
    }
}

void MadeRelease::write_tables(const disclosure::Pattern& by) {
    disclosure::Protector protector(staff.answers, by);
    for (std::size_t i = 0; i < metrics.size(); ++i)
        for (const char* const code : {"en", "cy"})
            folder.write(std::string("tables/") + code + "/made/" + metrics[i].id + ".csv",
                         render::csv(protector.protect(metrics[i], staff.answers[i]), Language::english));
    reports.clear();
}

audit::Passed MadeRelease::audited() const {
    audit::FinishedRelease release{.folder = folder.path(),
                                   .languages = {Language::english, Language::welsh},
                                   .tables = {},
                                   .reports = reports,
                                   .answers = staff.answers,
                                   .membership = staff.membership,
                                   .policy = policy,
                                   .narrow = pattern.certificate.narrow,
                                   .wording = &design().locale};
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        audit::FinishedTable table{.programme = "made",
                                   .metric = metrics[i].id,
                                   .file = metrics[i].id + ".csv",
                                   .described = &metrics[i],
                                   .answer = i};
        if (i == 0 || !given_by) {
            release.tables.push_back(std::move(table));
            continue;
        }
        static const Metric plain;
        table.described = &plain;
        table.query = metrics[i].id;
        disclosure::Protector protector(staff.answers, *given_by);
        release.given.push_back({std::move(table), protector.protect(staff.answers[i]).table()});
    }
    return audit::audit_release(release);
}

void MadeRelease::overwrite(std::size_t table, std::size_t row, const std::string& column, const std::string& text) {
    for (const char* const code : {"en", "cy"}) {
        const std::string name = std::string("tables/") + code + "/made/" + metrics[table].id + ".csv";
        std::ifstream file(folder.path() / name);
        std::vector<std::vector<std::string>> lines;
        for (std::string line; std::getline(file, line);) {
            if (line.ends_with('\r')) line.pop_back();
            std::istringstream cells(line);
            lines.emplace_back();
            for (std::string cell; std::getline(cells, cell, ',');) lines.back().push_back(cell);
        }
        const auto& header = lines.front();
        const auto at = std::find(header.begin(), header.end(), column) - header.begin();
        lines.at(row + 1).at(static_cast<std::size_t>(at)) = text;
        std::string all;
        for (const auto& line : lines) {
            for (std::size_t i = 0; i < line.size(); ++i) all += (i == 0 ? "" : ",") + line[i];
            all += "\n";
        }
        folder.write(name, all);
    }
}

bool MadeRelease::change_page(const std::string& language, const std::string& from, const std::string& to) const {
    const std::string name = "tables." + language + ".html";
    std::ifstream file(folder.path() / name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!change(text, from, to)) return false;
    folder.write(name, text);
    return true;
}

bool MadeRelease::change_workbook(const std::string& part, const std::string& from, const std::string& to) const {
    const fs::path file = folder.path() / "tables.en.xlsx";
    workbook_check::Package package = workbook_check::read_package(file);
    if (!change(package.at(part), from, to)) return false;
    std::ofstream out(file, std::ios::binary);
    Poco::Zip::Compress zip(out, true);
    for (const auto& [name, text] : package) {
        std::istringstream in(text);
        zip.addFile(in, Poco::DateTime(2023, 3, 31), Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    zip.close();
    return true;
}

std::vector<disclosure::Pattern> MadeRelease::opened() const {
    std::vector<disclosure::Pattern> patterns;
    for (std::size_t answer = 0; answer < pattern.fates.size(); ++answer)
        for (std::size_t cell = 0; cell < pattern.fates[answer].size(); ++cell) {
            const Measure& measure = staff.answers[answer].measures[cell % staff.answers[answer].measures.size()];
            if (pattern.fates[answer][cell] != disclosure::Fate::secondary || measure.count != Count::headcount)
                continue;
            patterns.push_back(pattern);
            patterns.back().fates[answer][cell] = disclosure::Fate::shown;
        }
    return patterns;
}

}  // namespace quarterdeck::testing
