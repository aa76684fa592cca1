#pragma once

#include <string>

#include "quarterdeck/metric.h"

namespace quarterdeck::cli {

/// A rule as a reader takes it in: "area_of_work is Endoscopy, and gender isn't Male; or …". "Everybody" and "nobody"
/// where it has no conditions.
std::string rule_text(const Rule& rule);

/// "female: Female (headcount, where gender is Female)".
std::string measure_text(const Measure& measure);

/// "female_percent: Female, per cent (100 × female ÷ headcount, to 0 places)".
std::string formula_text(const Formula& formula);

}  // namespace quarterdeck::cli
