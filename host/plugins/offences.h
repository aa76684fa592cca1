#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

namespace quarterdeck::plugins {

/// Whether an id can name a programme, metric, tag or column: a lower-case letter, then at most 63 lower-case
/// letters, digits and underscores. Nothing else gets into a file name, an anchor or a column heading.
bool is_identifier(std::string_view id);

/// Something wrong in what a plugin says: the check that it fails, by name, and a sentence with the place.
struct Offence {
    std::string_view check;
    std::string what;

    bool operator==(const Offence&) const = default;
};

/// What keeps a described programme from being reported, in the order of the programme: an id of another shape, a
/// text without one of its languages, a missing definition, unit or population, a query that can't be answered, a
/// formula, column or chart that names what isn't there.
std::vector<Offence> offences(const Programme& programme);

/// What keeps a table that a metric's plugin computed from being reported: no columns, ids of another shape or twice,
/// a heading without one of its languages, a figure finer than its column, a chart that names no column.
std::vector<Offence> offences(const Metric& metric, const Table& computed);

}  // namespace quarterdeck::plugins
