#include "register/place.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>
#include <fmt/format.h>

#include "refusal.h"

namespace quarterdeck::returns {

namespace {

constexpr auto understood =
    "expected the path of a file, for instance returns.sqlite, or sqlite:///path with an absolute path";

std::string url_path(const std::string& place) {
    try {
        const Poco::URI url(place);
        if (url.getScheme() == "sqlite" && url.getAuthority().empty() && url.getRawQuery().empty() &&
            url.getFragment().empty() && url.getPath().size() > 1)
            return url.getPath();
    } catch (const Poco::SyntaxException&) {
        // Told below, like every other place that isn't understood.
    }
    throw Refusal(fmt::format("The register {} can't be opened: {}.", place, understood));
}

}  // namespace

std::filesystem::path register_path(const std::string& place) {
    const std::string path = place.find("://") == std::string::npos ? place : url_path(place);
    if (path.empty() || path.find('\0') != std::string::npos)
        throw Refusal(fmt::format("The register has no place: {}.", understood));
    return std::filesystem::absolute(path).lexically_normal();
}

}  // namespace quarterdeck::returns
