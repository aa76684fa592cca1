#pragma once

#include <string>

#include "render/html_parts.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// A page's one style element and the policy that lets nothing else run or load.
struct PageStyle {
    std::string css;
    std::string csp;  ///< Content-Security-Policy that names the style by its SHA-256
};

/// The built design system, the reports' own page.css and quarter.css, and what stands in the margin of every printed
/// page: title, markings, page number. Throws `Refusal` for a file that can't be read or would end the style element.
PageStyle page_style(const report::Report& report, const report::TemplateFolder& folder, const PageWords& words);

}  // namespace quarterdeck::render
