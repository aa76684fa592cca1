#include <algorithm>

#include "render/date_text.h"
#include "render/workbook_sheets.h"
#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

constexpr double width_of_text = 74;  // of an upright page

std::string counted(const Job& job, const std::string& wording, std::uint64_t count) {
    return filled(job.words(wording), {{"count", grouped(count)}});
}

std::uint64_t sheets_of(const Plan& plan, std::initializer_list<PlannedSheet::Kind> kinds) {
    return static_cast<std::uint64_t>(std::count_if(
        plan.sheets.begin(), plan.sheets.end(),
        [&](const PlannedSheet& sheet) { return std::find(kinds.begin(), kinds.end(), sheet.kind) != kinds.end(); }));
}

void write_changes(const Job& job, Sheet& sheet) {
    if (job.report.changes.empty()) return;
    sheet.line(job.words("cover.changes"), Style::heading);
    for (const Text& change : job.report.changes) sheet.line(job.words.in(change), Style::paragraph);
}

void write_holdings(const Job& job, Sheet& sheet) {
    using Kind = PlannedSheet::Kind;
    sheet.line(job.words("cover.holds"), Style::heading);
    sheet.line(counted(job, "cover.tables", sheets_of(job.plan, {Kind::table, Kind::actions, Kind::board})));
    if (const auto charts = sheets_of(job.plan, {Kind::chart, Kind::board_chart}))
        sheet.line(counted(job, "cover.charts", charts));
    if (const auto missing = sheets_of(job.plan, {Kind::missing})) sheet.line(counted(job, "cover.missing", missing));
    for (const report::Section& section : job.report.sections) {
        const std::string& introduction = job.words.in(section.introduction);
        if (!introduction.empty())
            sheet.line(filled(job.words("cover.section"),
                              {{"title", job.words.in(section.title)}, {"introduction", introduction}}),
                       Style::paragraph);
    }
    sheet.link_line(job.plan.contents, job.plan.contents);
    if (!job.plan.notes_sheet.empty()) sheet.link_line(job.plan.notes_sheet, job.plan.notes_sheet);
    sheet.link_line(job.plan.certificate, job.plan.certificate);
    sheet.link_line(job.plan.provenance, job.plan.provenance);
}

void write_reading(const Job& job, Sheet& sheet) {
    sheet.line(job.words("cover.reading"), Style::heading);
    for (const char* wording : {"cover.one_table", "marker.confidential", "marker.not_available",
                                "marker.not_applicable", "cover.notes", "cover.totals"})
        sheet.line(job.words(wording), Style::paragraph);
}

std::string policy_line(const Job& job) {
    const report::Provenance& provenance = job.report.provenance;
    if (!provenance.policy.protect) return job.words("cover.unprotected");
    return filled(job.words("cover.protected"),
                  {{"largest", std::to_string(provenance.policy.threshold - 1)},
                   {"hidden", grouped(provenance.hidden.primary + provenance.hidden.dependent)},
                   {"figures", grouped(provenance.hidden.figures)}});
}

void write_source(const Job& job, Sheet& sheet) {
    const report::Provenance& provenance = job.report.provenance;
    std::uint64_t left_out = 0;
    for (const snapshot::LeftOut& rule : provenance.left_out) left_out += rule.rows;
    sheet.line(job.words("cover.source"), Style::heading);
    sheet.line(filled(job.words("cover.made_by"), {{"host", provenance.host_version},
                                                   {"template", provenance.template_id},
                                                   {"version", provenance.template_version}}),
               Style::paragraph);
    sheet.line(filled(job.words("cover.records"), {{"read", grouped(provenance.rows_read)},
                                                   {"counted", grouped(provenance.rows_counted)},
                                                   {"left_out", grouped(left_out)}}),
               Style::paragraph);
    if (!provenance.national_person_ids) sheet.line(job.words("cover.one_employer"), Style::paragraph);
    sheet.line(policy_line(job), Style::paragraph);
    if (!provenance.findings.empty())
        sheet.line(counted(job, "cover.findings", provenance.findings.size()), Style::paragraph);
}

}  // namespace

void write_cover(const Job& job) {
    Sheet sheet = begin_sheet(job, job.plan.cover, job.words.in(job.report.title), width_of_text);
    if (const std::string& subtitle = job.words.in(job.report.subtitle); !subtitle.empty())
        sheet.line(subtitle, Style::paragraph);
    sheet.line(filled(job.words("as_at"), {{"date", date_text(job.report.as_at, job.words.language())}}));
    write_changes(job, sheet);
    write_holdings(job, sheet);
    write_reading(job, sheet);
    write_source(job, sheet);
    sheet.print_setup(foot(job), Page::upright);
}

}  // namespace quarterdeck::render::spreadsheet
