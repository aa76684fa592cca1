#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace quarterdeck::plugins {

/// What a frame between host and worker holds. The host sends `describe` and `compute`; the worker answers each
/// with exactly one `answer`, `failure` or `refusal`, and may send `log` frames before it. After a `refusal` it ends.
enum class FrameKind : std::uint32_t {
    describe = 1,  ///< no payload
    compute = 2,   ///< payload: the request
    answer = 11,   ///< payload: the plugin's message
    failure = 12,  ///< payload: `Complaint`: the plugin says why it can't answer
    refusal = 13,  ///< payload: `Complaint`: the worker can't use the plugin
    log = 14,      ///< payload: a line for the plugin's author
    lacking = 15,  ///< payload: names of protections that the kernel doesn't offer, a line each; before the plugin runs
};

/// Stands before every payload on the private descriptor. Both sides run on one machine: native byte order.
struct FrameHeader {
    static constexpr std::uint32_t right_magic = 0x5144464DU;

    std::uint32_t magic = right_magic;
    FrameKind kind{};
    std::uint32_t sequence = 0;  ///< of the request, repeated in its reply
    std::uint32_t abi = 0;       ///< of the loaded plugin: major in the upper half, minor in the lower; 0: none
    std::uint64_t length = 0;    ///< of the payload in bytes
};
static_assert(sizeof(FrameHeader) == 24);

/// The header that the first bytes hold. Precondition: bytes.size() >= sizeof(FrameHeader).
inline FrameHeader header_of(std::string_view bytes) {
    FrameHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    return header;
}

inline std::string frame(FrameHeader header, std::string_view payload) {
    header.length = payload.size();
    std::string bytes(sizeof header, '\0');
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes.append(payload);
}

/// What is wrong, and what to do about it: two sentences, kept apart by a NUL in a payload.
struct Complaint {
    std::string what;
    std::string remedy;

    std::string payload() const { return what + '\0' + remedy; }
    static Complaint from_payload(std::string_view payload) {
        const auto end = payload.find('\0');
        if (end == std::string_view::npos) return {std::string(payload), {}};
        return {std::string(payload.substr(0, end)), std::string(payload.substr(end + 1))};
    }
};

/// The remedy for most of what a worker can do wrong.
inline constexpr const char* run_its_tests = "Run the plugin's tests and correct it; other programmes aren't affected.";

/// The descriptor that a worker talks to the host on.
inline constexpr int worker_descriptor = 3;

/// The worker's descriptor of the plugin's sealed bytes.
inline constexpr int plugin_descriptor = 4;

}  // namespace quarterdeck::plugins
