#include "release/manifest.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "refusal.h"

namespace quarterdeck::release {

namespace fs = std::filesystem;

std::string manifest_text(const Manifest& manifest) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const ReleasedFile& file : manifest.files)
        files.push_back({{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    const nlohmann::ordered_json text{{"product", product_name},
                                      {"version", manifest.host_version},
                                      {"as_at", manifest.as_at.iso()},
                                      {"state", manifest.state},
                                      {"edition", manifest.edition},
                                      {"audience", manifest.audience},
                                      {"embargo", manifest.embargo},
                                      {"earlier_releases_taken_into_account", manifest.history},
                                      {"complete", manifest.complete},
                                      {"not_for_publication", manifest.not_for_publication},
                                      {"synthetic", manifest.synthetic},
                                      {"templates", manifest.templates},
                                      {"languages", manifest.languages},
                                      {"missing", manifest.missing},
                                      {"files", files}};
    return text.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::set<std::string> files_of_release(const fs::path& folder) {
    std::ifstream in(folder / manifest_name, std::ios::binary);
    const auto text = nlohmann::json::parse(in, nullptr, false);
    std::set<std::string> paths;
    if (text.is_object() && text.value("product", nlohmann::json()) == product_name && text.contains("files") &&
        text["files"].is_array()) {
        for (const auto& file : text["files"])
            if (file.is_object() && file.contains("path") && file["path"].is_string()) paths.insert(file["path"]);
        return paths;
    }
    throw Refusal(
        fmt::format("{}: release.json isn't that of a release, so nothing here is replaced. Name a directory "
                    "that is absent, empty or holds an earlier release with --out.",
                    folder.string()));
}

}  // namespace quarterdeck::release
