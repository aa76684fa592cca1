#include "staff.h"

#include <algorithm>
#include <map>
#include <set>

namespace quarterdeck::testing {

namespace {

snapshot::Trail trail_of(const std::vector<Post>& posts) {
    snapshot::Trail trail;
    std::set<std::uint32_t> uncounted;
    for (const auto& post : posts) {
        const auto person = static_cast<std::uint32_t>(post.person);
        if (person >= trail.starts.size()) trail.starts.resize(person + 1, snapshot::Trail::unknown);
        trail.starts[person] = std::min(trail.starts[person], post.start.days());
        if (!post.counted) {
            uncounted.insert(person);
            continue;
        }
        trail.people.push_back(person);
        trail.assignments.push_back(person * 16 + static_cast<std::uint32_t>(post.assignment));
    }
    trail.uncounted.assign(uncounted.begin(), uncounted.end());
    return trail;
}

/// The kinds of posts there are, and the kind of each post.
void put_kinds(snapshot::Snapshot& snapshot, const std::vector<Post>& posts) {
    std::map<std::vector<std::string>, std::uint32_t> kinds;
    for (const auto& post : posts) {
        std::vector<std::string> kind;
        for (const Field field : snapshot::post_columns) kind.push_back(post.values[static_cast<std::size_t>(field)]);
        snapshot.posts.push_back(
            kinds.try_emplace(std::move(kind), static_cast<std::uint32_t>(kinds.size())).first->second);
    }
    for (const Field field : snapshot::post_columns) {
        auto& codes = snapshot.column(field).codes;
        const auto of_rows = codes;
        codes.resize(kinds.size());
        for (std::size_t row = 0; row < posts.size(); ++row) codes[snapshot.posts[row]] = of_rows[row];
    }
}

}  // namespace

snapshot::Snapshot snapshot_of(Date date, const std::vector<Post>& all) {
    std::vector<Post> posts;
    std::copy_if(all.begin(), all.end(), std::back_inserter(posts), [](const Post& post) { return post.counted; });
    snapshot::Snapshot snapshot;
    snapshot.trail = trail_of(all);
    snapshot.date = date;
    for (std::size_t field = 0; field < snapshot::staff_fields; ++field) {
        if (static_cast<Field>(field) == Field::band_group) continue;
        std::set<std::string> values;
        for (const auto& post : posts) values.insert(post.values[field]);
        auto& column = snapshot.columns[field];
        column.values.assign(values.begin(), values.end());
        for (const auto& post : posts)
            column.codes.push_back(
                static_cast<std::uint16_t>(std::distance(values.begin(), values.find(post.values[field]))));
    }
    put_kinds(snapshot, posts);
    std::map<int, std::vector<std::uint32_t>> rows_of_person;
    for (const auto& post : posts) {
        rows_of_person[post.person].push_back(static_cast<std::uint32_t>(snapshot.fte.size()));
        snapshot.fte.push_back(post.fte);
    }
    snapshot.people = rows_of_person.size();
    for (const auto& [person, rows] : rows_of_person) {
        if (rows.size() == 1) continue;
        snapshot.shared_rows.insert(snapshot.shared_rows.end(), rows.begin(), rows.end());
        snapshot.shared_starts.push_back(static_cast<std::uint32_t>(snapshot.shared_rows.size()));
    }
    return snapshot;
}

}  // namespace quarterdeck::testing
