#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record_check/records.h"

namespace quarterdeck::record_check {

/// How good the occupation code of a post is; the first that applies.
enum class Coding { none, malformed, unknown, retired, against_staff_group, against_band, good };

inline constexpr std::size_t coding_count = static_cast<std::size_t>(Coding::good) + 1;

Coding coding_of(std::string_view code, std::string_view staff_group, std::string_view pay_band);

/// Counted posts of an organisation or programme by their coding, with the people and the FTE that stand behind.
struct CodingQuality {
    std::string of;  ///< an organisation's ODS code and name, or a programme of the code's lookup
    std::array<std::uint64_t, coding_count> posts{};
    std::array<std::uint64_t, coding_count> people{};  ///< distinct within each coding
    std::array<std::int64_t, coding_count> fte{};      ///< in 1/100,000

    std::uint64_t all_posts() const;
};

/// The coding of the posts at one date.
struct CodingReport {
    std::int32_t date = 0;
    std::vector<CodingQuality> organisations;  ///< by code
    std::vector<CodingQuality> programmes;     ///< by name; posts whose code names none come last, as "(no programme)"
};

/// What populations miss and misplace follows from it: posts without a current code are found by no rule over codes,
/// and posts whose code goes against staff group or band count in other rows than they belong to. One report a date.
std::vector<CodingReport> coding_quality(const Records& records);

}  // namespace quarterdeck::record_check
