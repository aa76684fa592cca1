#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "render/html_data.h"
#include "render/html_parts.h"
#include "render/html_shape.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The page with charts drawn by `draw`; else as `html`.
std::string html_page(const report::Report& report, const report::TemplateFolder& folder, Language language,
                      const DrawChart& draw);

/// A page of its template's file, its data and its style. Throws `Refusal` for what is wrong in the template.
std::string rendered(nlohmann::json data, const Shape& shape, const report::Report& report,
                     const report::TemplateFolder& folder, const PageWords& words);

}  // namespace quarterdeck::render
