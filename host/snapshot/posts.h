#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
        const std::uint64_t hash = hash_of(wording);
        if (const Known* known = find(wording, hash)) return known->post;
        posts_.push_back(read());
        const auto post = static_cast<std::uint32_t>(posts_.size() - 1);
        keep(wording, hash, post);
        return post;
    }

    const extract::LongArray<Post>& all() const { return posts_; }

private:
    /// A wording that is kept.
    struct Known {
        std::uint64_t hash = 0;
        std::size_t begin = 0;  ///< in `texts_`
        std::size_t size = 0;
        std::uint32_t post = 0;
        bool as_it_stands = false;
    };

    static std::uint64_t hash_of(const Wording& wording);
    const Known* find(const Wording& wording, std::uint64_t hash) const;
    void keep(const Wording& wording, std::uint64_t hash, std::uint32_t post);

    extract::LongArray<Post> posts_;
    std::vector<Known> known_;
    std::string texts_;
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(256);  ///< number in `known_` + 1; 0: free
};

}  // namespace quarterdeck::snapshot
