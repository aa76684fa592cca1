#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/appendix_table.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/outlook/assumption.h"
#include "quarterdeck/population.h"

namespace quarterdeck::programmes {

/// A staff group whose supply is projected. Large enough for its headcount to be shown: a programme with a hidden group
/// has no outlook. Doctors in training belong to none: their posts
/// are filled again, and they join the supply when they complete training.
struct OutlookGroup {
    std::string id;
    Text label;
    Rule where;
    std::vector<GroupRow> bands;  ///< highest first
    std::size_t entry_band = 0;   ///< that those who come from training start in
};

/// Courses whose graduates join a group: their English names, as the training returns write them.
struct OutlookCourses {
    std::vector<std::string> names;
    std::size_t group = 0;
};

/// Doctors who complete training in a specialty and join a group.
struct OutlookSpecialty {
    std::string name;  ///< in English, as the training returns write it
    std::size_t group = 0;
    std::int64_t where_unknown = 0;  ///< doctors a year, in thousandths, where the returns give no figure
};

/// What a programme's outlook rests on.
struct OutlookPlan {
    std::string programme;  ///< its id, as scenarios name it
    Text title;             ///< how tables name it
    Population staff;       ///< everybody in the groups
    std::vector<OutlookGroup> groups;
    std::optional<OutlookCourses> courses;  ///< of three years
    std::optional<OutlookSpecialty> specialty;
    std::vector<outlook::Assumption> assumptions;
    std::vector<Text> notes;
};

// Groups of a population: registered staff (bands 5 to 9), support staff (bands 2 to 4), doctors not in training.
OutlookGroup registered(const Population& staff, Text label);
OutlookGroup support(const Population& staff, Text label);
OutlookGroup trained_doctors(const Population& doctors, Text label);

/// Everybody in the groups, under the programme's name.
Population outlook_staff(const Text& title, const std::vector<OutlookGroup>& groups, const std::vector<Population>& of);

/// What all programmes assume; `own` replaces those with the same id.
std::vector<outlook::Assumption> outlook_assumptions(const std::vector<outlook::Assumption>& own = {});

/// Students leaving courses a year, in thousandths of a per cent, worked out from commissioned places: `counted` says
/// of which courses, how many and of how many went on.
outlook::Assumption attrition_of(std::int64_t low, std::int64_t central, std::int64_t high, const Text& counted);

/// Says of assumptions that nothing in the plan rests on that they aren't used.
void mark_unused(OutlookPlan& plan);

/// The tables of a programme's outlook: supply, flows, staff groups, pay bands, demand and gap, sensitivity,
/// assumptions, growth and signs of risk.
std::vector<Metric> outlook_metrics(OutlookPlan plan);

}  // namespace quarterdeck::programmes
