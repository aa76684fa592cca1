#include "cli/places.h"

#include <system_error>

namespace quarterdeck::cli {

std::filesystem::path installation() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path();
}

std::filesystem::path chosen_plugins(const std::string& given) {
    return !given.empty() ? std::filesystem::path(given) : installation() / "lib/quarterdeck/plugins";
}

std::filesystem::path chosen_templates(const std::string& given) {
    return !given.empty() ? std::filesystem::path(given) : installation() / "share/quarterdeck/templates";
}

std::filesystem::path default_plugin_model() {
    return installation() / "share/quarterdeck/sdk/template";
}

}  // namespace quarterdeck::cli
