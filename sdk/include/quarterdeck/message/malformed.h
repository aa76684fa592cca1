#pragma once

#include <stdexcept>

namespace quarterdeck::message {

/// A message that isn't what it should be. The text is a sentence that names the place as a JSON pointer and says
/// what was expected: `/metrics/0/query/source: "staf" isn't one of staff, training, published`. Pure ASCII.
struct Malformed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace quarterdeck::message
