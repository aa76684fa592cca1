#include "extract/chunks.h"

#include <algorithm>
#include <utility>

#include "extract/parallel.h"

namespace quarterdeck::extract {
namespace {

constexpr std::size_t usual_line = 512;

/// Whether an odd number of quotation marks stands in the text.
bool odd_quotes(std::string_view text) {
    bool odd = false;
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) odd = !odd;
    return odd;
}

/// The beginning of the first row behind `from`, which is inside a quoted field or not.
std::size_t next_row(std::string_view text, std::size_t from, bool inside_quotes) {
    for (std::size_t at = from; at < text.size(); ++at) {
        at = text.find_first_of(inside_quotes ? "\"" : "\"\n", at);
        if (at == std::string_view::npos) break;
        if (text[at] == '\n') return at + 1;
        inside_quotes = !inside_quotes;
    }
    return text.size();
}

/// The parts that begin at the starts; the last ends at `end`.
std::vector<Chunk> between(std::vector<std::size_t> starts, std::size_t end) {
    starts.push_back(end);
    std::vector<Chunk> chunks;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        if (starts[i] < starts[i + 1]) chunks.push_back({starts[i], starts[i + 1]});
    return chunks;
}

/// Where the line ends that stands at `from`.
std::size_t behind_line(std::size_t size, std::size_t from, const Look& look) {
    for (std::size_t window = usual_line; from < size; window *= 4) {
        const std::string_view text = look(from, std::min(window, size - from));
        if (const std::size_t line_end = text.find('\n'); line_end != std::string_view::npos)
            return from + line_end + 1;
        from += text.size();
    }
    return size;
}

}  // namespace

std::vector<Chunk> cut(std::string_view text, std::size_t begin, std::size_t bytes, std::size_t threads) {
    if (begin >= text.size()) return {};
    const std::size_t count = (text.size() - begin - 1) / bytes + 1;
    std::vector<char> odd(count);
    parallel(count, threads, [&](std::size_t part, std::size_t) {
        odd[part] = odd_quotes(text.substr(begin + part * bytes, bytes)) ? 1 : 0;
    });
    std::vector<std::size_t> starts{begin};
    bool inside_quotes = false;
    for (std::size_t part = 1; part < count; ++part) {
        inside_quotes ^= odd[part - 1] != 0;
        const std::size_t nominal = begin + part * bytes;
        if (starts.back() <= nominal) starts.push_back(next_row(text, nominal, inside_quotes));
    }
    return between(std::move(starts), text.size());
}

std::vector<Chunk> cut_at_lines(std::size_t size, std::size_t begin, std::size_t bytes, const Look& look) {
    if (begin >= size) return {};
    std::vector<std::size_t> starts{begin};
    for (std::size_t nominal = begin + bytes; nominal < size; nominal += bytes)
        if (starts.back() <= nominal) starts.push_back(behind_line(size, nominal, look));
    return between(std::move(starts), size);
}

}  // namespace quarterdeck::extract
