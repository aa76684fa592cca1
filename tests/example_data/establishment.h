#pragma once

#include <cstdint>
#include <string>

#include "jobs.h"
#include "records.h"

namespace quarterdeck::example {

/// The text of establishment/*.csv: funded FTE by organisation and subjective code, one to seven per cent above the FTE
/// in post.
std::string establishment(const InPost& in_post, std::uint64_t seed);

/// The text of subjective_codes/*.csv: whom each subjective code funds, as the first post of its kind says it.
std::string subjective_codes(const Jobs& jobs);

}  // namespace quarterdeck::example
