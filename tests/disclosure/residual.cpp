/// Says what a reader learns who runs our own optimiser over every filling of a table: fillings that would have been
/// hidden otherwise fall away. Small tables of random counts, women and men by band with both totals; for each, every
/// filling that fits what is printed is protected in the same way, and those with the same pattern stay.
///
///     disclosure-residual [TABLES [BANDS]]
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "disclosure/problem.h"
#include "disclosure/solver/suppress.h"
#include "query/evaluate.h"
#include "staff.h"

namespace quarterdeck::disclosure {
namespace {

constexpr Date as_at{2023, 3, 31};
constexpr std::size_t columns = 3;            // everybody, women, men
constexpr std::size_t most_fillings = 4'000;  // tables with more are left out, and counted

/// Women and men of each band.
using Filling = std::vector<std::array<int, 2>>;

/// What is printed: −1 for [c].
using Printed = std::vector<int>;

Query table(std::size_t bands) {
    Query query{.id = "bands", .labels = {{"band", {"Band", "Band"}}}};
    for (std::size_t i = 0; i < bands; ++i) {
        const std::string band = std::to_string(i);
        query.rows.push_back({.id = band, .labels = {{band, band}}, .where = is(Field::pay_band, {band})});
    }
    query.rows.push_back({.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true});
    const auto measure = [](const std::string& id, Rule where) {
        return Measure{.id = id, .title = {id, id}, .count = Count::headcount, .where = std::move(where)};
    };
    query.measures = {measure("headcount", everyone()), measure("female", is(Field::gender, {"Female"})),
                      measure("male", is(Field::gender, {"Male"}))};
    return query;
}

/// A table as we print it, and which of its figures are too small.
struct Protected {
    Printed printed;
    std::vector<char> primary;
    std::vector<int> values;
    bool narrow = false;  ///< our own attacker is left with less than the policy asks for, and the certificate says so
};

Protected protect(const Filling& filling) {
    std::vector<quarterdeck::testing::Post> posts;
    for (std::size_t band = 0; band < filling.size(); ++band)
        for (const int gender : {0, 1})
            for (int i = 0; i < filling[band][static_cast<std::size_t>(gender)]; ++i) {
                quarterdeck::testing::Post post{static_cast<int>(posts.size()), 100'000, {}};
                post.value(Field::pay_band) = std::to_string(band);
                post.value(Field::gender) = gender == 0 ? "Female" : "Male";
                posts.push_back(post);
            }
    snapshot::Input input;
    input.snapshots.push_back(quarterdeck::testing::snapshot_of(as_at, posts));
    query::Membership membership;
    const auto answers = query::evaluate({table(filling.size())}, input, as_at, membership);
    const Problem problem = build_problem(answers, membership, {});
    const Suppression suppression = suppress(problem.model, {});
    Protected result;
    result.narrow = !suppression.narrow.empty();
    for (std::size_t at = 0; at < answers[0].cells.size(); ++at) {
        const std::uint32_t cell = problem.cell_of[0][at];
        const bool hidden = cell != Problem::none && suppression.hidden[cell] != 0;
        const auto value = static_cast<int>(answers[0].cells[at].value);
        result.values.push_back(value);
        result.printed.push_back(hidden ? -1 : value);
        result.primary.push_back(cell != Problem::none && problem.primary[cell] != 0 ? 1 : 0);
    }
    return result;
}

std::vector<int> figures(const Filling& filling) {
    std::vector<int> all;
    std::array<int, columns> total{};
    for (const auto& [women, men] : filling) {
        for (const int figure : {women + men, women, men}) all.push_back(figure);
        total[0] += women + men;
        total[1] += women;
        total[2] += men;
    }
    all.insert(all.end(), total.begin(), total.end());
    return all;
}

/// Every filling that fits what is printed: what is hidden is at least 1. Empty when there are too many.
std::vector<Filling> fitting(const Printed& printed, std::size_t bands, int most) {
    std::vector<Filling> found;
    Filling filling(bands);
    bool too_many = false;
    const auto fits = [](int figure, int shown) { return shown < 0 ? figure > 0 : figure == shown; };
    const std::function<void(std::size_t)> fill = [&](std::size_t band) {
        if (too_many) return;
        if (band == bands) {
            const std::vector<int> all = figures(filling);
            for (std::size_t column = 0; column < columns; ++column)
                if (!fits(all[bands * columns + column], printed[bands * columns + column])) return;
            found.push_back(filling);
            too_many = found.size() > most_fillings;
            return;
        }
        const int* row = &printed[band * columns];
        for (int women = 0; women <= most; ++women)
            for (int men = 0; men <= most; ++men)
                if (fits(women + men, row[0]) && fits(women, row[1]) && fits(men, row[2])) {
                    filling[band] = {women, men};
                    fill(band + 1);
                }
    };
    fill(0);
    if (too_many) found.clear();
    return found;
}

/// How many primary figures have so many values left, for a reader of the table and for one who knows how it was made.
struct Measured {
    std::map<std::size_t, int> plain;
    std::map<std::size_t, int> knowing;
    int tables = 0;
    int left_out = 0;
};

void measure(const Filling& filling, int most, Measured& measured) {
    const Protected ours = protect(filling);
    const std::size_t hidden = static_cast<std::size_t>(std::count(ours.printed.begin(), ours.printed.end(), -1));
    if (hidden == 0 || ours.narrow) return;
    const std::vector<Filling> fillings = fitting(ours.printed, filling.size(), most);
    if (fillings.empty()) {
        ++measured.left_out;
        return;
    }
    ++measured.tables;
    std::vector<std::set<int>> plain(ours.printed.size());
    std::vector<std::set<int>> knowing(ours.printed.size());
    for (const Filling& other : fillings) {
        const bool same = protect(other).printed == ours.printed;
        const std::vector<int> all = figures(other);
        for (std::size_t at = 0; at < all.size(); ++at) {
            plain[at].insert(all[at]);
            if (same) knowing[at].insert(all[at]);
        }
    }
    for (std::size_t at = 0; at < ours.primary.size(); ++at) {
        if (ours.primary[at] == 0) continue;
        ++measured.plain[plain[at].size()];
        ++measured.knowing[knowing[at].size()];
    }
}

void print(const char* reader, const std::map<std::size_t, int>& counts) {
    int all = 0;
    for (const auto& [values, cells] : counts) all += cells;
    std::printf("%s:", reader);
    for (const auto& [values, cells] : counts) std::printf(" %zu values left for %d,", values, cells);
    std::printf(" of %d small counts\n", all);
}

int run(int tables, std::size_t bands) {
    constexpr int most = 12;
    std::mt19937 random(1);
    Measured measured;
    for (int i = 0; i < tables; ++i) {
        Filling filling(bands);
        for (auto& band : filling)
            for (int& people : band) people = static_cast<int>(random() % (most + 1));
        measure(filling, most, measured);
    }
    std::printf("%d tables with something hidden; %d left out for too many fillings\n", measured.tables,
                measured.left_out);
    print("A reader", measured.plain);
    print("One who knows how it was made", measured.knowing);
    return 0;
}

}  // namespace
}  // namespace quarterdeck::disclosure

int main(int argc, char** argv) {
    const int tables = argc > 1 ? std::atoi(argv[1]) : 50;
    const auto bands = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 3);
    return quarterdeck::disclosure::run(tables, bands);
}
