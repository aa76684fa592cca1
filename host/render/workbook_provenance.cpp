#include <optional>

#include "render/workbook_sheets.h"
#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

struct Line {
    std::string kind;
    std::string name;
    std::string version;
    std::optional<std::uint64_t> number;
    std::string detail;
};

using Lines = std::vector<Line>;

std::string digest_line(const Job& job, const std::string& digest) {
    return filled(job.words("provenance.sha256"), {{"digest", digest}});
}

void add_programs(const Job& job, Lines& lines) {
    const report::Provenance& provenance = job.report.provenance;
    lines.push_back({job.words("provenance.program"), "Quarterdeck", provenance.host_version, {}, {}});
    for (const report::PluginVersion& plugin : provenance.plugins)
        lines.push_back({job.words("provenance.plugin"),
                         job.words.in(plugin.title),
                         plugin.version,
                         {},
                         plugin.file + "; " + digest_line(job, plugin.sha256)});
    lines.push_back({job.words("provenance.verification"),
                     job.words(provenance.plugins_verified ? "provenance.verified" : "provenance.not_verified"),
                     {},
                     {},
                     {}});
    for (const std::string& lacking : provenance.lacking)
        lines.push_back(
            {job.words("provenance.reduced_sandbox"), job.words("provenance.lacking." + lacking), {}, {}, {}});
    lines.push_back({job.words("provenance.template"), provenance.template_id, provenance.template_version, {}, {}});
}

void add_policy(const Job& job, Lines& lines) {
    const report::Provenance& provenance = job.report.provenance;
    const std::string& kind = job.words("provenance.policy");
    if (!provenance.policy.protect) {
        lines.push_back({kind, job.words("provenance.policy_none"), {}, {}, {}});
        return;
    }
    lines.push_back({kind,
                     filled(job.words("provenance.policy_threshold"),
                            {{"largest", std::to_string(provenance.policy.threshold - 1)}}),
                     {},
                     {},
                     {}});
    lines.push_back({kind, job.words("provenance.hidden_primary"), {}, provenance.hidden.primary, {}});
    lines.push_back({kind, job.words("provenance.hidden_dependent"), {}, provenance.hidden.dependent, {}});
}

void add_records(const Job& job, Lines& lines) {
    const report::Provenance& provenance = job.report.provenance;
    for (const snapshot::SourceFile& file : provenance.files)
        lines.push_back({job.words("provenance.file"), file.path, {}, file.rows, digest_line(job, file.sha256)});
    lines.push_back({job.words("provenance.rows_read"), {}, {}, provenance.rows_read, {}});
    lines.push_back({job.words("provenance.rows_counted"), {}, {}, provenance.rows_counted, {}});
    for (const snapshot::LeftOut& rule : provenance.left_out)
        lines.push_back(
            {job.words("provenance.left_out"), job.words.rule(rule.reason, rule.reason), {}, rule.rows, {}});
}

void add_populations(const Job& job, Lines& lines) {
    for (const report::PopulationVersion& population : job.report.provenance.populations)
        lines.push_back({job.words("provenance.population"),
                         job.words.in(population.title),
                         population.version,
                         {},
                         job.words.in(population.definition)});
}

std::string places_text(const Job& job, const validate::Finding& finding) {
    constexpr std::size_t most = 5;
    std::string places;
    for (std::size_t i = 0; i < finding.places.size() && i < most; ++i) {
        const validate::Place& place = finding.places[i];
        places += (i == 0 ? "" : "; ") + (place.line == 0
                                              ? place.file
                                              : filled(job.words("provenance.finding_place"),
                                                       {{"file", place.file}, {"line", std::to_string(place.line)}}));
    }
    return places.empty() ? places : filled(job.words("provenance.first_places"), {{"places", places}});
}

void add_findings(const Job& job, Lines& lines) {
    for (const validate::Finding& finding : job.report.provenance.findings)
        lines.push_back({job.words("provenance.finding"),
                         job.words.rule(finding.rule, finding.what),
                         {},
                         finding.count,
                         places_text(job, finding)});
}

void write_line(const Line& line, Sheet& sheet) {
    const std::string nothing(marker_text(Marker::not_applicable));
    sheet.text(0, line.kind);
    sheet.text(1, line.name.empty() ? nothing : line.name);
    sheet.text(2, line.version.empty() ? nothing : line.version);
    sheet.text(3, line.detail.empty() ? nothing : line.detail);
    if (line.number)
        sheet.count(4, *line.number);
    else
        sheet.text(4, nothing, Style::marker);
    sheet.end_row();
}

}  // namespace

void write_provenance(const Job& job) {
    Sheet sheet = begin_sheet(job, job.plan.provenance, job.words("provenance.title"));
    sheet.line(job.words("provenance.about"));
    sheet.line(job.words("marker.not_applicable"));
    Lines lines;
    add_programs(job, lines);
    add_policy(job, lines);
    add_records(job, lines);
    add_populations(job, lines);
    add_findings(job, lines);
    sheet.begin_table("provenance",
                      {{job.words("provenance.kind"), 26},
                       {job.words("provenance.name"), 44},
                       {job.words("provenance.version"), 14},
                       {job.words("provenance.detail"), 110},
                       {job.words("provenance.records"), 14, true}},
                      lines.size());
    for (const Line& line : lines) write_line(line, sheet);
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
