#include "extract/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace quarterdeck::extract {
namespace {

constexpr std::size_t always_allowed = std::size_t{64} << 20;
constexpr std::size_t step = std::size_t{1} << 20;

/// zlib's state, given back whatever happens.
class Inflater {
public:
    Inflater() {
        constexpr int gzip_only = 16 + MAX_WBITS;
        if (inflateInit2(&stream_, gzip_only) != Z_OK) throw GzipFault("there is too little memory to unpack it");
    }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Unpacks some of `bytes`, takes that off them and appends the outcome to `text`. True at a member's end.
    bool step_into(std::string& text, std::string_view& bytes) {
        const std::size_t before = text.size();
        text.resize(before + step);
        const auto given = static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = given;
        stream_.next_out = reinterpret_cast<Bytef*>(text.data() + before);
        stream_.avail_out = step;
        const int outcome = inflate(&stream_, Z_NO_FLUSH);
        text.resize(before + step - stream_.avail_out);
        bytes.remove_prefix(given - stream_.avail_in);
        if (outcome == Z_BUF_ERROR || (outcome == Z_OK && bytes.empty() && stream_.avail_out > 0))
            throw GzipFault("it ends too early");
        if (outcome == Z_MEM_ERROR) throw GzipFault("there is too little memory to unpack it");
        if (outcome != Z_OK && outcome != Z_STREAM_END) throw GzipFault("its bytes are damaged");
        return outcome == Z_STREAM_END;
    }

    void next_member() { inflateReset(&stream_); }

private:
    z_stream stream_{};
};

}  // namespace

std::string unpack_gzip(std::string_view bytes) {
    const std::size_t most = std::max(always_allowed, bytes.size() * most_unpacked_times);
    std::string text;
    Inflater inflater;
    do {
        while (!inflater.step_into(text, bytes))
            if (text.size() > most) throw GzipFault("it unpacks to more than 200 times its size");
        inflater.next_member();
    } while (!bytes.empty());
    text.shrink_to_fit();
    return text;
}

}  // namespace quarterdeck::extract
