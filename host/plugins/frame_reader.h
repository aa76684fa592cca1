#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plugins/frame.h"

namespace quarterdeck::plugins {

struct Frame {
    FrameHeader header;
    std::string payload;
};

/// Cuts what a worker sends into frames, and believes nothing.
class FrameReader {
public:
    explicit FrameReader(std::size_t most_payload_bytes) : most_payload_bytes_(most_payload_bytes) {}

    void append(std::string_view bytes) { bytes_.append(bytes); }

    /// The next whole frame of the replies to one request; nothing when more bytes are needed, or after a fault.
    std::optional<Frame> next(std::uint32_t sequence);

    /// Whether no byte is left over.
    bool empty() const { return bytes_.size() == taken_; }

    /// What is wrong with the bytes; empty when nothing is. Reads on from "The plugin's worker ".
    const Complaint& fault() const { return fault_; }

private:
    std::size_t most_payload_bytes_;
    std::string bytes_;
    std::size_t taken_ = 0;
    Complaint fault_;
};

}  // namespace quarterdeck::plugins
