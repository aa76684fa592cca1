#pragma once

#include <string>
#include <vector>

#include "register/form/form.h"
#include "register/form/form_reader.h"
#include "register/programme_return.h"
#include "register/reported.h"
#include "register/translation.h"
#include "report/template_folder.h"

namespace quarterdeck::returns {

/// The language that a return's texts are to be translated into: the other one.
inline Language other_language(const Return& content) {
    return content.language == Language::welsh ? Language::english : Language::welsh;
}

/// A form for a translator: each text of a return once, with what it was translated as so far. Its words are in the
/// language of the translation.
Form translation_form(const Text& programme_title, const Return& content, const Reported& reported,
                      const report::Locale& locale);

/// What a translator filled in; texts that were left empty are left out.
std::vector<TranslatedText> translated_texts(const FilledForm& filled);

}  // namespace quarterdeck::returns
