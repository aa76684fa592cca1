#pragma once

#include <filesystem>

namespace quarterdeck::cli {

/// Where the programmes' plugins are unless --plugins says otherwise: ../lib/quarterdeck/plugins from the program.
std::filesystem::path default_plugins();

/// Where the templates are unless --templates says otherwise: ../share/quarterdeck/templates from the program.
std::filesystem::path default_templates();

}  // namespace quarterdeck::cli
