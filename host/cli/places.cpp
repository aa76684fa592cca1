#include "cli/places.h"

#include "process/installation.h"

namespace quarterdeck::cli {

std::filesystem::path chosen_plugins(const std::string& given) {
    return !given.empty() ? std::filesystem::path(given) : installed("plugins");
}

std::filesystem::path chosen_templates(const std::string& given) {
    return !given.empty() ? std::filesystem::path(given) : installation() / "share/quarterdeck/templates";
}

std::filesystem::path default_plugin_model() {
    return installation() / "share/quarterdeck/sdk/template";
}

}  // namespace quarterdeck::cli
