#pragma once

namespace quarterdeck::plugins {

/// Loads those of the compilers' and the C library's runtime libraries that the plugin's bytes name, while files can
/// still be opened: the loader finds them in memory later. Nothing of the plugin's runs.
void load_runtimes();

}  // namespace quarterdeck::plugins
