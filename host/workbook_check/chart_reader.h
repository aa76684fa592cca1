#pragma once

#include <string>

#include "workbook_check/workbook.h"

namespace quarterdeck::workbook_check {

/// What a chart's own part says. Throws `Poco::Exception` for what isn't XML.
SheetChart read_chart(const std::string& xml);

}  // namespace quarterdeck::workbook_check
