#pragma once

#include <stdexcept>
#include <string>

namespace quarterdeck {

/// Input that can't be used; nothing was written. The text is whole sentences: where, what is wrong, what was
/// expected, how to mend it. It never holds a person's values. Exit status 3.
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A command that was called wrongly. The text is whole sentences. Exit status 2.
struct WrongUse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace quarterdeck
