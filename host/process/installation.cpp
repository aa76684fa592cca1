#include "process/installation.h"

#include <system_error>

namespace quarterdeck {

std::filesystem::path installation() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path().parent_path();
}

std::filesystem::path installed(const std::string& name) {
    return installation() / "lib" / "quarterdeck" / name;
}

}  // namespace quarterdeck
