#pragma once

#include <string>

#include "quarterdeck/text.h"

namespace quarterdeck::report {

/// What a programme wrote in a return, in the language that the return is in. Never translated.
struct Said {
    std::string text;  ///< may be empty
    Language language = Language::english;

    bool operator==(const Said&) const = default;
};

}  // namespace quarterdeck::report
