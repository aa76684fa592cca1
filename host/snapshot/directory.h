#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quarterdeck::snapshot {

/// The input files of a data directory: paths relative to it, with `/`, sorted.
struct DirectoryListing {
    std::vector<std::string> assignments;
    std::vector<std::string> subjective_codes;
    std::vector<std::string> establishment;
    std::vector<std::string> training;
    std::vector<std::string> published;
    bool dataset = false;  ///< there is a dataset.yaml
};

/// Throws `Refusal` when the directory isn't one or can't be listed. Files other than CSV, plain or packed (.csv.gz),
/// and Excel workbooks, and those whose name begins with a full stop, are passed over.
DirectoryListing list_directory(const std::filesystem::path& directory);

}  // namespace quarterdeck::snapshot
