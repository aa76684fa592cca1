#include "pipeline.h"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>

#include "counting.h"
#include "disclosure/audited_certificate.h"
#include "disclosure/earlier.h"
#include "disclosure/pattern.h"
#include "disclosure/protect.h"
#include "disclosure/published_figures.h"
#include "disclosure/solver_process.h"
#include "extract/sha256.h"
#include "plan.h"
#include "plugins/fleet.h"
#include "query/evaluate.h"
#include "refusal.h"
#include "release/manifest.h"
#include "release/staging.h"
#include "release/whole_file.h"
#include "release_audit.h"
#include "release_index.h"
#include "release_words.h"
#include "render/chart.h"
#include "render/csv.h"
#include "render/csvw.h"
#include "render/html.h"
#include "render/workbook.h"
#include "report/assemble.h"
#include "report/provenance.h"
#include "report/scenarios.h"
#include "report/template_folder.h"
#include "snapshot/record_files.h"
#include "standing.h"
#include "version.h"
#include "warehouse/place.h"

namespace quarterdeck {

namespace {

std::vector<report::TemplateFolder> read_designs(const ReportRequest& request) {
    std::vector<report::TemplateFolder> designs;
    for (const std::string& name : request.templates)
        designs.push_back(report::TemplateFolder::read(request.design, name));
    return designs;
}

/// All reports of a release are one disclosure problem, under the strictest of their policies.
disclosure::Policy strictest_policy(const std::vector<report::TemplateFolder>& designs, bool protect) {
    disclosure::Policy policy = designs.front().policy;
    for (const report::TemplateFolder& design : designs) policy = disclosure::stricter(policy, design.policy);
    policy.protect = protect;
    return policy;
}

plugins::Trust trust_of(const ReportRequest& request) {
    return request.trust.empty() ? plugins::Trust{} : plugins::Trust::read(request.trust);
}

/// What the answers to the plan's queries are called in messages: their metrics.
std::vector<std::string> answer_names(const Plan& plan) {
    std::vector<std::string> names(plan.queries.size());
    for (const PlannedMetric& planned : plan.metrics)
        std::fill_n(names.begin() + static_cast<std::ptrdiff_t>(planned.first_query), planned.query_count,
                    planned.key.text());
    return names;
}

/// Those that have plugins, and those whose plugins are missing.
std::vector<std::string> named_programmes(const Plan& plan) {
    std::vector<std::string> ids;
    for (const Programme* programme : plan.programmes) ids.push_back(programme->id);
    for (const auto& [id, title] : plan.missing_programmes) ids.push_back(id);
    return ids;
}

/// What the plan asks of the records, and what earlier releases asked of them.
std::vector<Query> questions(const Plan& plan, const disclosure::Earlier& earlier) {
    std::vector<Query> asked = plan.queries;
    asked.insert(asked.end(), earlier.queries().begin(), earlier.queries().end());
    return asked;
}

/// Begins to open and hash the records before anybody asks for them. Not where memory is counted first, or a kept
/// snapshot may stand for them.
std::unique_ptr<snapshot::RecordFiles> begin_records(const ReportRequest& request) {
    if (warehouse::is_url(request.data.string()) || !request.keep_snapshots.empty() || request.memory > 0)
        return nullptr;
    return std::make_unique<snapshot::RecordFiles>(request.data);
}

/// Gets the drawing of charts ready beside other work. What goes wrong shows when the first one is drawn.
std::future<void> prepare_charts(const Plan& plan, const std::filesystem::path& design) {
    const bool any = std::any_of(plan.metrics.begin(), plan.metrics.end(),
                                 [](const PlannedMetric& planned) { return planned.metric->chart.has_value(); });
    if (!any) return {};
    return std::async(std::launch::async, [web = design / "web"] { render::ChartEngine::prepare(web); });
}

void leave_out_charts(report::Report& report) {
    for (report::Section& section : report.sections)
        for (report::Block& block : section.blocks)
            if (auto* table = std::get_if<report::TableBlock>(&block)) table->chart.reset();
}

/// Each metric's table as CSV, and in each programme's folder what its files hold.
void write_tables(const Plan& plan, const report::Material& material, const report::Locale& locale, Language language,
                  const std::vector<report::Marking>& markings, bool not_for_publication, release::Staging& staging) {
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

/// Page and workbook in each language, side by side.
void render_files(const report::Report& report, const report::TemplateFolder& design, const ReportRequest& request,
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

/// The certificate of a whole release; and the analyst's copy, if asked for.
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

/// The analyst's copy must not get into what is published.
void expect_outside(const std::filesystem::path& certificate, const std::filesystem::path& out) {
    if (certificate.empty()) return;
    const std::filesystem::path file = std::filesystem::weakly_canonical(certificate);
    const std::filesystem::path inside = file.lexically_relative(std::filesystem::weakly_canonical(out));
    if (!inside.empty() && *inside.begin() != "..")
        throw WrongUse(certificate.string() +
                       ": the certificate with intervals is for the analyst's eyes only. Name a "
                       "file outside the release with --certificate.");
}

/// Gives its SHA-256, which stands for all files that it lists.
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

}  // namespace

ReportOutcome make_reports(const ReportRequest& request, const Progress& progress) {
    expect_outside(request.certificate, request.out);
    const std::unique_ptr<snapshot::RecordFiles> records = begin_records(request);
    const std::vector<report::TemplateFolder> designs = read_designs(request);
    const report::Locale& locale = designs.front().locale;
    const Standing standing = standing_of(request, show_returns(designs));
    release::Staging staging(request.out);

    progress("Loading plugins");
    const plugins::Fleet fleet =
        plugins::Fleet::launch(request.plugins, {.deadline = request.plugin_deadline}, trust_of(request));
    Plan plan = make_plan(designs, fleet);
    expect_whole(standing, plan.missing);
    const std::future<void> charts = request.charts ? prepare_charts(plan, request.design) : std::future<void>();
    const disclosure::Earlier earlier(standing.earlier, query::dates_needed(plan.queries, request.as_at),
                                      request.as_at);
    const std::optional<report::ScenarioFile> scenarios = report::scenarios_of(designs, request.as_at.year);

    if (scenarios) report::expect_programmes(*scenarios, named_programmes(plan));

    const disclosure::Solver solver(disclosure::own_solver());
    if (request.protect) solver.start();
    progress("Reading records");
    ReportOutcome outcome;
    outcome.edition = standing.edition;
    outcome.history = standing.history;
    outcome.missing = plan.missing;
    for (const plugins::Protection protection : fleet.lacking())
        outcome.lacking.emplace_back(plugins::name_of(protection));
    Counting counting(request, records.get(), standing.earlier, plan.queries);
    outcome.input = counting.read(questions(plan, earlier), progress.advance);
    outcome.absent = counting.absent();
    report::pass_on(scenarios, outcome.input);

    progress("Counting");
    query::Membership membership;
    std::vector<query::Answer> answers = counting.answers(questions(plan, earlier), outcome.input, membership);

    progress("Protecting small numbers");
    const disclosure::Policy policy = strictest_policy(designs, request.protect);
    const std::vector<std::string> names = answer_names(plan);
    if (merge_sparse_rows(plan, designs, answers, membership, policy, solver)) {
        membership = {};
        answers = counting.answers(questions(plan, earlier), outcome.input, membership);
    }
    disclosure::Pattern found =
        disclosure::find_pattern(answers, membership, names, policy, {}, solver, earlier,
                                 counting.other_dates(standing.earlier, plan.queries, outcome.input));
    outcome.not_joined = counting.not_joined();
    outcome.input.snapshots.clear();
    outcome.group_rows = found.group_rows;
    outcome.revised = revised_figures(found, answers, names);
    const auto figures = disclosure::published_figures(plan.queries, names, answers, found.fates, request.as_at);
    const std::vector<report::Marking> markings = markings_of(standing, locale);
    const std::vector<Text> changes = changes_of(standing, plan, found, answers, locale);
    disclosure::Protector protector(answers, std::move(found));
    report::Material material = publishable(plan, answers, locale, protector, outcome.missing);
    material.reported = standing.reported;
    material.as_at = request.as_at;
    expect_whole(standing, outcome.missing);

    progress("Writing reports");
    if (progress.advance != nullptr) progress.advance->begin(2 * request.languages.size() * designs.size());
    for (const Language language : request.languages)
        write_tables(plan, material, locale, language, markings, !request.protect, staging);
    std::vector<report::Report> reports;
    for (const report::TemplateFolder& design : designs) {
        report::Report report = report::assemble(design, material, protector);
        report.as_at = request.as_at;
        report.languages = request.languages;
        report.synthetic = outcome.input.synthetic;
        report.not_for_publication = !request.protect;
        report.draft = report.draft || !outcome.missing.empty();
        report.markings = markings;
        report.changes = changes;
        if (!request.charts) leave_out_charts(report);
        report.provenance = report::provenance(design, fleet, outcome.input, protector);
        if (report.draft) report.provenance.certificate.reset();
        if (material.reported) report::name_returns(*material.reported, report);
        render_files(report, design, request, staging, progress.advance);
        reports.push_back(std::move(report));
    }

    progress("Attacking the finished files");
    const audit::Passed passed =
        audit_staged(request, {plan, answers, membership, protector, material, reports, locale}, staging);
    std::optional<release::PrivateFile> analysts_copy = write_certificate(request, outcome, protector, passed, staging);
    if (request.protect) staging.write(release::figures_name, disclosure::text_of(figures));
    write_index(request, plan, designs, outcome, markings, staging);
    const std::vector<release::ReleasedFile> files = staging.files();
    record(request, standing, figures, write_manifest(request, outcome, files, staging));
    staging.publish();
    if (analysts_copy) analysts_copy->keep();
    for (const release::ReleasedFile& file : files) outcome.files.push_back(file.path);
    return outcome;
}

}  // namespace quarterdeck
