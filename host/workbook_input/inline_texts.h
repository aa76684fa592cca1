#pragma once

#include <string>
#include <string_view>

#include "workbook_input/cell_import.h"

namespace quarterdeck::workbook_input {

/// What programs other than Excel and LibreOffice write, such as openpyxl and with it pandas, and liborcus 0.17 passes
/// over: texts that stand in their cells instead of in the shared table, and targets that begin at the package's root.

/// The workbook with targets of its sheets as liborcus follows them: its own bytes where there is nothing to change.
/// Throws `Refusal` for a damaged archive.
std::string with_plain_targets(std::string_view bytes);

/// Puts the texts that stand in their cells. Throws `Refusal` for a damaged archive, std::runtime_error for damaged
/// parts, and what the sink throws.
void put_inline_texts(std::string_view bytes, CellSink& sink);

}  // namespace quarterdeck::workbook_input
