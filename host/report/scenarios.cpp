#include "report/scenarios.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "extract/sha256.h"
#include "quarterdeck/outlook/scenario.h"
#include "refusal.h"
#include "report/nearest.h"
#include "report/template_text.h"
#include "report/yaml_file.h"
#include "validate/values.h"

namespace quarterdeck::report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_scenarios = 20;
constexpr std::int64_t hundredth = outlook::lever_unit / 100;

struct Setting {
    std::string_view key;
    std::int64_t least;
    std::int64_t greatest;
};

constexpr Setting years{"years", 5, 10};
constexpr Setting runs{"runs", 100, 5'000};
constexpr Setting seed{"seed", 0, 999'999'999};

/// Fills the figures from one file.
class Reader {
public:
    Reader(const YamlFile& file, ScenarioFile& scenarios) : file_(file), scenarios_(scenarios) {}

    void read(int start_year) {
        const YamlNode& root = file_.root();
        file_.expect_keys(root, {"version", "years", "runs", "seed", "scenarios", "assumptions"});
        file_.required_text(root, "version", "the file of scenarios");
        add("scenario", outlook::settings_subject, "", "start_year", start_year * outlook::lever_unit);
        for (const Setting& setting : {years, runs, seed}) {
            const std::int64_t value = number(root, setting.key, setting.least, setting.greatest, outlook::lever_unit);
            add("scenario", outlook::settings_subject, "", setting.key, value);
        }
        const YamlNode* scenarios = root.find("scenarios");
        if (scenarios == nullptr) file_.refuse(root.line, "the file of scenarios lacks the key \"scenarios\".");
        const auto& items = file_.items(*scenarios, "scenarios");
        if (items.empty() || items.size() > most_scenarios)
            file_.refuse(scenarios->line, fmt::format("there must be from 1 to {} scenarios.", most_scenarios));
        for (const YamlNode& item : items) scenario(item);
        if (const YamlNode* assumptions = root.find("assumptions"))
            for (const YamlNode& item : file_.items(*assumptions, "assumptions")) assumption(item);
    }

private:
    void assumption(const YamlNode& node) {
        file_.expect_keys(node, {"id", "programme", "low", "central", "high", "source"});
        const std::string id = file_.required_text(node, "id", "an assumption");
        const std::vector<std::string> known(outlook::assumption_ids.begin(), outlook::assumption_ids.end());
        if (std::find(known.begin(), known.end(), id) == known.end())
            file_.refuse(node.find("id")->line, fmt::format("there is no assumption called \"{}\"{} There are {}.", id,
                                                            nearest_hint(id, known), join(known)));
        const YamlNode* programme = node.find("programme");
        const std::string of = programme == nullptr ? "" : file_.required_text(node, "programme", "an assumption");
        if (programme != nullptr) scenarios_.programmes.emplace(of, programme->line);
        if (!assumed_.insert(of + "/" + id).second)
            file_.refuse(node.line, fmt::format("the assumption \"{}\" stands twice for the same programmes.", id));
        const bool change = id == outlook::participation || id == outlook::activity || id == outlook::productivity;
        std::int64_t before = std::numeric_limits<std::int64_t>::min();
        for (const char* end : {"low", "central", "high"}) {
            const std::int64_t value = number(node, end, change ? -50 : 0, change ? 50 : 100, hundredth);
            if (value < before)
                file_.refuse(
                    node.find(end)->line,
                    fmt::format("\"{}\" is below the number before it; expected low, central and high in order.", end));
            add("assumption", of, id, end, before = value);
        }
        const Text source = read_required_text(file_, node, "source", "an assumption");
        add("assumption_source", of + "/" + id, source.en, source.cy, outlook::lever_unit);
    }

    void scenario(const YamlNode& node) {
        file_.expect_keys(node, {"id", "title", "changes", "programmes"});
        const std::string id = file_.required_text(node, "id", "a scenario");
        const bool plain = id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
        if (!plain || id == outlook::settings_subject)
            file_.refuse(node.find("id")->line,
                         fmt::format("the id \"{}\" must be made of lower-case letters, digits and underscores, and "
                                     "not be \"{}\".",
                                     id, outlook::settings_subject));
        if (!ids_.insert(id).second) file_.refuse(node.line, fmt::format("the scenario \"{}\" stands twice.", id));
        const Text title = read_required_text(file_, node, "title", "a scenario");
        add("scenario_title", id, title.en, title.cy, static_cast<std::int64_t>(ids_.size()) * outlook::lever_unit);
        if (const YamlNode* changes = node.find("changes")) levers(*changes, id, "");
        if (const YamlNode* programmes = node.find("programmes"))
            for (std::size_t i = 0; i < programmes->keys.size(); ++i) {
                scenarios_.programmes.emplace(programmes->keys[i], programmes->children[i].line);
                levers(programmes->children[i], id, programmes->keys[i]);
            }
    }

    void levers(const YamlNode& node, const std::string& scenario, const std::string& programme) {
        std::vector<std::string> known;
        known.reserve(outlook::levers.size());
        for (const outlook::Lever& lever : outlook::levers) known.emplace_back(lever.id);
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const std::string& lever = node.keys[i];
            if (std::find(known.begin(), known.end(), lever) == known.end())
                file_.refuse(node.children[i].line, fmt::format("there is nothing called \"{}\" to change{} A scenario "
                                                                "can change {}.",
                                                                lever, nearest_hint(lever, known), join(known)));
            const bool points = lever.ends_with("_points");
            add("scenario", scenario, programme, lever,
                number(node, lever, points ? -50 : 0, points ? 50 : 1'000, hundredth));
        }
    }

    static std::string join(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

    /// In 1/100,000; a multiple of `step`.
    std::int64_t number(const YamlNode& map, std::string_view key, std::int64_t least, std::int64_t greatest,
                        std::int64_t step) const {
        const std::string text = file_.required_text(map, key, "the file of scenarios");
        const auto value = validate::read_decimal(text);
        if (!value || value->rounded || value->value < least * outlook::lever_unit ||
            value->value > greatest * outlook::lever_unit || value->value % step != 0)
            file_.refuse(map.find(key)->line,
                         fmt::format("\"{}\" is \"{}\"; expected a number from {} to {}{}.", key, text, least, greatest,
                                     step == hundredth ? " with at most two decimals" : ", whole"));
        return value->value;
    }

    void add(std::string_view series, std::string_view subject, std::string_view provider, std::string_view stage,
             std::int64_t value) {
        scenarios_.figures.push_back(
            {std::string(series), std::string(subject), std::string(provider), {}, std::string(stage), value, true});
    }

    const YamlFile& file_;
    ScenarioFile& scenarios_;
    std::set<std::string> ids_;
    std::set<std::string> assumed_;  ///< "programme/id"
};

}  // namespace

std::optional<ScenarioFile> ScenarioFile::read(const fs::path& folder, int start_year) {
    const fs::path path = folder / "scenarios.yaml";
    std::error_code error;
    if (!fs::exists(path, error)) return std::nullopt;
    const std::string name = folder.filename().string() + "/scenarios.yaml";
    const YamlFile file = YamlFile::read(path, name);
    ScenarioFile scenarios;
    Reader(file, scenarios).read(start_year);
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    scenarios.file = {name, extract::sha256(text), text.size(), scenarios.figures.size()};
    return scenarios;
}

void expect_programmes(const ScenarioFile& scenarios, const std::vector<std::string>& known) {
    for (const auto& [programme, line] : scenarios.programmes)
        if (std::find(known.begin(), known.end(), programme) == known.end())
            throw Refusal(fmt::format("{}, line {}: no plugin has a programme called \"{}\"{} There are {}.",
                                      scenarios.file.path, line, programme, nearest_hint(programme, known),
                                      fmt::join(known, ", ")));
}

std::optional<ScenarioFile> scenarios_of(const std::vector<TemplateFolder>& designs, int start_year) {
    std::optional<ScenarioFile> found;
    for (const TemplateFolder& design : designs) {
        std::optional<ScenarioFile> own = ScenarioFile::read(design.folder, start_year);
        if (found && own && own->file.sha256 != found->file.sha256)
            throw Refusal(
                fmt::format("{} and {} differ, and the templates of one release share their scenarios. Make "
                            "them alike, or make two releases.",
                            found->file.path, own->file.path));
        if (!found) found = std::move(own);
    }
    return found;
}

void pass_on(const std::optional<ScenarioFile>& scenarios, snapshot::Input& input) {
    std::erase_if(input.published, [](const snapshot::SeriesFigure& figure) {
        return figure.series == "scenario" || figure.series == "scenario_title" || figure.series == "assumption" ||
               figure.series == "assumption_source";
    });
    if (!scenarios) return;
    input.published.insert(input.published.end(), scenarios->figures.begin(), scenarios->figures.end());
    const auto after = std::find_if(input.files.begin(), input.files.end(),
                                    [&](const auto& file) { return file.path > scenarios->file.path; });
    input.files.insert(after, scenarios->file);
}

}  // namespace quarterdeck::report
