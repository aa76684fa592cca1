#pragma once

#include <map>
#include <string>

#include "render/html_shape.h"

namespace quarterdeck::render {

struct MustacheFile {
    std::string name;  ///< as messages call it
    std::string text;
};

/// Follows every tag of a page and of the partials that it reaches. Throws `Refusal` as `PageTemplate::read` says.
void check_mustache(const MustacheFile& page, const std::map<std::string, std::string>& partials, const Shape& shape);

}  // namespace quarterdeck::render
