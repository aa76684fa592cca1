#pragma once

#include <vector>

#include "pipeline.h"
#include "plan.h"
#include "release/staging.h"
#include "report/template_folder.h"

namespace quarterdeck {

/// Writes `index.<language>.html` in each language: what has been staged so far, with sizes and checksums.
void write_index(const ReportRequest& request, const Plan& plan, const std::vector<report::TemplateFolder>& designs,
                 const ReportOutcome& outcome, const std::vector<report::Marking>& markings, release::Staging& staging);

}  // namespace quarterdeck
