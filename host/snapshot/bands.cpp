#include "snapshot/bands.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "extract/table.h"
#include "pay_bands.h"
#include "snapshot/age_bands.h"

namespace quarterdeck::snapshot {
namespace {

using Groups = std::map<std::string, std::string, std::less<>>;

/// The embedded list's columns: pay band, kind, group.
Groups read_groups() {
    Groups groups;
    for (const extract::TableRow& row : extract::read_table(pay_bands).rows) groups.emplace(row.cells[0], row.cells[2]);
    return groups;
}

const Groups& all_groups() {
    static const Groups groups = read_groups();
    return groups;
}

}  // namespace

std::string_view band_group(std::string_view pay_band) {
    const Groups& groups = all_groups();
    const auto found = groups.find(pay_band);
    return found == groups.end() ? std::string_view("Unknown") : found->second;
}

bool is_band_group(std::string_view group) {
    const Groups& groups = all_groups();
    return std::any_of(groups.begin(), groups.end(), [&](const auto& each) { return each.second == group; });
}

std::string_view age_band(int years) {
    if (years < 0) return age_bands.back();
    return age_bands[age_band_number(years)];
}

}  // namespace quarterdeck::snapshot
