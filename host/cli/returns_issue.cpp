#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "cli/places.h"
#include "cli/returns_form.h"
#include "cli/returns_options.h"
#include "refusal.h"
#include "register/form/workbook_form.h"

namespace quarterdeck::cli {

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::error_code error;
    if (std::filesystem::exists(path, error))
        throw Refusal(
            fmt::format("{}: there is a file already, which may be filled in. Name another with --out, or move it.",
                        path.string()));
    const std::filesystem::path beside = path.string() + ".part";
    std::ofstream file(beside, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) std::filesystem::rename(beside, path, error);
    if (!file || error) {
        std::filesystem::remove(beside, error);
        throw Refusal(fmt::format(
            "{}: the return can't be written. Check that the folder exists, that you may write there, and that there "
            "is room.",
            path.string()));
    }
}

}  // namespace

returns::FormContext form_context(const plugins::Fleet& fleet, const Programme& programme,
                                  const returns::Quarter& quarter, Language language, const returns::Register& filed) {
    returns::FormContext context{.programme_title = programme.title,
                                 .definitions = definitions_of(programme),
                                 .others = {},
                                 .reported = filed.reported(quarter),
                                 .correcting = filed.latest(programme.id, quarter),
                                 .language = language};
    for (const plugins::LoadedPlugin& plugin : fleet.loaded())
        if (plugin.programme.id != programme.id) context.others.push_back(definitions_of(plugin.programme));
    return context;
}

Status issue_return(const ReturnsOptions& options) {
    const returns::Quarter quarter = quarter_of(options.quarter);
    const plugins::Fleet fleet = fleet_of(options);
    const Programme& programme = programme_of(fleet, options.programme);
    const report::Locale locale = report::Locale::read(chosen_templates(options.design) / "locale");
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::create);
    const Language language = options.language == "cy" ? Language::welsh : Language::english;
    const returns::FormContext context = form_context(fleet, programme, quarter, language, filed);
    write(options.out, returns::form_workbook(returns::new_form(context, locale)));
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
