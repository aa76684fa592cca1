#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/definitions.h"
#include "register/form/form.h"
#include "register/reported.h"
#include "report/template_folder.h"

namespace quarterdeck::returns {

/// What a form is made from.
struct FormContext {
    Text programme_title;
    Definitions definitions;
    std::vector<Definitions> others;   ///< of the other programmes: their interdependencies with this one are asked for
    Reported reported;                 ///< of the quarter of the form
    std::optional<Return> correcting;  ///< this quarter's return so far, which the form begins with
    Language language = Language::english;
};

/// A form with last quarter's state, or that of the return which it corrects, filled in.
Form new_form(const FormContext& context, const report::Locale& locale);

}  // namespace quarterdeck::returns
