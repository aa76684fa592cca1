#include "process/read_all.h"

#include <poll.h>
#include <unistd.h>

#include <vector>

namespace quarterdeck {

std::optional<std::string> read_all(int from, std::chrono::seconds deadline, std::size_t most) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    std::string text;
    std::vector<char> buffer(std::size_t{1} << 18);
    while (text.size() <= most) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd ready{.fd = from, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
        const ssize_t size = ::read(from, buffer.data(), buffer.size());
        if (size < 0) return std::nullopt;
        if (size == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return std::nullopt;
}

}  // namespace quarterdeck
