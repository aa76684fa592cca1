#pragma once

#include <optional>
#include <string>

#include "quarterdeck/text.h"
#include "render/board/words_table.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// A name in the reader's language, where the wording's `names` have it.
std::optional<std::string> known_name(const std::string& english, const report::Locale& locale, Language language);

/// What plans and calendars call bodies and roles, which they write in English: one, or several with "/" between them.
/// All of them in the reader's language; or, where the wording's `names` lack one, as they are, marked as English. An
/// abbreviation that they lack is the same in both languages.
Sentence body_name(const std::string& english, const report::Locale& locale, Language language);

}  // namespace quarterdeck::render
