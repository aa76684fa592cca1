#include "markup.h"

#include <gtest/gtest.h>

#include <set>

namespace quarterdeck::testing {

std::vector<Element> elements_of(const std::string& page) {
    static const std::set<std::string> empty_elements{"meta", "link", "br", "img", "hr", "wbr"};
    std::vector<Element> elements;
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
        const std::size_t end = page.find('>', at);
        if (end == std::string::npos) {
            ADD_FAILURE() << "a tag doesn't end";
            return elements;
        }
        const std::string tag = page.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with('!')) continue;
        if (tag.starts_with('/')) {
            if (open.empty() || open.back() != tag.substr(1)) {
                ADD_FAILURE() << "</" << tag.substr(1) << "> closes " << (open.empty() ? "nothing" : open.back());
                return elements;
            }
            open.pop_back();
            continue;
        }
        const std::size_t blank = tag.find(' ');
        const std::string name = tag.substr(0, blank);
        elements.push_back(
            {name, blank == std::string::npos ? "" : tag.substr(blank), page.substr(at, page.find('<', at) - at)});
        if (!empty_elements.contains(name)) open.push_back(name);
    }
    EXPECT_TRUE(open.empty()) << open.back() << " is left open";
    return elements;
}

std::string attribute(const Element& element, const std::string& name) {
    const std::string start = " " + name + "=\"";
    const std::size_t at = element.attributes.find(start);
    if (at == std::string::npos) return {};
    const std::size_t value = at + start.size();
    return element.attributes.substr(value, element.attributes.find('"', value) - value);
}

}  // namespace quarterdeck::testing
