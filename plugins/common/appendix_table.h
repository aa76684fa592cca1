#pragma once

#include <string>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"

namespace quarterdeck::programmes {

/// One row of a staff group: a pay band group, a grade, or a role that is shown apart.
struct GroupRow {
    std::string id;
    Text label;
    Rule where;
};

// Rows for the staff of a population. Rows made from one population never overlap.
std::vector<GroupRow> bands(const Population& staff);    ///< the four groups of Agenda for Change bands, highest first
std::vector<GroupRow> non_afc(const Population& staff);  ///< staff outside Agenda for Change
std::vector<GroupRow> whole(const Population& staff);    ///< everybody of the population, under its title
/// Consultants, specialty registrars (under the given label) and every other grade of doctor.
std::vector<GroupRow> grades(const Population& doctors, const Text& registrar);

/// The rows of all parts, in their order.
std::vector<GroupRow> rows(const std::vector<std::vector<GroupRow>>& parts);

/// The two spellings under which tables show specialty registrars.
Text specialty_registrar();
Text speciality_registrar();

/// Rows that share the label of their staff group.
struct StaffGroup {
    std::string id;  ///< begins the ids of its rows
    Text label;
    std::vector<GroupRow> rows;
};

/// A table of the workforce appendix: staff in post by staff group and band, with a total row.
struct AppendixTable {
    std::string id;
    Text title;
    Text definition;
    Population population;  ///< the total counts everybody in it who fits a row
    std::vector<StaffGroup> groups;
    std::vector<Text> notes;
};

/// Measures, in this order: headcount, FTE, male, female, over 55; then FTE per head and the shares of headcount.
Metric appendix_table(const AppendixTable& table);

}  // namespace quarterdeck::programmes
