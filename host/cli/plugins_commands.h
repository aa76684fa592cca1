#pragma once

#include <filesystem>

#include "cli/commands.h"
#include "cli/print.h"
#include "plugins/fleet.h"

namespace quarterdeck::cli {

/// The subcommands of `plugins`, one a file.
void add_plugins_list(CLI::App& plugins, Chosen& chosen);
void add_plugins_inspect(CLI::App& plugins, Chosen& chosen);
void add_plugins_check(CLI::App& plugins, Chosen& chosen);
void add_plugins_new(CLI::App& plugins, Chosen& chosen);
void add_plugins_sign(CLI::App& plugins, Chosen& chosen);

/// Why plugins were refused and what to do, for people and for programs.
void print_refused(const plugins::Fleet& fleet);
Json refused_json(const plugins::Fleet& fleet);

/// The option --trust of the commands that load plugins.
void add_trust_option(CLI::App& command, std::string& file);

/// The site's trust file, or trust in every plugin when none is named. Throws `Refusal`.
plugins::Trust trust_from(const std::string& file);

/// What a plugin is and where it comes from.
Json identity_json(const plugins::LoadedPlugin& plugin);

}  // namespace quarterdeck::cli
