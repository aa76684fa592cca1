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
        if (cell == Views::zero || !way.adds_up()) continue;
        Family counted;
        for (const std::uint32_t row : inside)
            if (views_.cell(row, way)) counted.push_back(row);
        if (counted.empty()) continue;
        add(cell, *cells_of(views_, counted, way), covering && counted.size() == inside.size());
    }
}

void Relations::add_parts_of_rows(const Family& family) {
    const bool all_sure =
        std::none_of(family.begin(), family.end(), [&](std::uint32_t row) { return unsure_.contains(row); });
    for (const auto& [whole, ways] : views_.all()) {
        const Family inside = largest_inside(whole, family);
        if (inside.empty()) continue;
        Groups covered(extents_.posts(whole).size());
        for (const std::uint32_t row : inside) covered |= extents_.posts(row);
        add_within(whole, inside, all_sure && covered == extents_.posts(whole));
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
            if (!way.adds_up()) continue;
            const auto left_cells = cells_of(views_, left, way);
            const auto right_cells = cells_of(views_, right, way);
            if (left_cells && right_cells && sum(*left_cells) == sum(*right_cells))
                add_sum(*left_cells, *right_cells, true);
        }
    }
}

void Relations::add_parts_of_measures(const std::vector<std::vector<std::string>>& parts) {
    for (const auto& [extent, ways] : views_.all())
        for (const auto& [way, whole] : ways) {
            if (!way.where.empty() || whole == Views::zero) continue;
            for (const auto& field : parts) {
                Family cells;
                for (const std::string& where : field)
                    if (const auto cell = views_.cell(extent, {way.count, where, way.movement, way.months});
                        cell && *cell != Views::zero)
                        cells.push_back(*cell);
                if (!cells.empty()) add(whole, cells, sum(cells) >= model_.cells[whole].value);
            }
        }
}

namespace {

/// Cells that a relation sums, as far as tables have them.
struct Terms {
    std::vector<std::uint32_t> cells;
    bool complete = true;

    void add(std::optional<std::uint32_t> cell) {
        complete = complete && cell;
        if (cell && *cell != Views::zero) cells.push_back(*cell);
    }
};

}  // namespace

void Relations::add_balance(std::uint32_t then, std::uint32_t now, int months) {
    std::set<Way> ways;
    for (const std::uint32_t extent : {then, now})
        if (const auto seen = views_.all().find(extent); seen != views_.all().end())
            for (const auto& [way, cell] : seen->second)
                if (way.movement != Movement::none && way.months == months) ways.insert({way.count, way.where});
    for (const Way& way : ways) add_balance(then, now, {way.count, way.where, Movement::none, months});
}

void Relations::add_balance(std::uint32_t then, std::uint32_t now, const Way& way) {
    const auto view = [&](Movement movement) {
        return views_.cell(went(movement) ? then : now, {way.count, way.where, movement, way.months});
    };
    Terms came_in;
    Terms went_out;
    for (int number = 1; number <= static_cast<int>(Movement::fewer_hours); ++number) {
        const auto movement = static_cast<Movement>(number);
        if (came(movement)) came_in.add(view(movement));
        if (went(movement)) went_out.add(view(movement));
    }
    const auto stayed = view(Movement::stayed);
    const auto at_then = views_.cell(then, {way.count, way.where});
    const auto at_now = views_.cell(now, {way.count, way.where});
    Terms before = came_in;
    Terms after = went_out;
    before.add(at_then);
    after.add(at_now);
    if (way.count == Count::fte) {
        before.add(view(Movement::more_hours));
        after.add(view(Movement::fewer_hours));
    }
    if (before.complete && after.complete) add_sum(before.cells, after.cells, true);

    came_in.add(stayed);
    if (at_now && *at_now != Views::zero && !came_in.cells.empty()) add(*at_now, came_in.cells, came_in.complete);
    if (way.count == Count::headcount) went_out.add(stayed);
    if (at_then && *at_then != Views::zero && !went_out.cells.empty())
        add(*at_then, went_out.cells, way.count == Count::headcount && went_out.complete);
    Terms changed;
    changed.add(view(Movement::more_hours));
    changed.add(view(Movement::fewer_hours));
    if (way.count == Count::headcount && stayed && *stayed != Views::zero && !changed.cells.empty())
        add(*stayed, changed.cells, false);
}

void Relations::add_people_and_posts() {
    for (const auto& [extent, ways] : views_.all())
        for (const auto& [way, cell] : ways) {
            if (way.count == Count::headcount || cell == Views::zero) continue;
            const auto people = views_.cell(extent, {Count::headcount, way.where, way.movement, way.months});
            if (!people || *people == Views::zero) continue;
            const std::uint32_t less = way.count == Count::fte ? cell : *people;
            const std::uint32_t more = way.count == Count::fte ? *people : cell;
            if (model_.cells[less].value <= model_.cells[more].value) add_sum({less}, {more}, false);
        }
}

}  // namespace quarterdeck::disclosure
