#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// What charts.js draws a chart from, as JSON: kind, words, categories, and each series' figures as decimal text or
/// marker. Precondition: the block has a chart. Throws `std::runtime_error` for a series that isn't a column, and
/// `Refusal` for a placeholder in the wording that isn't known.
std::string chart_description(const report::TableBlock& block, const report::Locale& locale, Language language);

}  // namespace quarterdeck::render
