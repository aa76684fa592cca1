#include "disclosure/solver/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <set>

namespace quarterdeck::disclosure {
namespace {

constexpr std::int64_t unit = Model::unit;
constexpr int threshold = 5;
constexpr int values_left = 3;

Model::Cell count(std::int64_t value) {
    Model::Cell cell{.value = value * unit, .weight = 10};
    const bool few = value > 0 && value < threshold;
    cell.low = (few ? 1 : threshold) * unit;
    if (few) {
        cell.high = (threshold - 1) * unit;
        cell.width = (values_left - 1) * unit;
        cell.hidden = true;
    }
    return cell;
}

/// whole = sum of parts. Cells are added; zeros are left out, as the host does.
void add_sum(Model& model, std::uint32_t whole, const std::vector<std::uint32_t>& parts) {
    Model::Relation relation{{{whole, 1}}, true};
    for (const std::uint32_t part : parts) relation.terms.emplace_back(part, -1);
    std::sort(relation.terms.begin(), relation.terms.end());
    model.relations.push_back(relation);
}

/// A table with a total of each row and each column; zeros are no cells.
Model table(const std::vector<std::vector<int>>& inner) {
    Model model;
    std::vector<std::vector<std::optional<std::uint32_t>>> cells;
    const auto add = [&](int value) -> std::optional<std::uint32_t> {
        if (value == 0) return std::nullopt;
        model.cells.push_back(count(value));
        return static_cast<std::uint32_t>(model.cells.size() - 1);
    };
    std::vector<int> columns(inner.front().size() + 1);
    for (const auto& row : inner) {
        auto& made = cells.emplace_back();
        int sum = 0;
        for (std::size_t column = 0; column < row.size(); ++column) {
            made.push_back(add(row[column]));
            columns[column] += row[column];
            sum += row[column];
        }
        made.push_back(add(sum));
        columns.back() += sum;
    }
    auto& totals = cells.emplace_back();
    for (const int column : columns) totals.push_back(add(column));
    const auto add_line = [&](std::optional<std::uint32_t> whole,
                              const std::vector<std::optional<std::uint32_t>>& line) {
        if (!whole) return;
        std::vector<std::uint32_t> parts;
        for (const auto& cell : line)
            if (cell) parts.push_back(*cell);
        add_sum(model, *whole, parts);
    };
    for (const auto& row : cells) add_line(row.back(), {row.begin(), row.end() - 1});
    for (std::size_t column = 0; column < columns.size(); ++column) {
        std::vector<std::optional<std::uint32_t>> line;
        for (std::size_t row = 0; row + 1 < cells.size(); ++row) line.push_back(cells[row][column]);
        add_line(cells.back()[column], line);
    }
    return model;
}

/// The values that each hidden cell takes over all tables of whole numbers that fit what is shown. Cells without an
/// upper end go up to `most`.
class Enumeration {
public:
    Enumeration(const Model& model, const std::vector<char>& hidden, int most) : model_(model), most_(most) {
        for (const Model::Cell& cell : model.cells) values_.push_back(cell.value / unit);
        for (std::uint32_t cell = 0; cell < hidden.size(); ++cell)
            if (hidden[cell] != 0) open_.push_back(cell);
        is_open_.assign(hidden.begin(), hidden.end());
        found_.resize(model.cells.size());
        fill(0);
    }

    std::size_t values(std::uint32_t cell) const { return found_[cell].size(); }
    const std::set<std::int64_t>& found(std::uint32_t cell) const { return found_[cell]; }

private:
    bool possible() const {
        for (const Model::Relation& relation : model_.relations) {
            std::int64_t sum = 0;
            bool open = false;
            for (const auto& [cell, factor] : relation.terms) {
                open |= is_open_[cell] != 0;
                sum += factor * values_[cell];
            }
            if (!open && (relation.equal ? sum != 0 : sum > 0)) return false;
        }
        return true;
    }

    void fill(std::size_t next) {
        if (next == open_.size()) {
            for (const std::uint32_t cell : open_) found_[cell].insert(values_[cell]);
            return;
        }
        const std::uint32_t cell = open_[next];
        const std::int64_t kept = values_[cell];
        const std::int64_t high = model_.cells[cell].high == Model::unlimited ? most_ : model_.cells[cell].high / unit;
        is_open_[cell] = 0;
        for (values_[cell] = model_.cells[cell].low / unit; values_[cell] <= high; ++values_[cell])
            if (possible()) fill(next + 1);
        is_open_[cell] = 1;
        values_[cell] = kept;
    }

    const Model& model_;
    std::int64_t most_;
    std::vector<std::int64_t> values_;
    std::vector<std::uint32_t> open_;
    std::vector<char> is_open_;
    std::vector<std::set<std::int64_t>> found_;
};

bool is_safe(const Model& model, const std::vector<char>& hidden, int most) {
    const Enumeration all(model, hidden, most);
    for (std::uint32_t cell = 0; cell < model.cells.size(); ++cell)
        if (model.cells[cell].width > 0 && all.values(cell) < values_left) return false;
    return true;
}

/// The least cost of any safe pattern, by trying them all; nothing when none is.
std::optional<std::int64_t> least_cost(const Model& model, int most) {
    std::vector<std::uint32_t> optional_cells;
    for (std::uint32_t cell = 0; cell < model.cells.size(); ++cell)
        if (!model.cells[cell].hidden) optional_cells.push_back(cell);
    std::vector<std::pair<std::int64_t, std::uint32_t>> patterns;
    for (std::uint32_t pattern = 0; pattern < (1U << optional_cells.size()); ++pattern) {
        std::int64_t cost = 0;
        for (std::size_t i = 0; i < optional_cells.size(); ++i)
            if ((pattern >> i & 1U) != 0) cost += model.cells[optional_cells[i]].weight;
        patterns.emplace_back(cost, pattern);
    }
    std::sort(patterns.begin(), patterns.end());
    for (const auto& [cost, pattern] : patterns) {
        std::vector<char> hidden;
        for (const Model::Cell& cell : model.cells) hidden.push_back(cell.hidden ? 1 : 0);
        for (std::size_t i = 0; i < optional_cells.size(); ++i)
            if ((pattern >> i & 1U) != 0) hidden[optional_cells[i]] = 1;
        if (is_safe(model, hidden, most)) return cost;
    }
    return std::nullopt;
}

TEST(Suppression, HidesTheWholeWhereTheOtherPartIsAtTheThreshold) {
    // Six people, five women and one man. Hiding the women's five would not do: a hidden count that isn't primary is
    // five at least, so that six would still give the man away. Hiding the six leaves him from one to four.
    Model model;
    model.cells = {count(6), count(5), count(1)};
    add_sum(model, 0, {1, 2});
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.hidden, (std::vector<char>{1, 0, 1}));
    EXPECT_EQ(found.ranges[2], (Suppression::Range{unit, 4 * unit}));
    EXPECT_EQ(found.ranges[0], (Suppression::Range{6 * unit, 9 * unit}));
    EXPECT_TRUE(found.narrow.empty());
}

TEST(Suppression, HidesOneOtherPartWhereThatIsEnough) {
    Model model;
    model.cells = {count(30), count(20), count(8), count(2)};
    add_sum(model, 0, {1, 2, 3});
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.cost, 10);
    EXPECT_EQ(found.bound, found.cost);
    EXPECT_EQ(found.hidden[3], 1);
    EXPECT_GE(found.ranges[3].high - found.ranges[3].low, 2 * unit);
}

TEST(Suppression, SaysWhatCannotBeProtected) {
    // Four people in four rows of one each: all lie from 1 to 4, and so the attacker knows all.
    Model model;
    model.cells = {count(4), count(1), count(1), count(1), count(1)};
    add_sum(model, 0, {1, 2, 3, 4});
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.narrow, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(found.ranges[1], (Suppression::Range{unit, unit}));
}

TEST(Suppression, KeepsSingletonsFromEachOther) {
    // Two rows of one person each and one of twelve. Each of the two knows the other unless the third is hidden too.
    Model model;
    model.cells = {count(14), count(12), count(1), count(1)};
    add_sum(model, 0, {1, 2, 3});
    model.insiders = {{2, 3}, {3, 2}};
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.hidden[1] + found.hidden[0], 1);
}

TEST(Suppression, KeepsAHiddenFteWide) {
    Model model;
    model.cells = {count(20), count(17), count(3)};
    add_sum(model, 0, {1, 2});
    const auto fte = [](std::int64_t value, bool hidden) {
        return Model::Cell{.value = value, .weight = 6, .width = unit, .whole = false, .hidden = hidden};
    };
    model.cells.push_back(fte(1'800'000, false));
    model.cells.push_back(fte(1'560'000, false));
    model.cells.push_back(fte(240'000, true));
    add_sum(model, 3, {4, 5});
    for (std::uint32_t row = 0; row < 3; ++row) {
        model.relations.push_back({{{row, -1}, {row + 3, 1}}, false});
        model.implications.push_back({row, row + 3});
    }
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.cost, 16);  // one more count and the FTE that goes with it
    EXPECT_GE(found.ranges[5].high - found.ranges[5].low, unit);
}

TEST(Suppression, IsTheSameEveryTime) {
    const Model model = table({{1, 7, 3}, {6, 2, 9}, {4, 8, 12}});
    EXPECT_EQ(suppress(model, {}), suppress(model, {}));
}

TEST(Suppression, IsSafeWithoutAnyEffort) {
    const Model model = table({{1, 7}, {6, 2}});
    const Suppression found = suppress(model, {.rounds = 0});
    EXPECT_TRUE(is_safe(model, found.hidden, 30));
    EXPECT_LE(found.bound, found.cost);
}

class RandomTables : public testing::TestWithParam<unsigned> {};

TEST_P(RandomTables, AreSafeAtLeastCost) {
    std::mt19937 random(GetParam());
    for (int i = 0; i < 40; ++i) {
        std::vector<std::vector<int>> inner(2, std::vector<int>(2));
        for (auto& row : inner)
            for (int& value : row) value = random() % 4 == 0 ? 0 : static_cast<int>(random() % 9);
        const Model model = table(inner);
        const Suppression found = suppress(model, {});
        const auto least = least_cost(model, 26);
        if (!least) {
            EXPECT_FALSE(found.narrow.empty());
            continue;
        }
        EXPECT_TRUE(found.narrow.empty());
        EXPECT_EQ(found.cost, *least) << testing::PrintToString(inner);
        EXPECT_EQ(found.bound, *least);
        EXPECT_TRUE(is_safe(model, found.hidden, 26)) << testing::PrintToString(inner);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTables, testing::Range(1U, 26U));

TEST(Suppression, LeavesACellOnItsOwnWithItsBounds) {
    Model model;
    model.cells.push_back(count(3));
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.ranges, (std::vector<Suppression::Range>{{1 * unit, 4 * unit}}));
    EXPECT_EQ(found.cost, 0);
}

TEST(Suppression, NeverCountsOnWhatWasPublishedBefore) {
    // 3 + 7 + 12 = 22, and everybody knows the 22 and the 7.
    Model model;
    for (const std::int64_t value : {22, 3, 7, 12}) model.cells.push_back(count(value));
    for (const std::size_t known : {0, 2}) model.cells[known].low = model.cells[known].high = model.cells[known].value;
    add_sum(model, 0, {1, 2, 3});
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.hidden, (std::vector<char>{0, 1, 0, 1})) << "only the 12 helps";
    EXPECT_TRUE(found.narrow.empty());
}

}  // namespace
}  // namespace quarterdeck::disclosure
