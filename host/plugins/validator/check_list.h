#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace quarterdeck::plugins {

class Subject;

/// Why a check wasn't tried: a sentence.
struct NotTried : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A named thing that a plugin is checked for.
struct Check {
    std::string_view name;    ///< "ids-are-unique": people refer to it, so it stays
    std::string_view about;   ///< a sentence: what is expected
    std::string_view remedy;  ///< a sentence: what to do where it fails

    /// Nothing when the plugin passes, else a sentence that says what is wrong. Throws `NotTried`.
    std::optional<std::string> (*run)(Subject& subject, std::string_view name);
};

/// Checks of the file before anything of it runs.
std::span<const Check> file_checks();
/// Checks of what the plugin says of itself, as a message.
std::span<const Check> message_checks();
/// Checks of the programme that it describes.
std::span<const Check> programme_checks();
/// Checks of how it answers requests that nobody should make.
std::span<const Check> request_checks();
/// Checks of the tables that it computes.
std::span<const Check> table_checks();
/// Checks of what it does beside answering.
std::span<const Check> conduct_checks();

}  // namespace quarterdeck::plugins
