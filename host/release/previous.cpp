#include "release/previous.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "extract/sha256.h"
#include "refusal.h"
#include "release/manifest.h"

namespace quarterdeck::release {

namespace {

using nlohmann::json;

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in)
        throw Refusal(
            fmt::format("{}: can't be read. Name the directory of an earlier release with --previous.", file.string()));
    return text;
}

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& what) {
    throw Refusal(fmt::format("{}: {}. Name the directory of an earlier release, as it went out, with --previous.",
                              folder.string(), what));
}

std::string listed_sha256(const json& manifest, const std::string& path) {
    for (const json& file : manifest.value("files", json::array()))
        if (file.is_object() && file.value("path", "") == path) return file.value("sha256", "");
    return {};
}

}  // namespace

PreviousRelease read_previous(const std::filesystem::path& folder) {
    const json manifest = json::parse(read_whole(folder / manifest_name), nullptr, false);
    if (!manifest.is_object() || manifest.value("product", json()) != product_name)
        refuse(folder, "release.json isn't that of a release");
    try {
        if (manifest.at("not_for_publication").get<bool>()) refuse(folder, "small numbers aren't hidden in it");
        const std::string text = read_whole(folder / figures_name);
        if (extract::sha256(text) != listed_sha256(manifest, figures_name))
            refuse(folder, fmt::format("{} isn't the file that release.json lists", figures_name));
        PreviousRelease previous{.templates = manifest.at("templates"),
                                 .figures = disclosure::figures_from(text, (folder / figures_name).string())};
        previous.as_at = previous.figures.as_at;
        previous.edition = manifest.at("edition");
        return previous;
    } catch (const json::exception&) {
        refuse(folder, "release.json lacks what a release says of itself");
    }
}

}  // namespace quarterdeck::release
