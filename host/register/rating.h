#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace quarterdeck::returns {

/// Where an entry of a plan stands.
enum class Status { not_started, in_progress, complete, on_hold, withdrawn };

/// How an entry of a plan fares (BRAG): blue is complete.
enum class Rating { blue, green, amber, red };

/// As returns and the register spell them, in the order of the enumerations.
inline constexpr std::array<std::string_view, 5> status_names{"not_started", "in_progress", "complete", "on_hold",
                                                              "withdrawn"};
inline constexpr std::array<std::string_view, 4> rating_names{"blue", "green", "amber", "red"};

inline std::string_view name(Status status) {
    return status_names[static_cast<std::size_t>(status)];
}
inline std::string_view name(Rating rating) {
    return rating_names[static_cast<std::size_t>(rating)];
}

/// Nothing for a name that isn't one of them.
std::optional<Status> status_named(std::string_view name);
std::optional<Rating> rating_named(std::string_view name);

}  // namespace quarterdeck::returns
