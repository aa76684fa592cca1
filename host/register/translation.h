#pragma once

#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/text.h"
#include "register/quarter.h"

namespace quarterdeck::returns {

/// A text of a return, and the same in the other language. A text that stands in several places is one.
struct TranslatedText {
    std::string source;  ///< as it was returned
    std::string text;

    bool operator==(const TranslatedText&) const = default;
};

/// What came back from a translator. Later ones replace earlier ones, text by text; one that was reviewed stands.
struct Translation {
    std::string programme;  ///< id
    Quarter quarter;
    Language into = Language::welsh;
    std::string reviewed_by;  ///< the role that approved it, never a person; empty: nobody has yet
    Date on;
    std::string source_file;    ///< name without folder
    std::string source_sha256;  ///< of the file: 64 hexadecimal digits, lower case
    std::vector<TranslatedText> texts;

    bool reviewed() const { return !reviewed_by.empty(); }
    bool operator==(const Translation&) const = default;
};

}  // namespace quarterdeck::returns
