#pragma once

#include <filesystem>
#include <variant>

#include "plugins/frame.h"
#include "quarterdeck/abi.h"

namespace quarterdeck::plugins {

/// Loads a plugin and checks that it can be called, or says why it can't. It stays loaded until the process ends.
std::variant<const qd_plugin*, Complaint> load(const std::filesystem::path& file);

}  // namespace quarterdeck::plugins
