#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::audit {

/// The rows of a table as a page or sheet shows them, each with all of its cells; headings of columns and groups are
/// left out.
using ShownRows = std::vector<std::vector<std::string>>;

/// The first table after each element with one of these ids, as a browser would read the page. Without a table until
/// the next of these elements, an id isn't in the result.
std::map<std::string, ShownRows> tables_of_page(std::string_view html, const std::vector<std::string>& ids);

}  // namespace quarterdeck::audit
