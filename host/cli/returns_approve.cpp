#include <fmt/format.h>

#include "cli/returns_options.h"
#include "refusal.h"
#include "register/register.h"

namespace quarterdeck::cli {

Status approve_return(const ReturnsOptions& options) {
    const returns::Quarter quarter = quarter_of(options.quarter);
    const Date day = day_of(options);
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::refuse);
    const std::optional<returns::Return> latest = filed.latest(options.programme, quarter);
    if (!latest)
        throw Refusal(
            fmt::format("{} has not returned for {}; there is nothing to approve.", options.programme, quarter.text()));
    if (latest->draft)
        throw Refusal(fmt::format("Return {} ({}, {}) is a draft. Import it without --draft, then approve it.",
                                  latest->number, options.programme, quarter.text()));
    if (latest->approval)
        throw Refusal(fmt::format("Return {} ({}, {}) was approved on {} by {}.", latest->number, options.programme,
                                  quarter.text(), latest->approval->on.iso(), latest->approval->by));
    const std::optional<returns::Calendar> calendar = filed.calendar(quarter);
    const std::optional<std::string> lead =
        calendar ? calendar->lead_of(options.programme) : std::optional<std::string>();
    if (!lead)
        throw Refusal(fmt::format(
            "The calendar of {} names no lead for {}. Name one under `leads`, and enter it with `quarterdeck "
            "returns calendar`.",
            quarter.text(), options.programme));
    if (*lead != options.by)
        throw Refusal(
            fmt::format("The calendar of {} lets \"{}\" approve the return of {}; expected that role in --by.",
                        quarter.text(), *lead, options.programme));
    if (day < latest->submitted_on)
        throw Refusal(fmt::format("Return {} was submitted on {}; it can't be approved earlier.", latest->number,
                                  latest->submitted_on.iso()));
    filed.append(returns::Approval{options.programme, quarter, latest->number, options.by, day});
    if (options.json)
        print({{"approved", latest->number},
               {"programme", options.programme},
               {"quarter", quarter.text()},
               {"by", options.by},
               {"on", day.iso()}});
    else
        fmt::print("Return {} ({}, {}) is approved by {}.\n", latest->number, options.programme, quarter.text(),
                   options.by);
    return Status::done;
}

}  // namespace quarterdeck::cli
