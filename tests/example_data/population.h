#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "published.h"

namespace quarterdeck::example {

/// Which posts a population's people can hold; `jobs.cpp` lists the posts of each.
enum class Work {
    science,
    phlebotomy,
    cytoscreening,
    counselling,
    pathology_doctor,
    genomics_doctor,
    radiography,
    radiology_doctor,
    radiotherapy,
    oncology_doctor,
    endoscopy,
    cardiology_doctor,
    respiratory_doctor,
    neurophysiology_doctor,
    ent_doctor,
    nursing,
    nursing_support,
    clerical,
    estates,
    other_doctor,
};

/// Where a population's people work; `organisations.cpp` holds the weights.
enum class Spread { hospitals, blood, microbiology, genomics, radiotherapy, physics, everywhere };

/// Staff that one or more rows of an appendix table show, or staff outside diagnostics.
struct Population {
    std::string_view table;
    std::string_view staff_group;
    std::string_view band;     ///< only this row of the group; empty: those rows that no other population names
    std::string_view profile;  ///< of the age profile: "medical", "science" or empty
    std::string_view area;     ///< its name in age profile and skill mix; empty: it isn't in them
    std::string_view subjective_code;
    Work work{};
    std::string_view code_letters;   ///< last characters of scientists' occupation codes; a repeated one weighs more
    std::string_view areas_of_work;  ///< separated by `|`; empty: the post says it
    Spread spread = Spread::hospitals;
};

/// All populations: first those of the appendix, then those outside diagnostics, whose `table` is empty.
std::span<const Population> populations();

/// The position in `populations()` of the population that a row shows. Throws `Refusal`: none does.
std::size_t population_of(const PublishedRow& row);

/// The position in `populations()` of the one with an area of a profile, if there is one. The skill mix, whose
/// profile is empty, shows the areas of the profile "science".
std::optional<std::size_t> population_of_area(std::string_view profile, std::string_view area);

/// The position in `populations()` of the one outside diagnostics that does this work.
/// Precondition: there is one.
std::size_t population_outside(Work work);

/// The band group of a published row as in the reference list: "Specialty Registrar" for both spellings,
/// "Band 2-4" for phlebotomists. Empty for cytoscreeners, who are of all bands.
std::string band_group_of(const PublishedRow& row);

}  // namespace quarterdeck::example
