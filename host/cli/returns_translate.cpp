#include <fmt/format.h>

#include <filesystem>

#include "cli/places.h"
#include "cli/returns_form.h"
#include "cli/returns_options.h"
#include "refusal.h"
#include "register/form/translation_form.h"
#include "register/form/workbook_form.h"

namespace quarterdeck::cli {

namespace {

/// What is translated: a programme's latest return of a quarter.
struct Subject {
    returns::Return content;
    returns::Reported reported;
    returns::Form form;
};

Subject subject_of(const ReturnsOptions& options, const returns::Register& filed, const std::string& programme_id,
                   const returns::Quarter& quarter) {
    const plugins::Fleet fleet = fleet_of(options);
    const Programme& programme = programme_of(fleet, programme_id);
    const std::optional<returns::Return> latest = filed.latest(programme.id, quarter);
    if (!latest)
        throw Refusal(
            fmt::format("{} has not returned for {}; there is nothing to translate.", programme.id, quarter.text()));
    const report::Locale locale = report::Locale::read(chosen_templates(options.design) / "locale");
    Subject subject{*latest, filed.reported(quarter), {}};
    subject.form = returns::translation_form(programme.title, subject.content, subject.reported, locale);
    return subject;
}

/// Texts of the return that have no translation yet, or none that was reviewed.
std::size_t unreviewed(const Subject& subject) {
    std::size_t count = 0;
    for (const returns::FormRow& row : subject.form.sheets.front().rows) {
        const auto& source = std::get<std::string>(row.values[2]);
        const returns::KnownTranslation* known = subject.reported.translation(subject.content.programme, source);
        if (known == nullptr || !known->reviewed) ++count;
    }
    return count;
}

}  // namespace

Status export_translation(const ReturnsOptions& options) {
    const returns::Quarter quarter = quarter_of(options.quarter);
    const returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::refuse);
    const Subject subject = subject_of(options, filed, options.programme, quarter);
    const std::size_t texts = subject.form.sheets.front().rows.size();
    const std::size_t open = unreviewed(subject);
    write_form(options.out, returns::form_workbook(subject.form));
    if (options.json)
        print({{"file", options.out},
               {"programme", subject.content.programme},
               {"quarter", quarter.text()},
               {"into", language_code(subject.form.language)},
               {"texts", texts},
               {"not_reviewed", open}});
    else
        fmt::print("{}: {} {} of {} for {}, to be translated into {}; {} without a reviewed translation.\n",
                   options.out, texts, texts == 1 ? "text" : "texts", subject.content.programme, quarter.text(),
                   subject.form.language == Language::welsh ? "Welsh" : "English", open);
    return Status::done;
}

Status import_translation(const ReturnsOptions& options) {
    const Date day = day_of(options);
    const FormFile source = read_form_file(options.file);
    const returns::FormOrigin origin = read_origin(options, source.cells, returns::Form::Kind::translation);
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::refuse);
    const Subject subject = subject_of(options, filed, origin.programme, origin.quarter);
    if (origin.definitions_sha256 != subject.form.definitions_sha256 || origin.language != subject.form.language)
        throw Refusal(fmt::format(
            "{}: {} corrected its return for {} after its texts were exported. Export them again with `quarterdeck "
            "returns translate export`; what was translated before is filled in.",
            options.file, origin.programme, origin.quarter.text()));

    const returns::FilledForm filled = returns::read_form(source.cells, subject.form);
    if (!filled.faults.empty()) return refuse_form(options, filled.faults);
    const returns::Translation translation{.programme = origin.programme,
                                           .quarter = origin.quarter,
                                           .into = origin.language,
                                           .reviewed_by = options.by,
                                           .on = day,
                                           .source_file = std::filesystem::path(options.file).filename().string(),
                                           .source_sha256 = source.sha256,
                                           .texts = returns::translated_texts(filled)};
    if (translation.texts.empty())
        throw Refusal(fmt::format("{}: no text was translated yet. Fill in the column of translations.", options.file));
    const std::int64_t number = filed.append(translation);
    const std::size_t missing = filled.sheets.front().rows.size() - translation.texts.size();
    if (options.json)
        print({{"taken", true},
               {"number", number},
               {"programme", origin.programme},
               {"quarter", origin.quarter.text()},
               {"texts", translation.texts.size()},
               {"missing", missing},
               {"reviewed_by", options.by},
               {"source_sha256", source.sha256}});
    else
        fmt::print("Translation {} ({}, {}): {} {} taken from {}, {}.{}\n", number, origin.programme,
                   origin.quarter.text(), translation.texts.size(), translation.texts.size() == 1 ? "text" : "texts",
                   options.file,
                   translation.reviewed() ? "approved by " + options.by : "not reviewed yet (--reviewed-by)",
                   missing == 0 ? "" : fmt::format(" {} still without.", missing));
    return Status::done;
}

}  // namespace quarterdeck::cli
