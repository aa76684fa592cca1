#pragma once

#include "plugins/fleet.h"
#include "register/form/new_form.h"
#include "register/register.h"

namespace quarterdeck::cli {

/// What a programme's return is made from, and held against when it comes back.
returns::FormContext form_context(const plugins::Fleet& fleet, const Programme& programme,
                                  const returns::Quarter& quarter, Language language, const returns::Register& filed);

}  // namespace quarterdeck::cli
