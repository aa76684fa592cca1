#pragma once

#include <string>
#include <vector>

namespace quarterdeck::testing {

struct Element {
    std::string name;
    std::string attributes;  ///< as written
    std::string text;        ///< up to the next tag
};

/// Every start tag of a page in its order. Fails the test where tags don't nest.
std::vector<Element> elements_of(const std::string& page);

/// The value of an attribute; empty when the element has none.
std::string attribute(const Element& element, const std::string& name);

}  // namespace quarterdeck::testing
