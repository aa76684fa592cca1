#pragma once

#include "report/template_folder.h"
#include "report/yaml_file.h"

namespace quarterdeck::report {

/// Reads `policy` of a report.yaml: what is hidden, at what cost, and which rows are merged where a table is sparse.
/// Keys that are left out keep their defaults. Throws `Refusal` with file and line.
void read_policy(const YamlFile& file, const YamlNode& node, TemplateFolder& folder);

}  // namespace quarterdeck::report
