#pragma once

#include <cstdint>
#include <string>

#include "records.h"

namespace quarterdeck::example {

/// The text of establishment/*.csv: funded FTE by organisation and subjective code, one to seven per cent above the FTE
/// in post.
std::string establishment(InPost& in_post, std::uint64_t seed);

}  // namespace quarterdeck::example
