#include "disclosure/solver_link.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string_view>

namespace quarterdeck::disclosure {
namespace {

bool send_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) return false;
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool receive_all(int descriptor, char* into, std::size_t size) {
    while (size > 0) {
        const ssize_t got = ::recv(descriptor, into, size, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        into += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace

bool send_text(int descriptor, const std::string& text) {
    const std::uint64_t size = text.size();
    std::string head(sizeof size, '\0');
    std::memcpy(head.data(), &size, sizeof size);
    return send_all(descriptor, head) && send_all(descriptor, text);
}

std::optional<std::string> receive_text(int descriptor) {
    std::uint64_t size = 0;
    if (!receive_all(descriptor, reinterpret_cast<char*>(&size), sizeof size)) return std::nullopt;
    try {
        std::string text(size, '\0');
        if (!receive_all(descriptor, text.data(), text.size())) return std::nullopt;
        return text;
    } catch (const std::bad_alloc&) {
        return std::nullopt;
    } catch (const std::length_error&) {
        return std::nullopt;
    }
}

}  // namespace quarterdeck::disclosure
