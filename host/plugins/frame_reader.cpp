#include "plugins/frame_reader.h"

namespace quarterdeck::plugins {

std::optional<Frame> FrameReader::next(std::uint32_t sequence) {
    const std::string_view rest = std::string_view(bytes_).substr(taken_);
    if (!fault_.what.empty()) return std::nullopt;
    if (rest.size() >= sizeof(FrameHeader)) {
        const FrameHeader header = header_of(rest);
        if (header.magic != FrameHeader::right_magic || header.sequence != sequence) {
            fault_ = {"sent a reply that isn't a frame of this host's", run_its_tests};
            return std::nullopt;
        }
        if (header.length > most_payload_bytes_) {
            fault_ = {"announced a reply of " + std::to_string(header.length) + " bytes; at most " +
                          std::to_string(most_payload_bytes_) + " are allowed",
                      "Return fewer rows."};
            return std::nullopt;
        }
        if (rest.size() - sizeof(FrameHeader) >= header.length) {
            taken_ += sizeof(FrameHeader) + header.length;
            return Frame{header, std::string(rest.substr(sizeof(FrameHeader), header.length))};
        }
    }
    bytes_.erase(0, taken_);
    taken_ = 0;
    return std::nullopt;
}

}  // namespace quarterdeck::plugins
