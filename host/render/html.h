#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The report as one self-contained HTML page without script. Same report, same bytes.
/// Throws `Refusal` for what is wrong in the template, with file and line.
std::string html(const report::Report& report, const report::TemplateFolder& folder, Language language);

}  // namespace quarterdeck::render
