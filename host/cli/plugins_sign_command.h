#pragma once

#include "cli/commands.h"

namespace quarterdeck::cli {

/// Adds `sign` to the command `plugins`.
void add_plugins_sign(CLI::App& command, Chosen& chosen);

}  // namespace quarterdeck::cli
