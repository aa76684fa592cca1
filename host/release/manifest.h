#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "quarterdeck/period.h"

namespace quarterdeck::release {

inline constexpr auto product_name = "Quarterdeck";
inline constexpr auto manifest_name = "release.json";
inline constexpr auto figures_name = "published-figures.json";

/// A finished file of a release.
struct ReleasedFile {
    std::string path;  ///< relative, with `/`
    std::string sha256;
    std::uint64_t bytes = 0;
};

/// What release.json says. Holds no clock time and no path of the machine.
struct Manifest {
    std::string host_version;
    Date as_at;
    std::vector<std::string> templates;
    std::vector<std::string> languages;
    std::string state;      ///< "draft", "approved" or "issued"
    std::string audience;   ///< "restricted", "group" or "public"
    std::string embargo{};  ///< date and time before which nothing of it may be made known; empty: none
    int edition = 1;
    bool history = true;  ///< releases before it were taken into account, or there were none
    bool complete = true;
    bool not_for_publication = false;
    bool synthetic = false;
    std::vector<std::string> missing;  ///< what isn't in the release, a sentence each
    std::vector<ReleasedFile> files;   ///< by path
};

/// The text of release.json.
std::string manifest_text(const Manifest& manifest);

/// The paths that a release's release.json lists. Throws `Refusal` when it isn't one.
std::set<std::string> files_of_release(const std::filesystem::path& folder);

}  // namespace quarterdeck::release
