#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "plugins/frame_reader.h"

// What a worker sends, in pieces: the first byte says of which size, the rest is sent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace quarterdeck::plugins;
    if (size == 0) return 0;
    constexpr std::size_t most = 256;
    constexpr std::uint32_t sequence = 1;
    const std::size_t piece = std::size_t{data[0]} + 1;
    std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    FrameReader reader(most);
    std::size_t taken = 0;
    while (!rest.empty()) {
        reader.append(rest.substr(0, piece));
        rest.remove_prefix(std::min(piece, rest.size()));
        while (const auto frame = reader.next(sequence)) {
            taken += sizeof(FrameHeader) + frame->payload.size();
            if (frame->payload.size() != frame->header.length || frame->payload.size() > most || taken >= size)
                std::abort();
        }
        if (!reader.fault().what.empty() && (reader.fault().remedy.empty() || reader.next(sequence))) std::abort();
    }
    return 0;
}
