#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/numbered_texts.h"
#include "extract/pages.h"
#include "snapshot/assignment_file.h"

namespace quarterdeck::snapshot {

/// What records say of a kind of post.
struct Post {
    std::array<std::uint16_t, post_fields> codes{};  ///< in the reader's dictionaries, field by field
    std::uint8_t traits = 0;                         ///< the reader's
};

/// The kinds of posts that a reader met, numbered. Among millions of records there are thousands: what one says in
/// eight fields is looked up once.
class Posts {
public:
    /// How the fields of a post read. Two texts are of one kind if they were put together alike.
    struct Wording {
        std::string_view text;
        bool as_it_stands = false;  ///< in the file, with the commas; otherwise field by field, with their sizes
    };

    /// The number of a post that was worded so before; otherwise `read()` says what it is.
    template <typename Read>
    std::uint32_t number(const Wording& wording, const Read& read) {
        Known& known = wording.as_it_stands ? as_they_stand_ : put_together_;
        if (const auto wording_number = known.wordings.find(wording.text)) return known.posts[*wording_number];
        posts_.push_back(read());
        const auto post = static_cast<std::uint32_t>(posts_.size() - 1);
        if (known.posts.size() < most_known) {
            known.wordings.number(wording.text);
            known.posts.push_back(post);
        }
        return post;
    }

    const extract::LongArray<Post>& all() const { return posts_; }

private:
    /// Where hardly a post is like another, looking for those met before is in vain, and keeping them takes memory.
    static constexpr std::size_t most_known = 65'536;

    struct Known {
        extract::NumberedTexts wordings;
        std::vector<std::uint32_t> posts;  ///< by number of the wording
    };

    extract::LongArray<Post> posts_;
    Known as_they_stand_;
    Known put_together_;
};

}  // namespace quarterdeck::snapshot
