#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/places.h"
#include "cli/returns_form.h"
#include "cli/returns_options.h"
#include "refusal.h"
#include "register/form/form_return.h"

namespace quarterdeck::cli {

namespace {

/// A return is read against the definitions that it was issued with; they must still hold.
void expect_same_definitions(const ReturnsOptions& options, const returns::FormOrigin& origin,
                             const returns::Definitions& now, const returns::Register& filed) {
    if (origin.definitions_sha256 == now.sha256()) return;
    std::string changed = "its definitions aren't in the register";
    for (const returns::Definitions& kept : filed.definitions(origin.programme)) {
        if (kept.sha256() != origin.definitions_sha256) continue;
        std::vector<std::string> ids;
        for (const returns::DefinitionChange& change : returns::changes(kept, now))
            if (ids.empty() || ids.back() != change.id) ids.push_back(change.id);
        changed = "since then the plan changed at " + first_of(ids);
    }
    throw Refusal(
        fmt::format("{}: the return was issued for another version of the plan; {}. Issue it again with `quarterdeck "
                    "returns issue`, and copy the answers over.",
                    options.file, changed));
}

std::vector<std::string> metrics_of(const Programme& programme) {
    std::vector<std::string> names;
    for (const Metric& metric : programme.metrics) {
        for (const Measure& measure : metric.query.measures) names.push_back(metric.id + "/" + measure.id);
        for (const Formula& formula : metric.formulas) names.push_back(metric.id + "/" + formula.id);
    }
    return names;
}

std::vector<std::string> not_returned(const returns::Return& taken, const Programme& programme) {
    std::vector<std::string> missing;
    for (const Action& action : programme.actions)
        if (action.kind == Action::Kind::action &&
            std::none_of(taken.entries.begin(), taken.entries.end(),
                         [&](const returns::Entry& entry) { return entry.action_id == action.id; }))
            missing.push_back(action.id);
    return missing;
}

void print_taken(const ReturnsOptions& options, const returns::Return& taken,
                 const std::optional<returns::Return>& earlier, const std::vector<std::string>& missing) {
    if (options.json)
        return print({{"taken", true},
                      {"number", taken.number},
                      {"programme", taken.programme},
                      {"quarter", taken.quarter.text()},
                      {"draft", taken.draft},
                      {"actions", taken.entries.size()},
                      {"not_returned", missing},
                      {"corrects", earlier ? Json(earlier->number) : Json()},
                      {"source_sha256", taken.source_sha256}});
    fmt::print("Return {} ({}, {}{}): {} {} taken from {}.\n", taken.number, taken.programme, taken.quarter.text(),
               taken.draft ? ", draft" : "", taken.entries.size(), taken.entries.size() == 1 ? "action" : "actions",
               options.file);
    if (earlier) fmt::print("It corrects return {}, which stays in the register.\n", earlier->number);
    if (!missing.empty()) fmt::print("Not returned: {}.\n", first_of(missing));
}

}  // namespace

Status import_return(const ReturnsOptions& options) {
    const Date day = day_of(options);
    const FormFile source = read_form_file(options.file);
    const returns::FormOrigin origin = read_origin(options, source.cells, returns::Form::Kind::a_return);
    const plugins::Fleet fleet = fleet_of(options);
    const Programme& programme = programme_of(fleet, origin.programme);
    const report::Locale locale = report::Locale::read(chosen_templates(options.design) / "locale");
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::refuse);
    const returns::FormContext context = form_context(fleet, programme, origin.quarter, origin.language, filed);
    expect_same_definitions(options, origin, context.definitions, filed);

    const returns::Form form = returns::new_form(context, locale);
    returns::FilledForm filled = returns::read_form(source.cells, form);
    returns::Return content =
        returns::return_of(filled, {context.reported, context.definitions, metrics_of(programme)}, filled.faults);
    if (!filled.faults.empty()) return refuse_form(options, filled.faults);

    content.programme = origin.programme;
    content.quarter = origin.quarter;
    content.submitted_on = day;
    content.source_file = std::filesystem::path(options.file).filename().string();
    content.source_sha256 = source.sha256;
    content.draft = options.draft;
    content.language = origin.language;
    content.definitions_sha256 = origin.definitions_sha256;
    content.number = filed.append(content);
    print_taken(options, content, context.correcting, not_returned(content, programme));
    return Status::done;
}

}  // namespace quarterdeck::cli
