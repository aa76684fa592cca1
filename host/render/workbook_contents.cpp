#include "render/workbook_sheets.h"

namespace quarterdeck::render::spreadsheet {
namespace {

void write_row(Sheet& sheet, const std::string& name, const std::string& section, const std::string& content) {
    sheet.link(0, name, name);
    sheet.text(1, section);
    sheet.text(2, content);
    sheet.end_row();
}

}  // namespace

void write_contents(const Job& job) {
    const Plan& plan = job.plan;
    Sheet sheet = begin_sheet(job, plan.contents, job.words("contents.title"));
    sheet.line(job.words("contents.about"));
    const std::size_t about_workbook = plan.notes_sheet.empty() ? 3 : 4;
    sheet.begin_table(
        "contents",
        {{job.words("contents.sheet"), 36}, {job.words("contents.section"), 40}, {job.words("contents.content"), 70}},
        plan.sheets.size() + about_workbook);
    write_row(sheet, plan.cover, job.words("contents.workbook"), job.words("cover.holds"));
    if (!plan.notes_sheet.empty())
        write_row(sheet, plan.notes_sheet, job.words("contents.workbook"), job.words("notes.title"));
    for (const PlannedSheet& planned : plan.sheets)
        write_row(sheet, planned.name, job.words.in(planned.section->title), planned.title);
    write_row(sheet, plan.certificate, job.words("contents.workbook"),
              job.words.locale().get("certificate.title", job.words.language()));
    write_row(sheet, plan.provenance, job.words("contents.workbook"), job.words("provenance.title"));
    sheet.print_setup(foot(job));
}

void write_notes(const Job& job) {
    if (job.plan.notes_sheet.empty()) return;
    Sheet sheet = begin_sheet(job, job.plan.notes_sheet, job.words("notes.title"));
    sheet.line(job.words("notes.about"));
    sheet.begin_table("notes",
                      {{job.words("notes.number"), 14}, {job.words("notes.text"), 90}, {job.words("notes.tables"), 30}},
                      job.plan.notes.size());
    for (std::size_t i = 0; i < job.plan.notes.size(); ++i) {
        const Note& note = job.plan.notes[i];
        std::string tables;
        for (const std::size_t table : note.tables) tables += (tables.empty() ? "" : ", ") + std::to_string(table);
        sheet.text(0, note_references({i + 1}, job.words).substr(1));
        sheet.text(1, note.text);
        sheet.text(2, tables);
        sheet.end_row();
    }
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
