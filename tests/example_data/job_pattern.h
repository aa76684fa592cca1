#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "population.h"

namespace quarterdeck::example {

/// One kind of post in one kind of work.
struct JobPattern {
    Work work{};
    std::string_view band_group;
    std::uint32_t weight = 1;
    std::string_view staff_group;
    std::string_view occupation_code;  ///< `?` stands for the population's code letters
    std::string_view job_role;
    std::string_view pay_bands;      ///< separated by `|`; empty: all of the band group
    std::string_view areas_of_work;  ///< separated by `|`; empty: the population's
};

std::span<const JobPattern> job_patterns();

}  // namespace quarterdeck::example
