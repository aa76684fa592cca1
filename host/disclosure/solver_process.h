#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace quarterdeck::disclosure {

/// Starts the solver's program, sends it a request and waits for its answer. Nothing when it can't be started, dies,
/// or ends before its answer is out.
std::optional<std::string> ask_solver(const std::filesystem::path& program, const std::string& request);

/// The solver that belongs to this program: lib/quarterdeck/quarterdeck-solver beside its bin directory.
std::filesystem::path own_solver();

}  // namespace quarterdeck::disclosure
