#include "cli/returns_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "extract/mapped_file.h"
#include "extract/sha256.h"
#include "refusal.h"

namespace quarterdeck::cli {

namespace {

constexpr std::size_t faults_shown = 50;
constexpr std::size_t largest_file = std::size_t{16} << 20;

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

void write_form(const std::filesystem::path& path, const std::string& bytes) {
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
            "{}: it can't be written. Check that the folder exists, that you may write there, and that there "
            "is room.",
            path.string()));
    }
}

FormFile read_form_file(const std::string& path) {
    try {
        const extract::MappedFile file(path);
        if (file.bytes().size() > largest_file)
            throw Refusal(
                fmt::format("the file has {} bytes; expected at most {}.", file.bytes().size(), largest_file));
        FormFile source{returns::read_cells(file.bytes()), extract::sha256(file.bytes())};
        if (file.changed()) throw Refusal("the file changed while it was read. Import it again.");
        return source;
    } catch (const Refusal& refusal) {
        throw Refusal(fmt::format("{}: {}", path, refusal.what()));
    } catch (const std::runtime_error& error) {
        throw Refusal(fmt::format("{}: the file can't be read: {}.", path, error.what()));
    }
}

returns::FormOrigin read_origin(const ReturnsOptions& options, const returns::Cells& cells, returns::Form::Kind kind) {
    returns::FormOrigin origin;
    try {
        origin = returns::form_origin(cells);
    } catch (const Refusal& refusal) {
        throw Refusal(fmt::format("{}: {}", options.file, refusal.what()));
    }
    if (origin.kind != kind)
        throw Refusal(kind == returns::Form::Kind::a_return
                          ? options.file +
                                ": this workbook holds a return's translation. Take it in with `quarterdeck returns "
                                "translate import`."
                          : options.file +
                                ": this workbook is a return, not a translation. Take it in with `quarterdeck returns "
                                "import`.");
    if (!options.quarter.empty() && quarter_of(options.quarter) != origin.quarter)
        throw Refusal(fmt::format("{}: this is the return for {}; expected the one for {}.", options.file,
                                  origin.quarter.text(), options.quarter));
    if (!options.programme.empty() && options.programme != origin.programme)
        throw Refusal(fmt::format("{}: this is the return of {}; expected that of {}.", options.file, origin.programme,
                                  options.programme));
    return origin;
}

Status refuse_form(const ReturnsOptions& options, const std::vector<returns::Fault>& faults) {
    if (options.json) {
        Json list = Json::array();
        for (const returns::Fault& fault : faults)
            list.push_back(
                {{"file", options.file}, {"sheet", fault.sheet}, {"cell", fault.cell}, {"what", fault.what}});
        print({{"taken", false}, {"faults", list}});
        return Status::refused;
    }
    for (std::size_t i = 0; i < std::min(faults.size(), faults_shown); ++i)
        fmt::print(stderr, "{}\n", returns::fault_text(options.file, faults[i]));
    if (faults.size() > faults_shown) fmt::print(stderr, "… and {} more.\n", faults.size() - faults_shown);
    fmt::print(stderr, "Nothing was taken from this workbook. Mend it and import it again.\n");
    return Status::refused;
}

}  // namespace quarterdeck::cli
