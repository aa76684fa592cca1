#pragma once

#include <string>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/query.h"
#include "quarterdeck/text.h"

namespace quarterdeck::programmes {

/// A course that is commissioned from a university. English names are as the training returns write them.
struct Course {
    std::string id;
    Text title;
    Text university;
};

/// The courses of a programme.
struct Courses {
    Text field;  ///< what they are in, for titles: "pathology"
    std::vector<Course> courses;
    std::vector<Course> totals;  ///< for a course of several universities: its places at all of them together
    std::vector<Text> notes;
};

/// Places on courses, and doctors who complete their training: what the training returns count under these names.
Population commissioned_places_population();
Population cct_output_population();

/// Places by year of study for the last three plan years, and the numbers commissioned for 2023-24.
Metric commissioned_places(const Courses& courses);

/// Graduates expected in the summers of 2024 and 2025.
Metric planned_output(const Courses& courses);

/// Doctors expected to complete their training in a specialty, 2023 to 2027. The English name of the specialty is
/// as the training returns write it.
Metric cct_output(const std::string& id, const Text& specialty);

}  // namespace quarterdeck::programmes
