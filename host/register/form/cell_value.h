#pragma once

#include <string>

#include "register/form/cells.h"
#include "register/form/form.h"

namespace quarterdeck::returns {

/// What a cell says in a column, or what is wrong with it.
struct CellValue {
    FormValue value{};
    std::string fault{};  ///< with its full stop; empty: nothing is wrong
};

/// Reads a cell that is filled in. A day may be Excel's number of it, or a text YYYY-MM-DD.
CellValue value_of(const Cell& cell, const FormColumn& column, bool days_from_1904);

}  // namespace quarterdeck::returns
