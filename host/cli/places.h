#pragma once

#include <filesystem>

namespace quarterdeck::cli {

/// The directory that holds bin/quarterdeck and what belongs to it; it can be moved as a whole.
std::filesystem::path installation();

/// Where the programmes' plugins are unless --plugins says otherwise: ../lib/quarterdeck/plugins from the program.
std::filesystem::path default_plugins();

/// Where the templates are unless --templates says otherwise: ../share/quarterdeck/templates from the program.
std::filesystem::path default_templates();

/// The project that `plugins new` copies: ../share/quarterdeck/sdk/template from the program.
std::filesystem::path default_plugin_model();

}  // namespace quarterdeck::cli
