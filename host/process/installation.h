#pragma once

#include <filesystem>
#include <string>

namespace quarterdeck {

/// The folder that holds bin/quarterdeck and what belongs to it; it can be moved as a whole.
std::filesystem::path installation();

/// Where a file of that name belongs that this program starts or loads: in lib/quarterdeck. It needn't be there.
std::filesystem::path installed(const std::string& name);

}  // namespace quarterdeck
