#pragma once

#include <string>
#include <vector>

#include "disclosure/protect.h"
#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The same words in both languages.
Text same(const std::string& words);

/// A table as if a plugin had computed it.
disclosure::ProtectedTable publishable(Table table);

/// Two label columns and figures with none, one and two decimals; the last row is a total.
Table staff_table();

/// One label column and five shares in per cent; one row hides two of them.
Table age_table();

report::TableBlock staff_block();
report::TableBlock age_block();

/// A cover's worth of everything: a table, a table with a chart, a plan and a missing table.
report::Report sample_report();

/// A template without files of its own; the wording is the project's.
report::TemplateFolder sample_folder();

}  // namespace quarterdeck::render
