#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The report as an Excel workbook: cover, contents, notes, one table a sheet, native charts.
/// Gives the bytes of the file; same report, same bytes. Throws `Refusal` for what is wrong in workbook.yaml and
/// `std::runtime_error` when the workbook can't be made.
std::string workbook(const report::Report& report, const report::TemplateFolder& folder, Language language);

}  // namespace quarterdeck::render
