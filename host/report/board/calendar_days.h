#pragma once

#include <optional>
#include <vector>

#include "register/calendar.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// The days of a quarter, and who approves for each programme.
struct CalendarDays {
    returns::Quarter quarter;
    std::optional<returns::Calendar> calendar;  ///< nothing: none was entered
    std::vector<Text> led;                      ///< titles of the programmes of `calendar->leads`, in its order

    bool operator==(const CalendarDays&) const = default;
};

inline CalendarDays calendar_days(const BoardSource& source) {
    CalendarDays days{source.reported.quarter, source.reported.calendar, {}};
    if (days.calendar)
        for (const returns::Lead& lead : days.calendar->leads) days.led.push_back(source.title(lead.programme));
    return days;
}

}  // namespace quarterdeck::report
