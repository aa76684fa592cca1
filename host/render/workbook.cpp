#include "render/workbook.h"

#include "render/workbook_sheets.h"
#include "render/workbook_text.h"

namespace quarterdeck::render {
namespace spreadsheet {

std::vector<std::string> markings(const Job& job, Marking form) {
    const std::string ending = form == Marking::word ? "_short" : "";
    std::vector<std::string> lines;
    for (const report::Marking& marking : job.report.markings)
        lines.push_back(form == Marking::word ? job.words.in(marking.title)
                                              : job.words.in(marking.title) + ". " + job.words.in(marking.text));
    if (job.report.not_for_publication) lines.push_back(job.words("marking.not_for_publication" + ending));
    if (job.report.draft) lines.push_back(job.words("marking.draft" + ending));
    if (job.report.synthetic) lines.push_back(job.words("marking.synthetic" + ending));
    return lines;
}

std::string foot(const Job& job) {
    std::string text;
    for (const std::string& word : markings(job, Marking::word)) text += word + " – ";
    return text + job.words.in(job.report.title);
}

Sheet begin_sheet(const Job& job, const std::string& name, const std::string& title, double text_width) {
    Sheet sheet(job.file, name);
    if (text_width > 0) sheet.width(0, text_width);
    sheet.line(one_line(title), Style::title);
    for (const std::string& marking : markings(job, Marking::sentence)) sheet.line(marking, Style::marking);
    return sheet;
}

namespace {

/// Never 0, which the library takes for the present time.
time_t seconds(Date date) {
    constexpr time_t seconds_a_day = 86'400;
    const time_t midnight = date.days() * seconds_a_day;
    return midnight == 0 ? 1 : midnight;
}

/// What the file says of itself.
void set_properties(const Job& job) {
    constexpr std::size_t limit = 255;
    std::string title = shortened(one_line(job.words.in(job.report.title)), limit);
    std::string subject = shortened(one_line(job.words.in(job.report.subtitle)), limit);
    std::string author = shortened(one_line(job.words("author")), limit);
    std::string status;
    for (const std::string& word : markings(job, Marking::word)) status += (status.empty() ? "" : ", ") + word;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.status = status.data();
    properties.created = seconds(job.report.as_at);
    job.file.expect(workbook_set_properties(job.file.workbook(), &properties));
}

void write_block(const Job& job, const PlannedSheet& planned) {
    switch (planned.kind) {
        case PlannedSheet::Kind::table: return write_table(job, planned);
        case PlannedSheet::Kind::chart: return write_chart(job, planned);
        case PlannedSheet::Kind::actions: return write_actions(job, planned);
        case PlannedSheet::Kind::board: return write_board(job, planned);
        case PlannedSheet::Kind::board_chart: return write_board_chart(job, planned);
        case PlannedSheet::Kind::missing: return write_missing(job, planned);
    }
}

}  // namespace
}  // namespace spreadsheet

std::string workbook(const report::Report& report, const report::TemplateFolder& folder, Language language) {
    using namespace spreadsheet;
    const Settings settings = Settings::read(folder.folder);
    const Words words(folder.locale, language);
    const Plan sheets = plan(report, settings, words);
    File open;
    const Job job{open, report, sheets, settings, words};
    set_properties(job);
    write_cover(job);
    write_contents(job);
    write_notes(job);
    for (const PlannedSheet& planned : sheets.sheets) write_block(job, planned);
    write_certificate(job);
    write_provenance(job);
    return open.close(language_code(language));
}

}  // namespace quarterdeck::render
