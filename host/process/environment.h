#pragma once

#include <string>

namespace quarterdeck {

/// What was given; otherwise what the variable of the environment says; otherwise `otherwise`. Empty counts as absent.
std::string given_or(const std::string& given, const char* variable, const std::string& otherwise);

/// The name of the account that runs this program; `otherwise` where it has none.
std::string account_name(const std::string& otherwise);

}  // namespace quarterdeck
