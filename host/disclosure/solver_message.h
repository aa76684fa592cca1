#pragma once

#include <string>
#include <string_view>

#include "disclosure/model.h"

namespace quarterdeck::disclosure {

/// What the host asks of the solver's process.
struct SolverRequest {
    Model model;
    Effort effort;

    static SolverRequest from_text(std::string_view text);
    std::string text() const;
};

/// The solver's answer as it travels. Reading it throws std::runtime_error for anything but a whole answer.
std::string text_of(const Suppression& suppression);
Suppression suppression_from(std::string_view text);

}  // namespace quarterdeck::disclosure
