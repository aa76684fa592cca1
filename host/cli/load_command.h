#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace quarterdeck::cli {

/// The command that puts checked records into a database.
void add_load(CLI::App& app, Chosen& chosen);

}  // namespace quarterdeck::cli
