#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/published_figures.h"
#include "quarterdeck/period.h"
#include "register/quarter.h"

namespace quarterdeck::returns {

/// One state of a report that went out. Reading the register up to `known_up_to` gives what it was made from.
struct Edition {
    enum class State { draft, approved, issued };
    enum class Audience { restricted, group, publicly };

    std::string report;  ///< id of the template
    Quarter quarter;
    int edition = 1;
    State state = State::draft;
    Audience audience = Audience::restricted;
    std::int64_t known_up_to = 0;  ///< number of the last entry of the register that it takes account of
    std::string by;                ///< a role, never a person
    Date on;
    std::string embargo;           ///< when it may be made known, as a sentence's date and time; or empty
    std::string note;              ///< why there is a further edition
    std::string release_sha256{};  ///< of its release.json, which lists every file: 64 hexadecimal digits
    /// What its readers know of counts of staff once it is issued, and what those of releases did that were kept
    /// elsewhere. Of a release of several reports the first one's entry holds them.
    std::vector<disclosure::PublishedFigures> figures{};

    bool operator==(const Edition&) const = default;
};

/// As the register spells them, in their order.
inline constexpr std::array<std::string_view, 3> edition_state_names{"draft", "approved", "issued"};
inline constexpr std::array<std::string_view, 3> audience_names{"restricted", "group", "public"};

}  // namespace quarterdeck::returns
