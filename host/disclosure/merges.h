#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "disclosure/pattern.h"
#include "quarterdeck/query.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// Rows of a metric that become one where its table is sparse.
struct Merge {
    std::string metric;             ///< "healthcare_science/neurophysiology"
    std::vector<std::string> rows;  ///< ids of at least two
    std::string id;                 ///< of the row that takes their place
    Text label;                     ///< in place of the label in which they differ
    std::string template_file;      ///< that names the merge, for messages
    std::size_t line = 0;           ///< likewise

    bool operator==(const Merge&) const = default;
};

/// Whether more than a third of an answer's counts and FTE other than 0 are hidden.
bool is_sparse(const query::Answer& answer, const std::vector<Fate>& fates);

/// The query with the merge's rows as one, where the first of them stood. Throws `Refusal` naming the template's file
/// and line when the query finds its rows in the data, has no such rows, or they differ in more than one label.
Query merged(Query query, const Merge& merge);

}  // namespace quarterdeck::disclosure
