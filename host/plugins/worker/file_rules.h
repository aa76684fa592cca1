#pragma once

namespace quarterdeck::plugins {

/// From now on this process can open no file, directory or device that it doesn't have open, and, where the kernel
/// knows how, make no TCP connection and signal nobody outside. False when the kernel has no Landlock. Ends the worker
/// when Landlock is there but fails.
bool forbid_files();

}  // namespace quarterdeck::plugins
