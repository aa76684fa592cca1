#pragma once

#include <string>

#include "quarterdeck/period.h"
#include "quarterdeck/text.h"

namespace quarterdeck::render {

/// A date as it is written out in a language: "31 March 2023", "31 Mawrth 2023".
/// Throws `std::runtime_error` when ICU lacks the language's data.
std::string date_text(Date date, Language language);

}  // namespace quarterdeck::render
