#include "pipeline.h"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>

#include "counting.h"
#include "disclosure/earlier.h"
#include "disclosure/pattern.h"
#include "disclosure/protect.h"
#include "disclosure/published_figures.h"
#include "disclosure/solver_process.h"
#include "plan.h"
#include "plugins/fleet.h"
#include "query/evaluate.h"
#include "refusal.h"
#include "release/staging.h"
#include "release/whole_file.h"
#include "release_audit.h"
#include "release_files.h"
#include "release_index.h"
#include "release_words.h"
#include "render/chart.h"
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

/// One release on its way from records to files.
class Run {
public:
    Run(const ReportRequest& request, const Progress& progress)
        : request_(request),
          progress_(progress),
          records_(begin_records(request)),
          designs_(read_designs(request)),
          standing_(standing_of(request, show_returns(designs_))),
          staging_(request.out),
          fleet_(launch()),
          plan_(make_plan(designs_, fleet_)),
          solver_(disclosure::own_solver()) {
        expect_whole(standing_, plan_.missing);
        outcome_.edition = standing_.edition;
        outcome_.history = standing_.history;
        outcome_.missing = plan_.missing;
        for (const plugins::Protection protection : fleet_.lacking())
            outcome_.lacking.emplace_back(plugins::name_of(protection));
    }

    ReportOutcome outcome() && {
        read();
        count();
        protect();
        write();
        publish();
        return std::move(outcome_);
    }

private:
    plugins::Fleet launch() const {
        progress_("Loading plugins");
        return plugins::Fleet::launch(request_.plugins, {.deadline = request_.plugin_deadline}, trust_of(request_));
    }

    const report::Locale& locale() const { return designs_.front().locale; }

    void read() {
        if (request_.charts) charts_ = prepare_charts(plan_, request_.design);
        earlier_.emplace(standing_.earlier, query::dates_needed(plan_.queries, request_.as_at), request_.as_at);
        const std::optional<report::ScenarioFile> scenarios = report::scenarios_of(designs_, request_.as_at.year);
        if (scenarios) report::expect_programmes(*scenarios, named_programmes(plan_));
        if (request_.protect) solver_.start();
        progress_("Reading records");
        counting_.emplace(request_, records_.get(), standing_.earlier, plan_.queries);
        outcome_.input = counting_->read(questions(plan_, *earlier_), progress_.advance);
        outcome_.absent = counting_->absent();
        report::pass_on(scenarios, outcome_.input);
    }

    void count() {
        progress_("Counting");
        answers_ = counting_->answers(questions(plan_, *earlier_), outcome_.input, membership_);
    }

    void protect() {
        progress_("Protecting small numbers");
        const disclosure::Policy policy = strictest_policy(designs_, request_.protect);
        const std::vector<std::string> names = answer_names(plan_);
        if (merge_sparse_rows(plan_, designs_, answers_, membership_, policy, solver_)) {
            membership_ = {};
            answers_ = counting_->answers(questions(plan_, *earlier_), outcome_.input, membership_);
        }
        disclosure::Pattern found =
            disclosure::find_pattern(answers_, membership_, names, policy, {}, solver_, *earlier_,
                                     counting_->other_dates(standing_.earlier, plan_.queries, outcome_.input));
        outcome_.not_joined = counting_->not_joined();
        outcome_.input.snapshots.clear();
        outcome_.group_rows = found.group_rows;
        outcome_.revised = revised_figures(found, answers_, names);
        figures_ = disclosure::published_figures(plan_.queries, names, answers_, found.fates, request_.as_at);
        markings_ = markings_of(standing_, locale());
        changes_ = changes_of(standing_, plan_, found, answers_, locale());
        protector_.emplace(answers_, std::move(found));
        material_ = publishable(plan_, answers_, locale(), *protector_, outcome_.missing);
        material_.reported = standing_.reported;
        material_.as_at = request_.as_at;
        expect_whole(standing_, outcome_.missing);
    }

    report::Report assembled(const report::TemplateFolder& design) {
        report::Report report = report::assemble(design, material_, *protector_);
        report.as_at = request_.as_at;
        report.languages = request_.languages;
        report.synthetic = outcome_.input.synthetic;
        report.not_for_publication = !request_.protect;
        report.draft = report.draft || !outcome_.missing.empty();
        report.markings = markings_;
        report.changes = changes_;
        if (!request_.charts) leave_out_charts(report);
        report.provenance = report::provenance(design, fleet_, outcome_.input, *protector_);
        if (report.draft) report.provenance.certificate.reset();
        if (material_.reported) report::name_returns(*material_.reported, report);
        return report;
    }

    void write() {
        progress_("Writing reports");
        if (progress_.advance != nullptr) progress_.advance->begin(2 * request_.languages.size() * designs_.size());
        std::future<void> tables = std::async(
            std::launch::async, [this] { write_tables(request_, plan_, material_, locale(), markings_, staging_); });
        for (const report::TemplateFolder& design : designs_) {
            reports_.push_back(assembled(design));
            write_report(request_, reports_.back(), design, staging_, progress_.advance);
        }
        tables.get();
    }

    void publish() {
        progress_("Attacking the finished files");
        const audit::Passed passed = audit_staged(
            request_, {plan_, answers_, membership_, *protector_, material_, reports_, locale()}, staging_);
        std::optional<release::PrivateFile> analysts_copy =
            write_certificate(request_, outcome_, *protector_, passed, staging_);
        if (request_.protect) staging_.write(release::figures_name, disclosure::text_of(figures_));
        write_index(request_, plan_, designs_, outcome_, markings_, staging_);
        const std::vector<release::ReleasedFile> files = staging_.files();
        record(request_, standing_, figures_, write_manifest(request_, outcome_, files, staging_));
        staging_.publish();
        if (analysts_copy) analysts_copy->keep();
        for (const release::ReleasedFile& file : files) outcome_.files.push_back(file.path);
    }

    const ReportRequest& request_;
    const Progress& progress_;
    const std::unique_ptr<snapshot::RecordFiles> records_;
    const std::vector<report::TemplateFolder> designs_;
    const Standing standing_;
    release::Staging staging_;
    const plugins::Fleet fleet_;
    Plan plan_;
    const disclosure::Solver solver_;
    std::future<void> charts_;  ///< their drawing gets ready
    std::optional<disclosure::Earlier> earlier_;
    std::optional<Counting> counting_;
    query::Membership membership_;
    std::vector<query::Answer> answers_;
    disclosure::PublishedFigures figures_;
    std::vector<report::Marking> markings_;
    std::vector<Text> changes_;
    std::optional<disclosure::Protector> protector_;
    report::Material material_;
    std::vector<report::Report> reports_;
    ReportOutcome outcome_;
};

}  // namespace

ReportOutcome make_reports(const ReportRequest& request, const Progress& progress) {
    expect_outside(request.certificate, request.out);
    return Run(request, progress).outcome();
}

}  // namespace quarterdeck
