#include <fmt/format.h>

#include <algorithm>

#include "published_check/checks.h"

namespace quarterdeck::published_check {
namespace {

constexpr std::int64_t one = audit::Printed::unit;

/// What the shares of a column make: 1, or 100 for percentages; nothing for other columns.
std::int64_t whole_of(const Table& table, std::size_t column) {
    const std::string name = plain(table.header(column));
    if (name == "share" || name == "proportion" || name.ends_with("_share")) return one;
    if (name == "percent" || name == "percentage" || name == "share_percent") return 100 * one;
    return 0;
}

/// A group of rows whose shares are all printed.
struct Group {
    std::vector<std::size_t> rows;
    std::int64_t sum = 0;
    std::int64_t room = 0;  ///< by how much rounding can move the sum
};

std::vector<Group> full_groups(const Table& table, std::size_t category, std::size_t column) {
    std::vector<Group> full;
    for (const std::vector<std::size_t>& rows : table.groups(category)) {
        Group group{rows, 0, 0};
        bool all = rows.size() > 1;
        for (const std::size_t row : rows) {
            const auto figure = read_figure(table.text(row, column));
            all = all && figure && figure->number();
            if (!all) break;
            group.sum += figure->value;
            group.room += half_place(figure->places == 0 ? 2 : figure->places);
        }
        if (all) full.push_back(std::move(group));
    }
    return full;
}

bool makes(const Group& group, std::int64_t whole) {
    return group.sum >= whole - group.room && group.sum <= whole + group.room;
}

/// A column adds up to the whole when two thirds of its groups do, and at least three.
bool is_category(const std::vector<Group>& groups, std::int64_t whole) {
    const auto fitting =
        std::count_if(groups.begin(), groups.end(), [&](const Group& group) { return makes(group, whole); });
    return fitting >= 3 && 3 * static_cast<std::size_t>(fitting) >= 2 * groups.size();
}

}  // namespace

void check_shares(const Table& table, Findings& findings) {
    for (const std::size_t column : table.figures()) {
        const std::int64_t whole = whole_of(table, column);
        if (whole == 0) continue;
        for (const std::size_t category : table.key()) {
            const std::vector<Group> groups = full_groups(table, category, column);
            if (!is_category(groups, whole)) continue;
            for (const Group& group : groups) {
                if (makes(group, whole)) continue;
                std::vector<std::string> shares;
                for (const std::size_t row : group.rows)
                    shares.push_back(fmt::format("{} ({})", table.text(row, column), table.text(row, category)));
                findings.push_back(
                    {Rule::shares_dont_make_one, table.place(group.rows.front(), column),
                     table.about(group.rows.front(), category),
                     fmt::format("{} make {}; with rounding {} can be reached, not {}", listed(shares),
                                 number_text(group.sum), range_text({group.sum - group.room, group.sum + group.room}),
                                 number_text(whole))});
            }
        }
    }
}

}  // namespace quarterdeck::published_check
