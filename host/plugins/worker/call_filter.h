#pragma once

namespace quarterdeck::plugins {

/// From now on the kernel answers only the calls that computing and loading a library need. Any other is reported to
/// the host and ends the worker (forbidden_call.h), but clone3 fails with ENOSYS, for which the C library knows a
/// second way. False when the kernel has no seccomp filters.
bool filter_calls();

/// The plugin is loaded: opening files is now a forbidden call, too. Does nothing where there is no filter.
void finish_loading();

}  // namespace quarterdeck::plugins
