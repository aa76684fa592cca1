#pragma once

#include <filesystem>

#include "register/calendar.h"

namespace quarterdeck::returns {

/// Reads a quarter's calendar from YAML: `quarter`, then snapshot, return_due, cut_off, sign_off, papers_out and
/// meeting as days that don't go back, and `leads` with a role for each programme. Throws `Refusal` with file and
/// line.
Calendar read_calendar(const std::filesystem::path& path);

}  // namespace quarterdeck::returns
