#pragma once

#include <filesystem>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The report as an Excel workbook: cover, contents, notes, one table a sheet, native charts.
/// Same report, same bytes. Throws `std::runtime_error` when the file can't be written.
void workbook(const report::Report& report, const report::TemplateFolder& folder, Language language,
              const std::filesystem::path& file);

}  // namespace quarterdeck::render
