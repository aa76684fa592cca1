#include "render/certificate_words.h"
#include "render/workbook_sheets.h"

namespace quarterdeck::render::spreadsheet {

void write_certificate(const Job& job) {
    const report::Locale& locale = job.words.locale();
    const Language language = job.words.language();
    const report::Provenance& provenance = job.report.provenance;
    Sheet sheet = begin_sheet(job, job.plan.certificate, locale.get("certificate.title", language));
    if (!provenance.certificate) {
        sheet.line(no_certificate(provenance.policy.protect, locale, language));
        sheet.print_setup(foot(job));
        return;
    }
    const std::vector<CertificateLine> lines = certificate_lines(*provenance.certificate, locale, language);
    sheet.line(job.words("certificate.about"));
    sheet.begin_table("certificate", {{job.words("certificate.item"), 60}, {job.words("certificate.value"), 80}},
                      lines.size());
    for (const CertificateLine& line : lines) {
        sheet.text(0, line.term);
        if (line.number)
            sheet.count(1, *line.number);
        else
            sheet.text(1, line.words);
        sheet.end_row();
    }
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
