#pragma once

#include <string>

namespace quarterdeck {

/// A language that reports are written in.
enum class Language { english, welsh };

/// The code of a language as documents declare it: "en" or "cy".
inline const char* language_code(Language language) {
    return language == Language::welsh ? "cy" : "en";
}

/// Words a reader sees, in both languages. Plain text: markup in it is shown, never interpreted.
/// Both members must be filled; a plugin with a missing translation is refused.
struct Text {
    std::string en;
    std::string cy;

    const std::string& in(Language language) const { return language == Language::welsh ? cy : en; }
    bool operator==(const Text&) const = default;
};

}  // namespace quarterdeck
