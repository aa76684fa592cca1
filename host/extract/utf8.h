#pragma once

#include <string_view>

namespace quarterdeck::extract {

/// Whether the bytes are UTF-8.
bool is_utf8(std::string_view bytes);

}  // namespace quarterdeck::extract
