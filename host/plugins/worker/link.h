#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plugins/frame.h"

namespace quarterdeck::plugins {

/// The worker's end of the private descriptor.
class Link {
public:
    struct Request {
        FrameKind kind{};
        std::uint32_t sequence = 0;
        std::string payload;
    };

    /// Waits for the next request; nothing when the host has gone or sends no frames.
    std::optional<Request> receive();

    /// Ends the worker when the host has gone.
    void send(const FrameHeader& header, std::string_view payload);

    /// Whether the host has gone.
    bool closed() const;

private:
    bool read_all(char* into, std::size_t size);
};

}  // namespace quarterdeck::plugins
