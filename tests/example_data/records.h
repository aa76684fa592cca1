#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "jobs.h"
#include "person.h"
#include "second_posts.h"

namespace quarterdeck::example {

inline constexpr std::string_view snapshot_date = "2023-03-31";
inline constexpr std::string_view earlier_date = "2022-03-31";

/// A population's posts of one band group at an organisation.
struct Posts {
    std::size_t organisation = 0;
    std::size_t population = 0;
    std::string band_group;

    auto operator<=>(const Posts&) const = default;
};

/// FTE in post in 1/100,000. Doctors in training count where they work.
using InPost = std::map<Posts, std::int64_t>;

/// A run of people as rows of the extract.
struct Block {
    std::string now;      ///< rows of the snapshot date
    std::string earlier;  ///< rows of the earlier date; empty when scaled
    InPost in_post;       ///< counted posts of the snapshot date
};

/// The rows of the extract. Everybody of the base appears equally often, in an order that mixes them; who is repeated
/// gets another organisation, birthday and service each time.
class Records {
public:
    /// `people`: how many in all, not fewer than the base and below 100,000,000. When scaled, second posts are drawn
    /// anew and there is no earlier date. The base and the jobs must outlive the records.
    Records(const People& base, const Jobs& jobs, std::uint64_t seed, std::uint64_t people, bool scaled);

    std::uint64_t blocks() const;

    /// The rows of one block of people; blocks don't depend on each other and may be made at the same time.
    Block block(std::uint64_t number) const;

    /// Rows of the earlier date of people who have left since.
    std::string leavers() const;

private:
    const Person& person_at(std::uint64_t number) const;

    const People& base_;
    const Jobs& jobs_;
    SecondPosts second_posts_;
    std::uint64_t seed_;
    std::uint64_t people_;
    std::uint64_t step_;
    bool scaled_;
};

}  // namespace quarterdeck::example
