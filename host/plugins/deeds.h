#pragma once

#include <string_view>

/// What plugins may not do, in the words in which a worker reports it.
namespace quarterdeck::plugins::deeds {

inline constexpr std::string_view network = "The plugin tried to use the network, which plugins may not.";
inline constexpr std::string_view process = "The plugin tried to start a process or a thread, which plugins may not.";
inline constexpr std::string_view program = "The plugin tried to run a program, which plugins may not.";
inline constexpr std::string_view signal =
    "The plugin tried to send a signal to another process, which plugins may not.";
inline constexpr std::string_view look = "The plugin tried to look into another process, which plugins may not.";
inline constexpr std::string_view file = "The plugin tried to open or change a file, which plugins may not.";
inline constexpr std::string_view printing = "The plugin printed to its standard output, which plugins may not.";

/// Of a call that the kernel answered by ending the worker, since the C library held its signals back.
inline constexpr std::string_view unseen =
    "The plugin made a system call that plugins may not, such as the one that starts a thread.";

}  // namespace quarterdeck::plugins::deeds
