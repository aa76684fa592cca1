#pragma once

#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// Draws a block's chart as one `<svg>` element.
using DrawChart = std::function<std::string(const report::TableBlock&)>;

/// What a page says, in the shape of `page_shape`, but for its style. Text is printable, not yet escaped.
nlohmann::json page_data(const report::Report& report, const report::Locale& locale, Language language,
                         const DrawChart& draw);

}  // namespace quarterdeck::render
