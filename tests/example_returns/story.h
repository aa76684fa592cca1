#pragma once

#include <optional>
#include <string>

#include "register/programme_return.h"

namespace quarterdeck::example {

/// What a programme says in its made-up return for a quarter, beside the entries that `fill` makes for the rest of its
/// plan. Nothing: it makes no return, which is a part of the story. Roles and bodies only; no person.
std::optional<returns::Return> story(const std::string& programme, const returns::Quarter& quarter);

/// The two quarters that there are stories for, earlier first.
inline constexpr const char* first_quarter = "2022-23Q3";
inline constexpr const char* second_quarter = "2022-23Q4";

}  // namespace quarterdeck::example
