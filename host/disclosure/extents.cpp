#include "disclosure/extents.h"

#include <algorithm>

namespace quarterdeck::disclosure {
namespace {

template <class Group>
std::vector<Groups> held_by(const std::vector<Group>& groups, std::size_t selections) {
    std::vector<Groups> held(selections, Groups(groups.size()));
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (const std::uint32_t selection : groups[group].selections) held[selection].set(group);
    return held;
}

bool includes(const std::set<Field>& all, const std::set<Field>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

std::set<Field> narrowed_columns(const Rule& rule) {
    std::set<Field> common;
    for (std::size_t i = 0; i < rule.alternatives.size(); ++i) {
        std::set<Field> columns;
        for (const Condition& condition : rule.alternatives[i])
            columns.insert(condition.field == Field::band_group ? Field::pay_band : condition.field);
        if (i == 0)
            common = columns;
        else
            std::erase_if(common, [&](Field column) { return !columns.contains(column); });
    }
    return common;
}

Extents::Extents(const query::Membership& membership)
    : people_(held_by(membership.people, membership.selections)),
      posts_(held_by(membership.posts, membership.selections)) {}

std::uint32_t Extents::row(std::uint32_t selection, const std::set<Field>& columns) {
    const auto number = static_cast<std::uint32_t>(extents_.size());
    const auto [known, added] = numbers_.try_emplace({selection, ""}, number);
    if (added)
        extents_.push_back({selection, number, columns, {}, {}});
    else
        extents_[known->second].columns.insert(columns.begin(), columns.end());
    return known->second;
}

std::uint32_t Extents::part(std::uint32_t row, std::uint32_t selection, const Measure& measure,
                            const std::string& key) {
    const auto number = static_cast<std::uint32_t>(extents_.size());
    const auto [known, added] = numbers_.try_emplace({extents_[row].selection, key}, number);
    if (added) {
        Extent extent{selection, row, extents_[row].columns, narrowed_columns(measure.where), {}};
        if (measure.movement != Movement::none) extent.movement = {measure.movement, measure.months_before};
        extent.columns.insert(extent.picked.begin(), extent.picked.end());
        extents_.push_back(std::move(extent));
    }
    return known->second;
}

bool Extents::inside(std::uint32_t inner, std::uint32_t outer) const {
    if (inner == outer || posts(inner).none() || !posts(inner).is_subset_of(posts(outer))) return false;
    const Extent& in = extents_[inner];
    const Extent& out = extents_[outer];
    if (!includes(in.columns, out.picked)) return false;
    if (out.movement.first != Movement::none && out.movement != in.movement) return false;
    return in.row == inner || posts(in.row).is_subset_of(posts(outer)) || includes(in.columns, out.columns);
}

std::vector<std::uint32_t> Extents::same() const {
    std::vector<std::uint32_t> order;
    for (const bool rows : {true, false})
        for (std::uint32_t extent = 0; extent < size(); ++extent)
            if ((extents_[extent].row == extent) == rows) order.push_back(extent);
    std::vector<std::uint32_t> same(size());
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_selection;
    for (const std::uint32_t extent : order) {
        auto& firsts = by_selection[selection(extent)];
        const auto known = std::find_if(firsts.begin(), firsts.end(), [&](std::uint32_t first) {
            return inside(extent, first) && inside(first, extent);
        });
        same[extent] = known == firsts.end() ? extent : *known;
        if (known == firsts.end()) firsts.push_back(extent);
    }
    return same;
}

}  // namespace quarterdeck::disclosure
