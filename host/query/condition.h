#pragma once

#include <string>
#include <string_view>

#include "quarterdeck/population.h"

namespace quarterdeck::query {

/// Whether the whole text fits the pattern: `?` stands for one character (one code point of UTF-8), `*` for any
/// run of them, everything else for itself. A byte that belongs to no character counts as one.
bool fits_pattern(std::string_view pattern, std::string_view text);

/// Whether the condition holds for a value of its field.
bool holds(const Condition& condition, std::string_view value);

/// The same text for equal conditions, another for different ones.
std::string key_of(const Condition& condition);

/// The same text for equal rules, another for different ones.
std::string key_of(const Rule& rule);

}  // namespace quarterdeck::query
