#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/finished/page_chart.h"

namespace quarterdeck::audit {

/// The rows of a table as a page or sheet shows them, each with all of its cells; headings of columns and groups are
/// left out.
using ShownRows = std::vector<std::vector<std::string>>;

/// What a page shows under the anchors of its blocks.
struct ReadPage {
    std::map<std::string, ShownRows> tables;
    std::map<std::string, std::vector<PageChart>> charts;  ///< pictures with their names
};

/// The first table after each element with one of these ids, as a browser would read the page, and all pictures until
/// the next of these elements. Without a table until then, an id has none in the result.
ReadPage read_page(std::string_view html, const std::vector<std::string>& ids);

}  // namespace quarterdeck::audit
