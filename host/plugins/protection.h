#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace quarterdeck::plugins {

/// What confines a worker and depends on the kernel.
enum class Protection {
    file_rules,   ///< Landlock: no file can be opened
    call_filter,  ///< seccomp: no network, no other process, no other program
};

/// As it travels and stands in JSON.
inline constexpr std::array<std::string_view, 2> protection_names{"file_rules", "call_filter"};

inline std::string_view name_of(Protection protection) {
    return protection_names[static_cast<std::size_t>(protection)];
}

inline std::optional<Protection> protection_named(std::string_view name) {
    for (std::size_t i = 0; i < protection_names.size(); ++i)
        if (protection_names[i] == name) return static_cast<Protection>(i);
    return std::nullopt;
}

}  // namespace quarterdeck::plugins
