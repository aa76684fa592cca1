#include "snapshot/directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "extract/text_file.h"
#include "extract/workbook.h"
#include "refusal.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> input_files(const fs::path& directory, const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    if (!fs::exists(directory / folder, error)) return files;
    for (fs::directory_iterator entry(directory / folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const fs::path plain = extract::is_packed(name) ? entry->path().stem() : entry->path().filename();
        // Excel puts a file of its own, ~$NAME, beside a workbook that is open.
        if (name.starts_with('.') || name.starts_with("~$")) continue;
        if (validate::same_word(plain.extension().string(), ".csv") || extract::is_workbook(name))
            files.push_back(fmt::format("{}/{}", folder, name));
    }
    if (error)
        throw Refusal(fmt::format("{}: the folder can't be listed ({}).\nCheck its permissions.",
                                  (directory / folder).string(), error.message()));
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

DirectoryListing list_directory(const fs::path& directory) {
    std::error_code error;
    if (!fs::is_directory(directory, error))
        throw Refusal(
            fmt::format("{} is not a directory; expected one that holds assignments/*.csv.\n"
                        "Check the path given as data directory.",
                        directory.string()));
    DirectoryListing listing;
    listing.assignments = input_files(directory, "assignments");
    listing.subjective_codes = input_files(directory, "subjective_codes");
    listing.establishment = input_files(directory, "establishment");
    listing.training = input_files(directory, "training");
    listing.published = input_files(directory, "published");
    listing.dataset = fs::exists(directory / "dataset.yaml", error);
    return listing;
}

}  // namespace quarterdeck::snapshot
