#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "report/template_folder.h"

namespace quarterdeck::render {

/// Which names a page's Mustache files may use where. A name with members is a section to step into (once, or for
/// each of a list); a name without is a text, or a yes or no.
struct Shape {
    std::map<std::string, Shape> members;
    bool list = false;    ///< stepped into once for each item
    bool markup = false;  ///< made by the host as markup, to be written unescaped: {{{style}}}
};

/// A section with these texts and sections; `shape_list` is stepped into once for each item.
Shape shape_names(std::initializer_list<const char*> texts,
                  std::initializer_list<std::pair<const char*, Shape>> sections = {});
Shape shape_list(std::initializer_list<const char*> texts,
                 std::initializer_list<std::pair<const char*, Shape>> sections = {});

/// The names that every page has. `words` holds the sections `page` and `common` of the wording.
Shape frame_shape(const report::Locale& locale);

/// The names of a report's page.
Shape page_shape(const report::Locale& locale);

/// The names of a release's index.
Shape index_shape(const report::Locale& locale);

/// Throws `std::logic_error` naming the first place where the data holds other names than the shape: a name that
/// is missing in the data would silently be looked up further out.
void expect_shape(const nlohmann::json& data, const Shape& shape, const std::string& place = "page");

}  // namespace quarterdeck::render
