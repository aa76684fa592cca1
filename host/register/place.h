#pragma once

#include <filesystem>
#include <string>

namespace quarterdeck::returns {

/// The absolute path of the file that a register's place names: a path, or `sqlite:///path`. Throws `Refusal`
/// saying what is understood.
std::filesystem::path register_path(const std::string& place);

}  // namespace quarterdeck::returns
