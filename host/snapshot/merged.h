#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "snapshot/assignment_reader.h"

namespace quarterdeck::snapshot {

/// The texts of one coded field that any reader met, sorted by bytes, and where each reader's numbers lead.
struct MergedTexts {
    std::vector<std::string_view> texts;
    std::vector<std::vector<std::uint32_t>> numbers;  ///< [reader][the reader's number]
};

/// One for each of `coded_fields`. The readers must stay as they are while the result is used.
std::vector<MergedTexts> merge_texts(const std::deque<AssignmentReader>& readers);

/// The kinds of posts that any reader met, each once, in the order of what they say, and where each reader's numbers
/// lead.
struct MergedPosts {
    using Post = std::array<std::uint16_t, post_fields>;  ///< numbers of merged texts, field by field

    std::vector<Post> posts;
    std::vector<std::vector<std::uint32_t>> numbers;  ///< [reader][the reader's number]
};

/// No field may have more than 65,536 merged texts.
MergedPosts merge_posts(const std::deque<AssignmentReader>& readers, const std::vector<MergedTexts>& texts);

}  // namespace quarterdeck::snapshot
