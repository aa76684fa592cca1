#include "render/index_page.h"

#include <algorithm>
#include <functional>

#include "render/html_page.h"

namespace quarterdeck::render {
namespace {

using nlohmann::json;
using Kind = ListedFile::Kind;

const char* kind_key(Kind kind) {
    switch (kind) {
        case Kind::page: return "index.kind.page";
        case Kind::workbook: return "index.kind.workbook";
        case Kind::csv: return "index.kind.csv";
        case Kind::metadata: return "index.kind.metadata";
        case Kind::record: return "index.kind.record";
    }
    return "index.kind.record";
}

json file_data(const ListedFile& file, const PageWords& words) {
    const auto kilobytes = static_cast<std::int64_t>((file.bytes + 1023) / 1024);
    const Language written = file.language.value_or(words.language());
    return {{"title", printable(file.title.in(written))},
            {"programme", words.in(file.programme)},
            {"href", printable(file.path)},
            {"kind", words(kind_key(file.kind))},
            {"lang", language_code(written)},
            {"language", file.language ? printable(words.locale().get("common.language_name", written)) : ""},
            {"size", words("index.size", {{"kilobytes", kilobytes}})},
            {"sha256", printable(file.sha256)}};
}

}  // namespace

std::string index_page(const report::Report& release, const std::vector<ListedFile>& files,
                       const report::TemplateFolder& folder, Language language) {
    const PageWords words(folder.locale, language);
    const auto group = [&](const char* id, bool has_programme, const std::function<bool(const ListedFile&)>& belongs) {
        json listed = json::array();
        for (const ListedFile& file : files)
            if (belongs(file)) listed.push_back(file_data(file, words));
        std::string heading = words(std::string("index.group.") + id);
        std::string region = words("table_region", {{"title", heading}});
        return json{{"id", id},
                    {"heading", std::move(heading)},
                    {"region_label", std::move(region)},
                    {"has_programme", has_programme},
                    {"files", std::move(listed)}};
    };
    json groups = json::array();
    groups.push_back(group("reports", false, [](const ListedFile& file) {
        return file.kind == Kind::page || file.kind == Kind::workbook;
    }));
    groups.push_back(group("data", true, [&](const ListedFile& file) {
        return (file.kind == Kind::csv || file.kind == Kind::metadata) && file.language == language;
    }));
    groups.push_back(group("records", false, [](const ListedFile& file) { return file.kind == Kind::record; }));
    groups.erase(std::remove_if(groups.begin(), groups.end(), [](const json& g) { return g.at("files").empty(); }),
                 groups.end());

    json data = page_frame(release, words);
    data["groups"] = std::move(groups);
    return rendered(std::move(data), index_shape(folder.locale), release, folder, words);
}

}  // namespace quarterdeck::render
