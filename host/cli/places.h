#pragma once

#include <filesystem>
#include <string>

namespace quarterdeck::cli {

/// Where the programmes' plugins are: what --plugins says, or if that is empty ../lib/quarterdeck/plugins from the
/// program.
std::filesystem::path chosen_plugins(const std::string& given);

/// Where the templates are: what --templates says, or if that is empty ../share/quarterdeck/templates from the program.
std::filesystem::path chosen_templates(const std::string& given);

/// The project that `plugins new` copies: ../share/quarterdeck/sdk/template from the program.
std::filesystem::path default_plugin_model();

}  // namespace quarterdeck::cli
