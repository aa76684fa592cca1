#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/template_folder.h"
#include "snapshot/input.h"

namespace quarterdeck::report {

/// What a template's `scenarios.yaml` says, as the series that `quarterdeck/outlook/scenario.h` describes.
struct ScenarioFile {
    std::vector<snapshot::SeriesFigure> figures;
    snapshot::SourceFile file;                      ///< its path begins with the template's name
    std::map<std::string, std::size_t> programmes;  ///< those that it names, each with the line that does so first

    /// Nothing where the template has no such file. Throws `Refusal` with file and line: a key that isn't known, a
    /// number out of range or with more than two decimals, a range out of order, an id twice, a language missing.
    static std::optional<ScenarioFile> read(const std::filesystem::path& folder, int start_year);
};

/// Throws `Refusal` with file and line when scenarios or assumptions name a programme that isn't among the known ones.
void expect_programmes(const ScenarioFile& scenarios, const std::vector<std::string>& known);

/// The scenarios of a release: those of the template that has some. Throws `Refusal` also where two templates have
/// files that differ.
std::optional<ScenarioFile> scenarios_of(const std::vector<TemplateFolder>& designs, int start_year);

/// Puts them among the published series, in place of whatever the data calls scenarios.
void pass_on(const std::optional<ScenarioFile>& scenarios, snapshot::Input& input);

}  // namespace quarterdeck::report
