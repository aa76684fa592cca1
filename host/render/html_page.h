#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "render/html_data.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The page with charts drawn by `draw`; else as `html`.
std::string html_page(const report::Report& report, const report::TemplateFolder& folder, Language language,
                      const DrawChart& draw);

}  // namespace quarterdeck::render
