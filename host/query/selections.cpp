#include "query/selections.h"

#include <algorithm>
#include <utility>

namespace quarterdeck::query {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// The place of each list of selections, new ones at the end.
class Places {
public:
    std::size_t of(const Numbers& selections) { return places_.try_emplace(selections, places_.size()).first->second; }

private:
    std::unordered_map<Numbers, std::size_t, boost::hash<Numbers>> places_;
};

template <class Group>
Group& group_of(const Numbers& selections, Places& places, std::size_t first, std::vector<Group>& groups) {
    const std::size_t place = first + places.of(selections);
    if (place == groups.size()) {
        groups.emplace_back();
        groups.back().selections = selections;
    }
    return groups[place];
}

}  // namespace

std::uint32_t Selections::number(std::vector<std::uint32_t> entries, std::uint32_t& next) {
    std::sort(entries.begin(), entries.end());
    const auto [known, added] = numbers_.try_emplace(std::move(entries), next);
    if (added) ++next;
    return known->second;
}

void Selections::group(const Combinations& combinations, Membership& membership) const {
    std::vector<Numbers> selections_of(combinations.size());
    for (const auto& [entries, number] : numbers_)
        for (const std::uint32_t entry : entries) selections_of[entry].push_back(number);
    for (Numbers& selections : selections_of) std::sort(selections.begin(), selections.end());

    Places people_places;
    Places post_places;
    const std::size_t first_people = membership.people.size();
    const std::size_t first_posts = membership.posts.size();
    const auto add_people = [&](const Numbers& selections, std::int64_t people) {
        if (!selections.empty() && people != 0)
            group_of(selections, people_places, first_people, membership.people).people += people;
    };
    for (std::size_t entry = 0; entry < combinations.size(); ++entry) {
        const Numbers& selections = selections_of[entry];
        add_people(selections, combinations.people[entry]);
        if (selections.empty()) continue;
        auto& posts = group_of(selections, post_places, first_posts, membership.posts);
        posts.posts += combinations.posts[entry];
        posts.fte += combinations.fte[entry];
    }
    const auto& [starts, members] = combinations.spread;
    for (std::size_t person = 0; person + 1 < starts.size(); ++person) {
        Numbers all;
        for (std::uint32_t at = starts[person]; at < starts[person + 1]; ++at)
            all.insert(all.end(), selections_of[members[at]].begin(), selections_of[members[at]].end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        add_people(all, 1);
    }
}

}  // namespace quarterdeck::query
