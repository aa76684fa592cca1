#pragma once

#include <string>

#include "cli/print.h"
#include "explain/explain.h"

namespace quarterdeck::cli {

/// An explanation as a person reads it, and as programs do. Unprotected figures, but no values of any person.
std::string explanation_text(const explain::Explanation& explanation);
Json explanation_json(const explain::Explanation& explanation);

}  // namespace quarterdeck::cli
