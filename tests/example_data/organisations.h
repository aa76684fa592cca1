#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "draw.h"
#include "population.h"

namespace quarterdeck::example {

/// The employers of the example, by ODS code.
std::span<const std::string_view> organisations();

/// The employer of doctors in training, who work at a host organisation: it runs NHS Wales's shared services.
inline constexpr std::string_view lead_employer = "RQF";

/// Draws an employer, as a position in `organisations()`; larger ones come up more often.
std::size_t draw_organisation(Spread spread, Draw& draw);

}  // namespace quarterdeck::example
