#pragma once

#include <string>

#include "register/form/form.h"

namespace quarterdeck::returns {

/// The bytes of an Excel workbook to fill in: a sheet of guidance, then each sheet of the form, with lists and limits
/// for what may be entered, and everything else locked. The same form gives the same bytes. Throws
/// `std::runtime_error`.
std::string form_workbook(const Form& form);

}  // namespace quarterdeck::returns
