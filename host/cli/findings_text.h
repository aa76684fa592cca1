#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "snapshot/input.h"

namespace quarterdeck::cli {

/// One finding as a person reads it: a sentence with its places, what follows, and what to do.
std::string finding_text(const validate::Finding& finding);

/// A place for programs; in a workbook with sheet and cell.
nlohmann::ordered_json place_json(const validate::Place& place);

/// What was read and left out, in one or two sentences.
std::string counts_text(const snapshot::Input& input);

nlohmann::ordered_json findings_json(const snapshot::Input& input);

}  // namespace quarterdeck::cli
