#include "establishment.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "csv_text.h"
#include "organisations.h"
#include "population.h"

namespace quarterdeck::example {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 8> letters{{{"Band 2-4", 'A'},
                                                                    {"Band 5-6", 'B'},
                                                                    {"Band 7/8a/8b", 'C'},
                                                                    {"Band 8c/8d/9", 'D'},
                                                                    {"Non AfC", 'N'},
                                                                    {"Consultant", 'K'},
                                                                    {"Specialty Registrar", 'R'},
                                                                    {"Other", 'S'}}};

/// A code for each population and band group: ledgers tell both apart.
std::string code_of(std::size_t population, std::string_view band_group) {
    const auto* letter = std::ranges::find(letters, band_group, &std::pair<std::string_view, char>::first);
    if (letter == letters.end()) throw std::logic_error("no subjective code is for " + std::string(band_group));
    return std::string(populations()[population].subjective_code) + letter->second;
}

/// A grade stands for itself, a group of bands for none of them.
bool is_grade(std::string_view band_group) {
    return band_group == "Consultant" || band_group == "Specialty Registrar" || band_group == "Non AfC";
}

}  // namespace

std::string establishment(const InPost& in_post, std::uint64_t seed) {
    Draw draw(seed, Purpose::establishment);
    std::string out = "organisation,subjective_code,funded_fte,date\n";
    for (const auto& [posts, fte] : in_post) {
        if (fte == 0) continue;
        constexpr std::int64_t units_per_hundredth = whole_fte / 100;
        const std::int64_t funded = fte * draw.between(101, 107) / 100 / units_per_hundredth;
        append_csv(out, {organisations()[posts.organisation], code_of(posts.population, posts.band_group),
                         hundredths(funded), snapshot_date});
    }
    return out;
}

std::string subjective_codes(const Jobs& jobs) {
    std::set<std::string> rows;
    std::set<std::string> seen;
    for (const Job& job : jobs.all()) {
        const std::string code = code_of(job.population, job.band_group);
        if (!seen.insert(code).second) continue;
        const std::string_view columns(job.columns);
        const std::string_view before_band = columns.substr(0, columns.rfind(',', columns.size() - 2) + 1);
        const std::string band = is_grade(job.band_group) ? job.band_group + "," : "," + job.band_group;
        std::string row = code + ",";
        row.append(before_band).append(band).append("\n");
        rows.insert(std::move(row));
    }
    std::string out = "subjective_code,staff_group,occupation_code,job_role,area_of_work,pay_band,band_group\n";
    for (const std::string& row : rows) out += row;
    return out;
}

}  // namespace quarterdeck::example
