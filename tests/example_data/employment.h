#pragma once

#include <cstddef>
#include <cstdint>

#include "draw.h"
#include "jobs.h"
#include "person.h"

namespace quarterdeck::example {

/// Days since 1970-01-01.
using Day = std::int32_t;

inline constexpr Day snapshot_day = 19'447;  ///< 31 March 2023
inline constexpr Day earlier_day = 19'082;   ///< 31 March 2022
inline constexpr Day open_end = 1'001'859;   ///< 31 December 4712: no end is known

/// What the extract says about one post besides the job.
struct Employment {
    static constexpr std::size_t no_host = SIZE_MAX;

    std::size_t organisation = 0;  ///< position in `organisations()`
    std::size_t host = no_host;    ///< the same, where somebody works for another organisation than the employer
    Day start = 0;
    Day end = open_end;

    std::size_t works_at() const { return host == no_host ? organisation : host; }
};

/// Draws the day of birth of somebody of the person's age at the snapshot date, or takes the exact one.
Day draw_birth(const Person& person, Draw& draw);

/// Draws employer, host, start and end of the first post; it started on or before `latest_start`.
Employment draw_first(const Person& person, const Job& job, Day birth, Day latest_start, Draw& draw);

/// Draws them for the second post, which started after the first.
Employment draw_second(const Person& person, const Job& job, const Employment& first, Day latest_start, Draw& draw);

}  // namespace quarterdeck::example
