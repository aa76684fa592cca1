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

/// The same without looking at the text in between: as if no quoted field held a line break. Whoever reads such a part
/// and finds that a quoted field doesn't end in it knows that the cut was wrong. `let_go` is called now and then, since
/// each look at a mapped text may bring two megabytes of it into memory.
std::vector<Chunk> cut_at_lines(std::string_view text, std::size_t begin, std::size_t bytes,
                                const std::function<void()>& let_go = {});

}  // namespace quarterdeck::extract
