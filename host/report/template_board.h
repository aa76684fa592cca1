#pragma once

#include "report/template_folder.h"
#include "report/yaml_file.h"

namespace quarterdeck::report {

/// Reads what belongs to blocks about a quarter: `most` and `rows`. Refuses an `of` that the kind doesn't know.
void read_board_block(const YamlFile& file, const YamlNode& node, BlockRequest& block);

/// Reads the top-level key `challenges`: rules by their names, each true or false.
RulesOff read_rules_off(const YamlFile& file, const YamlNode& node);

}  // namespace quarterdeck::report
