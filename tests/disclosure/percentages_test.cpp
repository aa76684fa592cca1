#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "disclosure/pattern.h"
#include "disclosure/protect.h"
#include "random_staff.h"

namespace quarterdeck::disclosure {
namespace {

using testing::RandomStaff;

/// Headcount, the younger and the older of it, women: in the table stand the headcount and the three shares of it.
constexpr std::size_t kinds = 4;
using Row = std::array<int, kinds>;
constexpr std::array<const char*, kinds> names{"headcount", "younger", "older", "female"};
constexpr int most_people = 16;  // more than the random staff are

Query shares() {
    Query query{.id = "shares"};
    query.labels = {{"band", {"Band", "Band"}}};
    query.rows = {{.id = "low", .labels = {{"Low", "Isel"}}, .where = is(Field::pay_band, {"Band 3", "Band 5"})},
                  {.id = "high", .labels = {{"High", "Uchel"}}, .where = is(Field::pay_band, {"Band 6", "Band 7"})},
                  {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}};
    const std::array<Rule, kinds> rules{everyone(), is(Field::age_band, {"26-35", "36-45"}),
                                        is(Field::age_band, {"46-55", "56 and over"}), is(Field::gender, {"Female"})};
    for (std::size_t kind = 0; kind < kinds; ++kind)
        query.measures.push_back({.id = names[kind], .title = {names[kind], names[kind]}, .where = rules[kind]});
    return query;
}

Metric metric(const Query& query, int places) {
    Metric metric{.id = "shares", .query = query, .columns = {"headcount"}};
    for (std::size_t kind = 1; kind < kinds; ++kind) {
        const std::string id = std::string(names[kind]) + "_percent";
        metric.formulas.push_back({.id = id,
                                   .title = {id, id},
                                   .kind = Formula::Kind::percentage,
                                   .of = names[kind],
                                   .over = "headcount",
                                   .places = places});
        metric.columns.push_back(id);
    }
    return metric;
}

/// 100 × of ÷ over in the last place, half away from zero; only whole numbers of people.
std::int64_t percentage(std::int64_t of, std::int64_t over, int places) {
    const std::int64_t scale = places == 0 ? 100 : 1000;
    return (2 * scale * of + over) / (2 * over);
}

/// Counts below the threshold, as the reader is taken to know of those that are hidden.
bool small(std::int64_t count) {
    return count > 0 && count < 5;
}

/// What a row can be, given what is printed in it and which of its hidden counts are small.
std::vector<Row> possible(const TableRow& printed, const Row& truth, int places) {
    const auto fits = [&](const Row& row) {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const auto* number = std::get_if<Decimal>(&printed.figures[kind]);
            if (number != nullptr) {
                const std::int64_t shown = kind == 0     ? row[0]
                                           : row[0] == 0 ? -1
                                                         : percentage(row[kind], row[0], places);
                if (shown != number->units) return false;
            } else if (truth[0] > 0 && (row[kind] == 0) != (truth[kind] == 0)) {
                return false;  // zeros are never hidden
            }
            if (small(truth[kind]) && !small(row[kind])) return false;
            if (number == nullptr && truth[kind] >= 5 && row[kind] < 5) return false;
        }
        return true;
    };
    std::vector<Row> rows;
    for (int people = 0; people <= most_people; ++people)
        for (int younger = 0; younger <= people; ++younger)
            for (int female = 0; female <= people; ++female)
                if (const Row row{people, younger, people - younger, female}; fits(row)) rows.push_back(row);
    return rows;
}

Row truth_of(const query::Answer& answer, std::size_t row) {
    Row truth{};
    for (std::size_t kind = 0; kind < kinds; ++kind) truth[kind] = static_cast<int>(answer.cell(row, kind).value);
    return truth;
}

/// The values that each count can have in some filling of the three rows.
std::array<std::array<std::set<int>, kinds>, 3> attainable(const std::array<std::vector<Row>, 3>& rows,
                                                           const std::array<bool, kinds>& adds_up) {
    std::map<Row, std::vector<Row>> totals;
    const auto key = [&](const Row& row) {
        Row masked = row;
        for (std::size_t kind = 0; kind < kinds; ++kind)
            if (!adds_up[kind]) masked[kind] = 0;
        return masked;
    };
    for (const Row& total : rows[2]) totals[key(total)].push_back(total);
    std::array<std::array<std::set<int>, kinds>, 3> values;
    for (const Row& low : rows[0])
        for (const Row& high : rows[1]) {
            Row sum{};
            for (std::size_t kind = 0; kind < kinds; ++kind) sum[kind] = low[kind] + high[kind];
            const auto found = totals.find(key(sum));
            if (found == totals.end()) continue;
            for (const Row& total : found->second) {
                bool between = true;
                for (std::size_t kind = 0; kind < kinds; ++kind)
                    between = between && total[kind] <= sum[kind] && total[kind] >= std::max(low[kind], high[kind]);
                if (!between) continue;
                for (std::size_t kind = 0; kind < kinds; ++kind) {
                    values[0][kind].insert(low[kind]);
                    values[1][kind].insert(high[kind]);
                    values[2][kind].insert(total[kind]);
                }
            }
        }
    return values;
}

class Percentages : public ::testing::TestWithParam<unsigned> {};

/// The counts behind the shares aren't printed: whoever knows the headcount gets at them, and so at the share that is
/// hidden, unless enough others are hidden with it.
TEST_P(Percentages, DoNotLetASmallCountBeComputedBack) {
    for (unsigned i = 0; i < 5; ++i)
        for (const int places : {0, 1}) {
            const unsigned seed = GetParam() * 5 + i;
            RandomStaff staff(seed, 6 + static_cast<int>(seed % 7));
            staff.queries.resize(1);
            staff.ask(0, shares());
            const query::Answer& answer = staff.answers.front();
            const Pattern pattern =
                find_pattern(staff.answers, staff.membership, {"shares"}, Policy{}, {}, Solver(QUARTERDECK_SOLVER));
            std::set<std::string> narrow;
            bool exact = false;
            for (const Certificate::Hidden& hidden : pattern.certificate.narrow) {
                exact = exact || hidden.low == hidden.high;
                for (const auto& place : hidden.places) narrow.insert(place.row + "/" + place.measure);
            }
            if (exact) continue;  // such a release is refused
            Protector protector(staff.answers, pattern);
            const ProtectedTable table = protector.protect(metric(staff.queries.front(), places), answer);
            std::array<std::vector<Row>, 3> rows;
            std::array<bool, kinds> adds_up{};
            for (std::size_t kind = 0; kind < kinds; ++kind)
                adds_up[kind] = answer.cell(0, kind).value + answer.cell(1, kind).value == answer.cell(2, kind).value;
            for (std::size_t row = 0; row < 3; ++row)
                rows[row] = possible(table.rows()[row], truth_of(answer, row), places);
            const auto values = attainable(rows, adds_up);
            for (std::size_t row = 0; row < 3; ++row)
                for (std::size_t kind = 0; kind < kinds; ++kind) {
                    if (!small(truth_of(answer, row)[kind])) continue;
                    const bool known = narrow.contains(answer.rows[row].id + "/" + names[kind]);
                    EXPECT_GE(values[row][kind].size(), known ? 2U : 3U)
                        << "seed " << seed << ", " << answer.rows[row].id << ", " << names[kind];
                }
        }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Percentages, ::testing::Range(0U, 12U));

}  // namespace
}  // namespace quarterdeck::disclosure
