#include "render/html_template.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <sstream>
#include <stdexcept>

#include "refusal.h"
#include "render/mustache_check.h"

namespace quarterdeck::render {
namespace {

namespace fs = std::filesystem;
namespace mustache = kainjow::mustache;

/// Empty texts become "no", so that a section shows whether there is a text.
mustache::data mustache_data(const nlohmann::json& value) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return text.empty() ? mustache::data(false) : mustache::data(text);
    }
    if (value.is_boolean()) return mustache::data(value.get<bool>());
    if (value.is_number()) return mustache::data(value.dump());
    if (value.is_array()) {
        mustache::list items;
        for (const nlohmann::json& item : value) items.push_back(mustache_data(item));
        return mustache::data(items);
    }
    mustache::data object;
    for (const auto& [name, member] : value.items()) object[name] = mustache_data(member);
    return object;
}

std::string read_text(const fs::path& path, const std::string& name) {
    std::ifstream in(path, std::ios::binary);
    std::error_code none;
    if (!in || fs::is_directory(path, none))
        throw Refusal(fmt::format("{}: the file can't be read. It must be there, and be readable.", name));
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Looks partials up by themselves: a name in the data can't be taken for one.
class PageContext : public mustache::context<std::string> {
public:
    PageContext(const mustache::data& values, const std::map<std::string, std::string>& partials) : context(&values) {
        for (const auto& [name, text] : partials) partials_.emplace(name, mustache::data(text));
    }
    const mustache::data* get_partial(const std::string& name) const override {
        const auto found = partials_.find(name);
        return found == partials_.end() ? nullptr : &found->second;
    }

private:
    std::map<std::string, mustache::data> partials_;
};

}  // namespace

PageTemplate PageTemplate::read(const fs::path& folder, const fs::path& partials, const Shape& shape) {
    PageTemplate page;
    const std::string name = folder.filename().string() + "/page.mustache";
    page.page_ = read_text(folder / "page.mustache", name);
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(partials, error))
        if (entry.path().extension() == ".mustache")
            page.partials_.emplace(entry.path().stem().string(),
                                   read_text(entry.path(), "partials/" + entry.path().filename().string()));
    check_mustache({name, page.page_}, page.partials_, shape);
    return page;
}

std::string PageTemplate::render(const nlohmann::json& data) const {
    const mustache::data values = mustache_data(data);
    PageContext context(values, partials_);
    mustache::mustache page(page_);
    std::ostringstream out;
    page.render(context, out);
    if (!page.is_valid()) throw std::logic_error("a checked template can't be rendered: " + page.error_message());
    return std::move(out).str();
}

}  // namespace quarterdeck::render
