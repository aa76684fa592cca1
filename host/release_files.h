#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/finished/release_audit.h"
#include "disclosure/protect.h"
#include "pipeline.h"
#include "plan.h"
#include "release/staging.h"
#include "release/whole_file.h"
#include "report/assemble.h"
#include "report/template_folder.h"

namespace quarterdeck {

/// Each metric's table as CSV in each language, and in each programme's folder what its files hold.
void write_tables(const ReportRequest& request, const Plan& plan, const report::Material& material,
                  const report::Locale& locale, const std::vector<report::Marking>& markings,
                  release::Staging& staging);

/// A report's page and workbook in each language, side by side.
void write_report(const ReportRequest& request, const report::Report& report, const report::TemplateFolder& design,
                  release::Staging& staging, extract::Advance* advance);

/// The certificate of a whole release; and the analyst's copy, if asked for.
std::optional<release::PrivateFile> write_certificate(const ReportRequest& request, const ReportOutcome& outcome,
                                                      const disclosure::Protector& protector,
                                                      const audit::Passed& passed, release::Staging& staging);

/// Gives its SHA-256, which stands for all files that it lists.
std::string write_manifest(const ReportRequest& request, const ReportOutcome& outcome,
                           const std::vector<release::ReleasedFile>& files, release::Staging& staging);

}  // namespace quarterdeck
