#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::example {

/// The reference lists that are part of the program: nothing else appears as an organisation, occupation code, job
/// role or pay band.
class Reference {
public:
    Reference();

    bool has_organisation(std::string_view ods_code) const;
    bool has_valid_occupation_code(std::string_view code) const;  ///< in the list and not retired
    bool has_job_role(std::string_view staff_group, std::string_view job_role) const;
    bool has_pay_band(std::string_view band_group, std::string_view pay_band) const;
    std::vector<std::string> pay_bands(std::string_view band_group) const;  ///< lowest first

private:
    std::vector<std::string> organisations_;
    std::vector<std::string> codes_;
    std::vector<std::array<std::string, 2>> job_roles_;  ///< staff group, role
    std::vector<std::array<std::string, 2>> pay_bands_;  ///< group, band
};

}  // namespace quarterdeck::example
