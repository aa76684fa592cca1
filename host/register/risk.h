#pragma once

#include <array>
#include <string>
#include <string_view>

namespace quarterdeck::returns {

/// What a programme reports about a risk: one of its plan, or one that the return brings in.
struct Risk {
    enum class Trend { rising, steady, falling };

    std::string id;      ///< of the plan ("IMG-R1"), or "R1", "R2"… for one that the programme added
    std::string title;   ///< of an added one; empty where the plan has it
    int likelihood = 1;  ///< 1 (rare) to 5 (almost certain)
    int impact = 1;      ///< 1 (slight) to 5 (severe)
    std::string mitigation;
    std::string owner;  ///< a role, never a person
    Trend trend = Trend::steady;
    bool closed = false;

    int score() const { return likelihood * impact; }  ///< 1 to 25
    bool operator==(const Risk&) const = default;
};

/// As returns and the register spell the trends, in their order.
inline constexpr std::array<std::string_view, 3> trend_names{"rising", "steady", "falling"};

}  // namespace quarterdeck::returns
