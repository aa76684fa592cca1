#include <fmt/format.h>

#include "cli/places.h"
#include "cli/returns_form.h"
#include "cli/returns_options.h"
#include "register/form/workbook_form.h"

namespace quarterdeck::cli {

Status issue_return(const ReturnsOptions& options) {
    const returns::Quarter quarter = quarter_of(options.quarter);
    const plugins::Fleet fleet = fleet_of(options);
    const Programme& programme = programme_of(fleet, options.programme);
    const report::Locale locale = report::Locale::read(chosen_templates(options.design) / "locale");
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::create);
    const Language language = options.language == "cy" ? Language::welsh : Language::english;
    const returns::FormContext context = form_context(fleet, programme, quarter, language, filed);
    write_form(options.out, returns::form_workbook(returns::new_form(context, locale)));
    filed.keep(context.definitions);
    if (options.json)
        print({{"file", options.out},
               {"programme", programme.id},
               {"quarter", quarter.text()},
               {"corrects",
                context.correcting ? nlohmann::ordered_json(context.correcting->number) : nlohmann::ordered_json()}});
    else
        fmt::print("{}: the return of {} for {}{}.\n", options.out, programme.id, quarter.text(),
                   context.correcting ? fmt::format(", to correct return {}", context.correcting->number) : "");
    return Status::done;
}

}  // namespace quarterdeck::cli
