#include "register/place.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "refusal.h"

namespace quarterdeck::returns {

namespace {

constexpr auto understood =
    "expected the path of a file, for instance returns.sqlite; sqlite:///path with an absolute path; or "
    "postgresql://user@host:port/database";

/// The text without what may be a password.
std::string without_user_info(const std::string& text) {
    const std::size_t scheme = text.find("://");
    const std::size_t at = text.rfind('@');
    if (scheme == std::string::npos || at == std::string::npos || at < scheme) return text;
    return text.substr(0, scheme + 3) + "…" + text.substr(at);
}

[[noreturn]] void refuse_place(const std::string& text) {
    throw Refusal(fmt::format("The register {} can't be opened: {}.", without_user_info(text), understood));
}

bool plain(const std::string& name) {
    return std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("._-:").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

ServerPlace server(const std::string& text, const Poco::URI& url) {
    const std::string& user = url.getUserInfo();
    if (user.find(':') != std::string::npos)
        throw Refusal(
            fmt::format("The register {} has a password in its URL, where other people can read it. Leave it out, and "
                        "set PGPASSWORD or write it into ~/.pgpass.",
                        without_user_info(text)));
    ServerPlace place{.host = url.getHost(),
                      .port = url.getPort() == 0 ? "" : std::to_string(url.getPort()),
                      .user = user,
                      .database = url.getPath().empty() ? "" : url.getPath().substr(1)};
    if (place.database.empty() || !plain(place.database) || !plain(place.host) || !plain(place.user))
        refuse_place(text);
    return place;
}

Place url_place(const std::string& text) {
    try {
        const Poco::URI url(text);
        if (!url.getRawQuery().empty() || !url.getFragment().empty()) refuse_place(text);
        if (url.getScheme() == "sqlite" && url.getAuthority().empty() && url.getPath().size() > 1)
            return FilePlace{std::filesystem::path(url.getPath()).lexically_normal()};
        if (url.getScheme() == "postgresql" || url.getScheme() == "postgres") return server(text, url);
    } catch (const Poco::SyntaxException&) {
        // Told below, like every other place that isn't understood.
    }
    refuse_place(text);
}

}  // namespace

Place read_place(const std::string& text) {
    if (text.find("://") != std::string::npos) return url_place(text);
    if (text.empty() || text.find('\0') != std::string::npos)
        throw Refusal(fmt::format("The register has no place: {}.", understood));
    return FilePlace{std::filesystem::absolute(text).lexically_normal()};
}

std::string shown(const Place& place) {
    if (const auto* file = std::get_if<FilePlace>(&place)) return file->path.string();
    const auto& server = std::get<ServerPlace>(place);
    return fmt::format("postgresql://{}{}{}{}/{}", server.user, server.user.empty() ? "" : "@", server.host,
                       server.port.empty() ? "" : ":" + server.port, server.database);
}

}  // namespace quarterdeck::returns
