#include "disclosure/relations.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace quarterdeck::disclosure {
namespace {

/// The cells of some extents counted one way, zeros left out; nothing where a table lacks one.
std::optional<std::vector<std::uint32_t>> cells_of(const Views& views, const Family& family, const Way& way) {
    std::vector<std::uint32_t> cells;
    for (const std::uint32_t extent : family) {
        const auto cell = views.cell(extent, way);
        if (!cell) return std::nullopt;
        if (*cell != Views::zero) cells.push_back(*cell);
    }
    return cells;
}

}  // namespace

std::int64_t Relations::sum(const std::vector<std::uint32_t>& cells) const {
    return std::accumulate(cells.begin(), cells.end(), std::int64_t{0},
                           [&](std::int64_t sum, std::uint32_t cell) { return sum + model_.cells[cell].value; });
}

void Relations::add_sum(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right, bool equal) {
    std::map<std::uint32_t, int> factors;
    for (const std::uint32_t cell : left) ++factors[cell];
    for (const std::uint32_t cell : right) --factors[cell];
    std::erase_if(factors, [](const auto& term) { return term.second == 0; });
    if (factors.empty()) return;
    if (equal && factors.begin()->second < 0)
        for (auto& [cell, factor] : factors) factor = -factor;
    Model::Relation relation{{factors.begin(), factors.end()}, equal};
    // No cell is below zero, so nothing follows from less than nothing at all.
    if (!equal && std::all_of(factors.begin(), factors.end(), [](const auto& term) { return term.second < 0; })) return;
    if (known_.emplace(relation.terms, equal).second) model_.relations.push_back(std::move(relation));
}

void Relations::add(std::uint32_t whole, const std::vector<std::uint32_t>& parts, bool covering) {
    const std::int64_t all = sum(parts);
    const std::int64_t value = model_.cells[whole].value;
    if (covering && all == value) {
        add_sum({whole}, parts, true);
        return;
    }
    if (all <= value) {
        add_sum(parts, {whole}, false);
        return;
    }
    if (covering) add_sum({whole}, parts, false);
    for (const std::uint32_t part : parts)
        if (model_.cells[part].value <= value) add_sum({part}, {whole}, false);
}

Family Relations::largest_inside(std::uint32_t whole, const Family& family) const {
    Family inside;
    for (const std::uint32_t row : family)
        if (extents_.inside(row, whole)) inside.push_back(row);
    Family largest;
    for (const std::uint32_t row : inside)
        if (std::none_of(inside.begin(), inside.end(), [&](std::uint32_t other) {
                return extents_.posts(row).is_proper_subset_of(extents_.posts(other));
            }))
            largest.push_back(row);
    return largest;
}

void Relations::add_within(std::uint32_t whole, const Family& inside, bool covering) {
    for (const auto& [way, cell] : views_.all().at(whole)) {
        if (cell == Views::zero) continue;
        Family counted;
        for (const std::uint32_t row : inside)
            if (views_.cell(row, way)) counted.push_back(row);
        if (counted.empty()) continue;
        add(cell, *cells_of(views_, counted, way), covering && counted.size() == inside.size());
    }
}

void Relations::add_parts_of_rows(const Family& family) {
    for (const auto& [whole, ways] : views_.all()) {
        const Family inside = largest_inside(whole, family);
        if (inside.empty()) continue;
        Groups covered(extents_.posts(whole).size());
        for (const std::uint32_t row : inside) covered |= extents_.posts(row);
        add_within(whole, inside, covered == extents_.posts(whole));
    }
}

void Relations::add_same_posts(const Family& one, const Family& other) {
    std::vector<char> taken(one.size() + other.size());
    const auto extent = [&](std::size_t row) { return row < one.size() ? one[row] : other[row - one.size()]; };
    for (std::size_t first = 0; first < one.size(); ++first) {
        if (taken[first] != 0) continue;
        std::vector<std::size_t> linked{first};
        taken[first] = 1;
        for (std::size_t next = 0; next < linked.size(); ++next)
            for (std::size_t row = 0; row < taken.size(); ++row)
                if (taken[row] == 0 && extents_.posts(extent(row)).intersects(extents_.posts(extent(linked[next])))) {
                    taken[row] = 1;
                    linked.push_back(row);
                }
        Family left;
        Family right;
        Groups left_posts(extents_.posts(extent(first)).size());
        Groups right_posts = left_posts;
        for (const std::size_t row : linked) {
            (row < one.size() ? left : right).push_back(extent(row));
            (row < one.size() ? left_posts : right_posts) |= extents_.posts(extent(row));
        }
        // With one row on a side it is a whole and its parts, which stands elsewhere.
        if (left.size() < 2 || right.size() < 2 || left_posts != right_posts) continue;
        for (const auto& [way, cell] : views_.all().at(left.front())) {
            const auto left_cells = cells_of(views_, left, way);
            const auto right_cells = cells_of(views_, right, way);
            if (left_cells && right_cells && sum(*left_cells) == sum(*right_cells))
                add_sum(*left_cells, *right_cells, true);
        }
    }
}

void Relations::add_parts_of_measures(const std::vector<std::vector<std::string>>& parts) {
    for (const auto& [extent, ways] : views_.all())
        for (const Count count : {Count::headcount, Count::role_count, Count::fte}) {
            const auto whole = views_.cell(extent, {count, ""});
            if (!whole || *whole == Views::zero) continue;
            for (const auto& field : parts) {
                Family cells;
                Groups covered(extents_.posts(extent).size());
                for (const std::string& where : field)
                    if (const auto cell = views_.cell(extent, {count, where}); cell && *cell != Views::zero)
                        cells.push_back(*cell);
                if (!cells.empty()) add(*whole, cells, sum(cells) >= model_.cells[*whole].value);
            }
        }
}

void Relations::add_people_and_posts() {
    for (const auto& [extent, ways] : views_.all())
        for (const auto& [way, cell] : ways) {
            if (way.count == Count::headcount || cell == Views::zero) continue;
            const auto people = views_.cell(extent, {Count::headcount, way.where});
            if (!people || *people == Views::zero) continue;
            const std::uint32_t less = way.count == Count::fte ? cell : *people;
            const std::uint32_t more = way.count == Count::fte ? *people : cell;
            if (model_.cells[less].value <= model_.cells[more].value) add_sum({less}, {more}, false);
        }
}

}  // namespace quarterdeck::disclosure
