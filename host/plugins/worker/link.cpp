#include "plugins/worker/link.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace quarterdeck::plugins {

namespace {

constexpr std::uint64_t most_request_bytes = std::uint64_t{256} << 20;

}  // namespace

bool Link::read_all(char* into, std::size_t size) {
    while (size > 0) {
        const ssize_t got = recv(worker_descriptor, into, size, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        into += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<Link::Request> Link::receive() {
    std::string bytes(sizeof(FrameHeader), '\0');
    if (!read_all(bytes.data(), bytes.size())) return std::nullopt;
    const FrameHeader header = header_of(bytes);
    if (header.magic != FrameHeader::right_magic || header.length > most_request_bytes) return std::nullopt;
    Request request{.kind = header.kind, .sequence = header.sequence, .payload = std::string(header.length, '\0')};
    if (!read_all(request.payload.data(), request.payload.size())) return std::nullopt;
    return request;
}

void Link::send(const FrameHeader& header, std::string_view payload) {
    const std::string bytes = frame(header, payload);
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t sent = ::send(worker_descriptor, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) _exit(EXIT_FAILURE);
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool Link::closed() const {
    pollfd host{.fd = worker_descriptor, .events = POLLRDHUP, .revents = 0};
    return poll(&host, 1, 0) != 0;
}

}  // namespace quarterdeck::plugins
