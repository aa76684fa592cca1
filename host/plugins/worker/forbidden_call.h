#pragma once

#include <cstdint>

namespace quarterdeck::plugins {

/// Makes a system call that the filter forbids a refusal in words to the host, and the worker's end.
void report_forbidden_calls();

/// The request whose refusal it would be. A plain store: a handler reads it.
void expect_replies_to(std::uint32_t sequence);

}  // namespace quarterdeck::plugins
