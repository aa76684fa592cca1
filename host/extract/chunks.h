#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace quarterdeck::extract {

/// A part of a text that begins at the beginning of a row and ends where the next part begins.
struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Chunk&) const = default;
};

/// Cuts CSV text from `begin` on into parts of about `bytes` bytes (at least 1), never inside a row: line breaks
/// in quoted fields don't end one. Where the cuts fall depends on the text and on `bytes` only, not on `threads`.
std::vector<Chunk> cut(std::string_view text, std::size_t begin, std::size_t bytes, std::size_t threads);

/// Gives so many bytes of a text from a place on; they stay until the next look.
using Look = std::function<std::string_view(std::size_t from, std::size_t size)>;

/// The same for a text of `size` bytes without looking at most of it: as if no quoted field held a line break. Whoever
/// reads such a part and finds that a quoted field doesn't end in it knows that the cut was wrong.
std::vector<Chunk> cut_at_lines(std::size_t size, std::size_t begin, std::size_t bytes, const Look& look);

}  // namespace quarterdeck::extract
