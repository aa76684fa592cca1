#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "render/html_shape.h"

namespace quarterdeck::render {

/// A page's Mustache file and the partials that it uses, checked against the names that there are.
class PageTemplate {
public:
    /// Reads `folder/page.mustache` and what it needs of `partials`. Throws `Refusal` with file and line for: a file
    /// that can't be read, a tag or section left open, an unknown name or partial (with the nearest right one), a
    /// partial within itself, changed delimiters, and text written unescaped where the host didn't make it markup.
    static PageTemplate read(const std::filesystem::path& folder, const std::filesystem::path& partials,
                             const Shape& shape);

    /// The page. The data must have the shape that the files were checked against.
    std::string render(const nlohmann::json& data) const;

private:
    std::string page_;
    std::map<std::string, std::string> partials_;
};

}  // namespace quarterdeck::render
