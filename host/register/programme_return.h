#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/period.h"
#include "register/quarter.h"

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

/// What a programme reports about one entry of its plan.
struct Entry {
    std::string action_id;
    Status status = Status::not_started;
    Rating rating = Rating::green;
    int percent_complete = 0;      ///< 0 to 100
    std::string narrative;         ///< plain text, may be empty
    std::optional<Date> forecast;  ///< when it is expected to be complete

    bool operator==(const Entry&) const = default;
};

/// What a programme returns for a quarter. A correction is another return, appended later.
struct Return {
    std::string programme;  ///< id
    Quarter quarter;
    std::string submitted_by;  ///< a role, never a person; empty: not stated
    Date submitted_on;
    std::string source_file;    ///< name without folder
    std::string source_sha256;  ///< of the file: 64 hexadecimal digits, lower case
    std::vector<Entry> entries;
    std::int64_t number = 0;  ///< from 1 in the order of appending; given by the register

    bool operator==(const Return&) const = default;
};

}  // namespace quarterdeck::returns
