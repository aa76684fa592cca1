#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "disclosure/published_figures.h"
#include "quarterdeck/period.h"

namespace quarterdeck::release {

/// What a directory that holds a release says of it.
struct PreviousRelease {
    Date as_at;
    int edition = 1;
    std::vector<std::string> templates;
    disclosure::PublishedFigures figures;
};

/// Throws `Refusal` when the directory holds no release, one whose small numbers aren't hidden, or one whose figures
/// aren't those that its release.json lists.
PreviousRelease read_previous(const std::filesystem::path& folder);

}  // namespace quarterdeck::release
