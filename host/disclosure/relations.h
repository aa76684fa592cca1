#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "disclosure/extents.h"
#include "disclosure/model.h"
#include "disclosure/views.h"

namespace quarterdeck::disclosure {

/// Rows of a table on one level: none is meant to be a total of others.
using Family = std::vector<std::uint32_t>;  ///< extents

/// Collects the relations between cells that the true figures satisfy, each once.
class Relations {
public:
    /// All three must outlive this. `unsure`: extents of which the attacker can't tell whether somebody is there, or
    /// whether they are all of what they lie in.
    Relations(Model& model, const Views& views, const Extents& extents, std::set<std::uint32_t> unsure)
        : model_(model), views_(views), extents_(extents), unsure_(std::move(unsure)) {}

    /// Rows of a family within everything else.
    void add_parts_of_rows(const Family& family);

    /// Rows of two families that make up the same posts.
    void add_same_posts(const Family& one, const Family& other);

    /// Measures that pick values of one field, within each row. Parts: the ways by field.
    void add_parts_of_measures(const std::vector<std::vector<std::string>>& parts);

    /// A row at two dates so many months apart: then + who came − who went = now, for FTE with the change in hours; as
    /// far as tables have these figures. Either extent may be one that no table has.
    void add_balance(std::uint32_t then, std::uint32_t now, int months);

    /// FTE ≤ people ≤ roles.
    void add_people_and_posts();

    /// Σ parts = whole where that is true; else the whole lies between its largest part and the sum.
    /// `covering`: the parts hold all of the whole.
    void add(std::uint32_t whole, const std::vector<std::uint32_t>& parts, bool covering);

private:
    void add_within(std::uint32_t whole, const Family& inside, bool covering);
    void add_balance(std::uint32_t then, std::uint32_t now, const Way& way);
    void add_sum(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right, bool equal);
    std::int64_t sum(const std::vector<std::uint32_t>& cells) const;
    Family largest_inside(std::uint32_t whole, const Family& family) const;

    Model& model_;
    const Views& views_;
    const Extents& extents_;
    std::set<std::uint32_t> unsure_;
    std::set<std::pair<std::vector<std::pair<std::uint32_t, int>>, bool>> known_;
};

}  // namespace quarterdeck::disclosure
