#include "render/workbook_sheets.h"
#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

/// A plugin that failed left no title.
const std::string& programme_title(const Job& job, const std::string& id) {
    for (const report::PluginVersion& plugin : job.report.provenance.plugins)
        if (plugin.id == id) return job.words.in(plugin.title);
    return id;
}

}  // namespace

void write_missing(const Job& job, const PlannedSheet& planned) {
    constexpr double width_of_text = 110;
    const auto& block = std::get<report::MissingBlock>(*planned.block);
    Sheet sheet = begin_sheet(job, planned.name, planned.title, width_of_text);
    sheet.line(job.words("missing.about"), Style::paragraph);
    sheet.line(filled(job.words("missing.programme"), {{"programme", programme_title(job, block.programme)}}),
               Style::paragraph);
    sheet.line(filled(job.words("missing.reason"), {{"reason", job.words.in(block.reason)}}), Style::paragraph);
    sheet.link_line(job.plan.contents, job.words("table.back"));
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
