#include "small_snapshot.h"

#include <map>

namespace quarterdeck::tests {
namespace {

snapshot::CodedColumn column(const std::vector<Post>& posts, Field field) {
    std::map<std::string, std::uint16_t> codes;
    const auto text = [&](const Post& post) {
        const auto found = post.fields.find(field);
        return found == post.fields.end() ? std::string() : found->second;
    };
    for (const Post& post : posts) codes.emplace(text(post), std::uint16_t{0});
    snapshot::CodedColumn column;
    for (auto& [value, code] : codes) {
        code = static_cast<std::uint16_t>(column.values.size());
        column.values.push_back(value);
    }
    for (const Post& post : posts) column.codes.push_back(codes.at(text(post)));
    return column;
}

}  // namespace

snapshot::Input small_input(const std::vector<Post>& posts) {
    snapshot::Snapshot small;
    small.date = small_date;
    for (std::size_t i = 0; i < snapshot::staff_fields; ++i) {
        const auto field = static_cast<Field>(i);
        if (field != Field::band_group) small.column(field) = column(posts, field);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> rows_of;
    for (std::uint32_t row = 0; row < posts.size(); ++row) {
        small.posts.push_back(row);
        small.fte.push_back(posts[row].fte_hundredths * 1000);
        rows_of[posts[row].person].push_back(row);
    }
    small.people = rows_of.size();
    for (const auto& [person, rows] : rows_of) {
        if (rows.size() < 2) continue;
        small.shared_rows.insert(small.shared_rows.end(), rows.begin(), rows.end());
        small.shared_starts.push_back(static_cast<std::uint32_t>(small.shared_rows.size()));
    }
    snapshot::Input input;
    input.snapshots.push_back(std::move(small));
    return input;
}

}  // namespace quarterdeck::tests
