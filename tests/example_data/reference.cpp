#include "reference.h"

#include <algorithm>

#include "csv_table.h"
#include "job_roles_csv.h"
#include "occupation_codes_csv.h"
#include "organisations_csv.h"
#include "pay_bands_csv.h"

namespace quarterdeck::example {

namespace {

bool contains(const std::vector<std::string>& values, std::string_view value) {
    return std::ranges::find(values, value) != values.end();
}

bool contains(const std::vector<std::array<std::string, 2>>& pairs, std::string_view first, std::string_view second) {
    return std::ranges::any_of(pairs, [&](const auto& pair) { return pair[0] == first && pair[1] == second; });
}

}  // namespace

Reference::Reference() {
    read_embedded("organisations.csv", organisations_csv, std::array{"ods_code"},
                  [&](unsigned, const auto& cells) { organisations_.push_back(cells[0]); });
    read_embedded("occupation_codes.csv", occupation_codes_csv, std::array{"code", "status"},
                  [&](unsigned, const auto& cells) {
                      if (cells[1] == "valid") codes_.push_back(cells[0]);
                  });
    read_embedded("job_roles.csv", job_roles_csv, std::array{"staff_group", "job_role"},
                  [&](unsigned, const auto& cells) { job_roles_.push_back(cells); });
    read_embedded("pay_bands.csv", pay_bands_csv, std::array{"band_group", "pay_band"},
                  [&](unsigned, const auto& cells) { pay_bands_.push_back(cells); });
}

bool Reference::has_organisation(std::string_view ods_code) const {
    return contains(organisations_, ods_code);
}

bool Reference::has_valid_occupation_code(std::string_view code) const {
    return contains(codes_, code);
}

bool Reference::has_job_role(std::string_view staff_group, std::string_view job_role) const {
    return contains(job_roles_, staff_group, job_role);
}

bool Reference::has_pay_band(std::string_view band_group, std::string_view pay_band) const {
    return contains(pay_bands_, band_group, pay_band);
}

std::vector<std::string> Reference::pay_bands(std::string_view band_group) const {
    std::vector<std::string> bands;
    for (const auto& [group, band] : pay_bands_)
        if (group == band_group) bands.push_back(band);
    return bands;
}

}  // namespace quarterdeck::example
