#include <fmt/format.h>

#include "cli/returns_options.h"
#include "register/form/calendar_file.h"
#include "register/register.h"

namespace quarterdeck::cli {

Status enter_calendar(const ReturnsOptions& options) {
    const returns::Calendar calendar = returns::read_calendar(options.file);
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::create);
    const std::int64_t number = filed.append(calendar);
    if (options.json)
        print({{"number", number}, {"quarter", calendar.quarter.text()}});
    else
        fmt::print("The calendar of {} is entered: returns are due on {}, the meeting is on {}.\n",
                   calendar.quarter.text(), calendar.return_due.iso(), calendar.meeting.iso());
    return Status::done;
}

}  // namespace quarterdeck::cli
