#pragma once

#include <string>
#include <string_view>

namespace quarterdeck::extract {

/// The SHA-256 of the bytes: 64 hexadecimal digits, lower case.
std::string sha256(std::string_view bytes);

}  // namespace quarterdeck::extract
