#include "release/manifest.h"

#include <Poco/DigestStream.h>
#include <Poco/SHA2Engine.h>
#include <Poco/StreamCopier.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "refusal.h"

namespace quarterdeck::release {

namespace fs = std::filesystem;

namespace {

constexpr auto product = "Quarterdeck";

ReleasedFile describe(const fs::path& folder, const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    Poco::DigestOutputStream digest(engine);
    const auto bytes = static_cast<std::uint64_t>(Poco::StreamCopier::copyStream64(in, digest));
    digest.close();
    return {file.lexically_relative(folder).generic_string(), Poco::DigestEngine::digestToHex(engine.digest()), bytes};
}

}  // namespace

std::vector<ReleasedFile> released_files(const fs::path& folder) {
    std::vector<ReleasedFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(describe(folder, entry.path()));
    std::sort(files.begin(), files.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
    return files;
}

std::string manifest_text(const Manifest& manifest) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const ReleasedFile& file : manifest.files)
        files.push_back({{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    const nlohmann::ordered_json text{{"product", product},
                                      {"version", manifest.host_version},
                                      {"as_at", manifest.as_at.iso()},
                                      {"state", manifest.draft ? "draft" : "complete"},
                                      {"not_for_publication", manifest.not_for_publication},
                                      {"synthetic", manifest.synthetic},
                                      {"templates", manifest.templates},
                                      {"languages", manifest.languages},
                                      {"missing", manifest.missing},
                                      {"files", files}};
    return text.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::set<std::string> files_of_release(const fs::path& folder) {
    std::ifstream in(folder / "release.json", std::ios::binary);
    const auto text = nlohmann::json::parse(in, nullptr, false);
    std::set<std::string> paths;
    if (text.is_object() && text.value("product", nlohmann::json()) == product && text.contains("files") &&
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
