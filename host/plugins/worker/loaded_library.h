#pragma once

#include <string>
#include <variant>

#include "plugins/frame.h"
#include "quarterdeck/abi.h"

namespace quarterdeck::plugins {

/// Loads the plugin whose bytes the host handed over and checks that it can be called, or says why it can't; `name`
/// is what its file is called. It stays loaded until the process ends.
std::variant<const qd_plugin*, Complaint> load(const std::string& name);

}  // namespace quarterdeck::plugins
