#pragma once

#include <nlohmann/json.hpp>

namespace quarterdeck::cli {

using Json = nlohmann::ordered_json;

/// Prints the value for programs, indented. What isn't UTF-8 becomes U+FFFD.
void print(const Json& json);

}  // namespace quarterdeck::cli
