#include "snapshot/merged.h"

#include <algorithm>

namespace quarterdeck::snapshot {
namespace {

template <class T>
void sort_out(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class T>
std::uint32_t place_of(const T& value, const std::vector<T>& sorted) {
    return static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

}  // namespace

std::vector<MergedTexts> merge_texts(const std::deque<AssignmentReader>& readers) {
    std::vector<MergedTexts> merged(coded_fields.size());
    for (std::size_t i = 0; i < merged.size(); ++i) {
        std::vector<std::string_view>& texts = merged[i].texts;
        for (const AssignmentReader& reader : readers)
            texts.insert(texts.end(), reader.dictionary(i).texts().begin(), reader.dictionary(i).texts().end());
        sort_out(texts);
        for (const AssignmentReader& reader : readers) {
            std::vector<std::uint32_t>& numbers = merged[i].numbers.emplace_back();
            for (const std::string& text : reader.dictionary(i).texts())
                numbers.push_back(place_of<std::string_view>(text, texts));
        }
    }
    return merged;
}

MergedPosts merge_posts(const std::deque<AssignmentReader>& readers, const std::vector<MergedTexts>& texts) {
    std::vector<std::vector<MergedPosts::Post>> by_reader;
    MergedPosts merged;
    for (std::size_t reader = 0; reader < readers.size(); ++reader) {
        std::vector<MergedPosts::Post>& posts = by_reader.emplace_back();
        posts.reserve(readers[reader].posts().size());
        for (const Post& own : readers[reader].posts()) {
            MergedPosts::Post& post = posts.emplace_back();
            for (std::size_t i = 0; i < post_fields; ++i)
                post[i] = static_cast<std::uint16_t>(texts[place_fields + i].numbers[reader][own.codes[i]]);
        }
        merged.posts.insert(merged.posts.end(), posts.begin(), posts.end());
    }
    sort_out(merged.posts);
    for (const std::vector<MergedPosts::Post>& posts : by_reader) {
        std::vector<std::uint32_t>& numbers = merged.numbers.emplace_back();
        numbers.reserve(posts.size());
        for (const MergedPosts::Post& post : posts) numbers.push_back(place_of(post, merged.posts));
    }
    return merged;
}

}  // namespace quarterdeck::snapshot
