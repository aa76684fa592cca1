#include "release_files.h"

#include <future>
#include <map>
#include <utility>

#include "disclosure/audited_certificate.h"
#include "extract/sha256.h"
#include "release/manifest.h"
#include "render/csv.h"
#include "render/csvw.h"
#include "render/html.h"
#include "render/workbook.h"
#include "version.h"

namespace quarterdeck {
namespace {

void write_tables_in(Language language, bool not_for_publication, const Plan& plan, const report::Material& material,
                     const report::Locale& locale, const std::vector<report::Marking>& markings,
                     release::Staging& staging) {
    std::map<std::string, std::vector<render::CsvFile>> folders;
    for (const PlannedMetric& planned : plan.metrics) {
        const auto table = material.tables.find(planned.key);
        if (table == material.tables.end()) continue;
        const std::string folder = std::string("tables/") + language_code(language) + "/" + planned.key.programme + "/";
        const std::string name = render::csv_name(planned.key.metric, not_for_publication);
        staging.write(folder + name, render::csv(table->second, language));
        folders[folder].push_back({name, *planned.metric, table->second, not_for_publication});
    }
    for (const auto& [folder, files] : folders)
        staging.write(folder + "csv-metadata.json", render::csv_metadata(files, locale, language, markings));
}

}  // namespace

void write_tables(const ReportRequest& request, const Plan& plan, const report::Material& material,
                  const report::Locale& locale, const std::vector<report::Marking>& markings,
                  release::Staging& staging) {
    for (const Language language : request.languages)
        write_tables_in(language, !request.protect, plan, material, locale, markings, staging);
}

void write_report(const ReportRequest& request, const report::Report& report, const report::TemplateFolder& design,
                  release::Staging& staging, extract::Advance* advance) {
    std::vector<std::future<void>> files;
    for (const Language language : request.languages) {
        const std::string name = report.id + "." + language_code(language);
        files.push_back(std::async(std::launch::async, [&report, &design, &staging, language, name] {
            staging.write(name + ".html", render::html(report, design, language));
        }));
        files.push_back(std::async(std::launch::async, [&report, &design, &staging, language, name] {
            staging.write(name + ".xlsx", render::workbook(report, design, language));
        }));
    }
    for (std::future<void>& file : files) {
        file.get();
        if (advance != nullptr) advance->add(1);
    }
}

std::optional<release::PrivateFile> write_certificate(const ReportRequest& request, const ReportOutcome& outcome,
                                                      const disclosure::Protector& protector,
                                                      const audit::Passed& passed, release::Staging& staging) {
    if (!request.protect || !outcome.missing.empty()) return std::nullopt;
    const disclosure::AuditRecord audit{passed.hidden, passed.proved, passed.bounded, passed.relations};
    staging.write("disclosure.json", disclosure::published_text(*protector.certificate(), audit));
    if (request.certificate.empty()) return std::nullopt;
    return std::optional<release::PrivateFile>(std::in_place, request.certificate,
                                               disclosure::analyst_text(*protector.certificate(), audit));
}

std::string write_manifest(const ReportRequest& request, const ReportOutcome& outcome,
                           const std::vector<release::ReleasedFile>& files, release::Staging& staging) {
    const returns::Edition& edition = outcome.edition;
    release::Manifest manifest{
        .host_version = version,
        .as_at = request.as_at,
        .templates = request.templates,
        .languages = {},
        .state = std::string(returns::edition_state_names[static_cast<std::size_t>(edition.state)]),
        .audience = std::string(returns::audience_names[static_cast<std::size_t>(edition.audience)]),
        .embargo = edition.embargo,
        .edition = edition.edition,
        .history = outcome.history,
        .complete = outcome.missing.empty(),
        .not_for_publication = !request.protect,
        .synthetic = outcome.input.synthetic,
        .missing = outcome.missing,
        .files = files};
    for (const Language language : request.languages) manifest.languages.emplace_back(language_code(language));
    const std::string text = release::manifest_text(manifest);
    staging.write(release::manifest_name, text);
    return extract::sha256(text);
}

}  // namespace quarterdeck
