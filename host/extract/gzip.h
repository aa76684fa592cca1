#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace quarterdeck::extract {

/// Bytes that aren't whole gzip. `what` says why: "it ends too early".
class GzipFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// How many times larger than the packed bytes text may be beyond the first 64 MB: records pack ten to thirty times.
inline constexpr std::size_t most_unpacked_times = 200;

/// The text in one or several gzip members (RFC 1952), their checksums verified. Throws `GzipFault`.
std::string unpack_gzip(std::string_view bytes);

}  // namespace quarterdeck::extract
