#include "warehouse/place.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>

#include "refusal.h"

namespace quarterdeck::warehouse {

namespace {

constexpr auto understood =
    "expected postgresql://user@host:port/database, or clickhouse://user@host:port/database, with the servers of all "
    "shards separated by commas and ?cluster=name where there are several";

/// The text without what may be a password.
std::string without_user(const std::string& text) {
    const std::size_t scheme = text.find("://");
    const std::size_t at = text.rfind('@');
    if (scheme == std::string::npos || at == std::string::npos || at < scheme) return text;
    return text.substr(0, scheme + 3) + "…" + text.substr(at);
}

[[noreturn]] void refuse(const std::string& text) {
    throw Refusal(fmt::format("The warehouse {} isn't understood: {}.", without_user(text), understood));
}

bool plain(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("._-").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

/// The text up to a separator, which is taken away with it; all of it where there is none.
std::string take_until(std::string& text, char separator) {
    const std::size_t end = text.find(separator);
    std::string taken = text.substr(0, end);
    text = end == std::string::npos ? std::string() : text.substr(end + 1);
    return taken;
}

std::vector<Place::Server> servers_of(std::string list, const std::string& url) {
    std::vector<Place::Server> servers;
    do {
        std::string one = take_until(list, ',');
        Place::Server server;
        server.host = take_until(one, ':');
        server.port = one;
        const bool digits =
            std::all_of(server.port.begin(), server.port.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
        if (!plain(server.host) || !digits || server.port.size() > 5) refuse(url);
        servers.push_back(std::move(server));
    } while (!list.empty());
    return servers;
}

}  // namespace

bool is_url(std::string_view text) {
    return text.find("://") != std::string_view::npos;
}

Place read_place(const std::string& text) {
    Place place;
    std::string rest = text;
    const std::string scheme = take_until(rest, ':');
    if (scheme == "clickhouse")
        place.kind = Place::Kind::clickhouse;
    else if (scheme != "postgresql" && scheme != "postgres")
        refuse(text);
    if (!rest.starts_with("//")) refuse(text);
    rest = rest.substr(2);
    if (const std::size_t at = rest.rfind('@'); at != std::string::npos) {
        place.user = rest.substr(0, at);
        rest = rest.substr(at + 1);
        if (place.user.find(':') != std::string::npos)
            throw Refusal(fmt::format(
                "The warehouse {} has a password in its URL, where other people can read it. Leave it out, and set "
                "QUARTERDECK_PASSWORD or name a file that holds it in QUARTERDECK_PASSWORD_FILE.",
                without_user(text)));
    }
    std::string path = rest;
    std::string authority = take_until(path, '/');
    place.database = take_until(path, '?');
    if (!path.empty() && (place.kind != Place::Kind::clickhouse || !path.starts_with("cluster="))) refuse(text);
    if (!path.empty()) place.cluster = path.substr(std::string_view("cluster=").size());
    place.servers = servers_of(authority, text);
    if (place.database.empty() || !plain(place.user) || !plain(place.database) || !plain(place.cluster)) refuse(text);
    const bool one = place.servers.size() == 1;
    if (!one && place.cluster.empty()) refuse(text);
    if (place.kind == Place::Kind::clickhouse &&
        std::any_of(place.servers.begin(), place.servers.end(), [](const auto& each) { return each.host.empty(); }))
        refuse(text);
    return place;
}

std::string shown(const Place& place) {
    std::string servers;
    for (const Place::Server& server : place.servers)
        servers += (servers.empty() ? "" : ",") + server.host + (server.port.empty() ? "" : ":" + server.port);
    return fmt::format("{}://{}{}{}/{}{}", place.kind == Place::Kind::postgresql ? "postgresql" : "clickhouse",
                       place.user, place.user.empty() ? "" : "@", servers, place.database,
                       place.cluster.empty() ? "" : "?cluster=" + place.cluster);
}

std::string password() {
    if (const char* given = std::getenv("QUARTERDECK_PASSWORD"); given != nullptr && *given != '\0') return given;
    const char* named = std::getenv("QUARTERDECK_PASSWORD_FILE");
    if (named == nullptr || *named == '\0') return {};
    struct stat status {};
    std::ifstream file(named);
    std::string line;
    if (!file || ::stat(named, &status) != 0 || !std::getline(file, line))
        throw Refusal(
            fmt::format("{}: the password can't be read. Check the file that QUARTERDECK_PASSWORD_FILE names.", named));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw Refusal(fmt::format("{}: others may read this password. Keep the file to yourself (chmod 600).", named));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

}  // namespace quarterdeck::warehouse
