// Examples that others published, with what they found.

#include <gtest/gtest.h>

#include <algorithm>

#include "audit/attack.h"
#include "disclosure/solver/suppress.h"

namespace quarterdeck::disclosure {
namespace {

constexpr std::int64_t unit = Model::unit;

/// A table with its margins: inner cells row by row, then a total for each row, for each column, and for all.
struct Margins {
    Margins(std::size_t rows, std::size_t columns) : rows(rows), columns(columns) {}
    std::uint32_t cell(std::size_t row, std::size_t column) const {
        return static_cast<std::uint32_t>(row * columns + column);
    }
    std::uint32_t row_total(std::size_t row) const { return static_cast<std::uint32_t>(rows * columns + row); }
    std::uint32_t column_total(std::size_t column) const {
        return static_cast<std::uint32_t>(rows * columns + rows + column);
    }
    std::uint32_t total() const { return static_cast<std::uint32_t>(rows * columns + rows + columns); }

    std::size_t rows;
    std::size_t columns;
};

/// Nobody knows more of a hidden cell than that it isn't negative.
Model table(const std::vector<std::vector<std::int64_t>>& inner) {
    const Margins at(inner.size(), inner.front().size());
    Model model;
    model.cells.resize(at.total() + 1, {.weight = 10});
    std::vector<Model::Relation> columns(at.columns, {.terms = {}, .equal = true});
    Model::Relation all{.terms = {}, .equal = true};
    for (std::size_t row = 0; row < at.rows; ++row) {
        Model::Relation sum{.terms = {}, .equal = true};
        for (std::size_t column = 0; column < at.columns; ++column) {
            const std::int64_t value = inner[row][column] * unit;
            model.cells[at.cell(row, column)].value = value;
            model.cells[at.row_total(row)].value += value;
            model.cells[at.column_total(column)].value += value;
            model.cells[at.total()].value += value;
            sum.terms.emplace_back(at.cell(row, column), 1);
            columns[column].terms.emplace_back(at.cell(row, column), 1);
        }
        sum.terms.emplace_back(at.row_total(row), -1);
        all.terms.emplace_back(at.row_total(row), 1);
        model.relations.push_back(std::move(sum));
    }
    for (std::size_t column = 0; column < at.columns; ++column) {
        columns[column].terms.emplace_back(at.column_total(column), -1);
        model.relations.push_back(std::move(columns[column]));
    }
    all.terms.emplace_back(at.total(), -1);
    model.relations.push_back(std::move(all));
    return model;
}

/// sdcTools, "Handbook on Statistical Disclosure Control", chapter 4, section "Secondary tabular data protection
/// methods", example 3, after Geurts (1992), table 10: four cells are hidden, whose row totals are 7 and 3 and whose
/// column totals are 6 and 4. Nonnegative, cell (1, 1) is from 3 to 6.
TEST(KnownExamples, BoundsOfTheHandbook) {
    Model model = table({{4, 3}, {2, 1}, {3, 3}});
    const Margins at(3, 2);
    for (std::size_t row = 0; row < 2; ++row)
        for (std::size_t column = 0; column < 2; ++column) model.cells[at.cell(row, column)].hidden = true;
    const Suppression found = suppress(model, {});
    EXPECT_EQ(found.ranges[at.cell(0, 0)], (Suppression::Range{3 * unit, 6 * unit}));

    const audit::System system{{{0, 7}, {0, 7}, {0, 3}, {0, 3}},
                               {{{{0, 1}, {1, 1}}, {7, 7}},
                                {{{2, 1}, {3, 1}}, {3, 3}},
                                {{{0, 1}, {2, 1}}, {6, 6}},
                                {{{1, 1}, {3, 1}}, {4, 4}}}};
    EXPECT_EQ(audit::attack(system, {1, 1, 1, 1}).found[0].range, (audit::Range{3, 6}));
}

/// GaussSuppression, vignette "Small count frequency table suppression", table 1 (Statistics Norway; CRAN): age by
/// country, zeros and ones primary: the 0 of the young in Portugal. The Gauss method hides three more.
TEST(KnownExamples, HidesAsFewAsGaussSuppression) {
    const std::vector<std::vector<std::int64_t>> young_and_old{{2, 0, 5}, {3, 4, 6}};  // Iceland, Portugal, Spain
    Model model = table(young_and_old);
    const Margins at(2, 3);
    EXPECT_EQ(model.cells[at.total()].value, 20 * unit);  // as printed there
    model.cells[at.cell(0, 1)].hidden = true;
    model.cells[at.cell(0, 1)].width = unit;
    const Suppression found = suppress(model, {});
    EXPECT_EQ(std::count(found.hidden.begin(), found.hidden.end(), 1), 1 + 3);
    EXPECT_EQ(found.cost, found.bound);
    EXPECT_TRUE(found.narrow.empty());
}

/// sdcTable (Statistics Austria; github.com/sdcTools/sdcTable), data set microdata1 (data-raw/microdata1.R) counted by
/// region and gender, and tests/testthat/test-protectTable.r: the two women of region A are primary, cells cost what
/// they count, and all four of its methods hide region A's men and both figures of region C beside them.
TEST(KnownExamples, HidesWhatSdcTableHides) {
    Model model = table({{18, 2}, {14, 19}, {12, 10}, {11, 14}});  // men and women of A, B, C and D
    const Margins at(4, 2);
    EXPECT_EQ(model.cells[at.total()].value, 100 * unit);  // people in the data set
    for (Model::Cell& cell : model.cells) cell.weight = cell.value / unit;
    model.cells[at.cell(0, 1)].hidden = true;
    model.cells[at.cell(0, 1)].width = unit;
    const Suppression found = suppress(model, {});
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 2; ++column)
            EXPECT_EQ(found.hidden[at.cell(row, column)] != 0, row == 0 || row == 2) << row << ", " << column;
    EXPECT_EQ(std::count(found.hidden.begin(), found.hidden.end(), 1), 4);
    EXPECT_EQ(found.cost, 18 + 12 + 10);
    EXPECT_EQ(found.cost, found.bound);
}

}  // namespace
}  // namespace quarterdeck::disclosure
