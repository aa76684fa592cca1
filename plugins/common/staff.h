#pragma once

#include <string>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"
#include "quarterdeck/text.h"

namespace quarterdeck::programmes {

/// Both texts in each language, with a blank between them.
Text joined(const Text& first, const Text& second);

/// Doctors of every grade: staff group "Medical and Dental".
Rule medical_staff();

/// Everybody else. Keeps scientists apart from doctors who are known by their area of work.
Rule other_staff();

/// Doctors in specialties. Each occupation code that begins with 0 stands for its twin beginning with 1 too.
Rule doctors_in(const std::vector<std::string>& occupation_codes);

/// Everybody who belongs to at least one of the parts. Its definition is the parts' definitions in their order,
/// its version the latest of theirs.
Population united(std::string id, Text title, const std::vector<Population>& parts);

/// The query whose only row is a whole workforce, so that programmes can stand in one table.
Query one_row(std::string id, const Population& workforce, std::vector<Measure> measures);

// The measures that staff tables share. Counts are of people; FTE is full-time equivalents.
Measure headcount();
Measure fte();
Measure male();
Measure female();
Measure over_55();  ///< age 56 and over

// The formulas that staff tables share. They need `headcount`, and the measure that they are about.
Formula fte_per_head();                           ///< two places
Formula share_of_headcount(const Measure& part);  ///< whole per cent; id and title follow the measure's

/// How staff are counted, in words that end the definition of every staff table.
Text counting_rule();

}  // namespace quarterdeck::programmes
