#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "disclosure/pattern.h"
#include "disclosure/policy.h"
#include "disclosure/solver_process.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/membership.h"

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

/// Whether that would be so if the table of one of the answers stood on its own: which of its rows are merged depends
/// neither on what else a release shows nor on earlier ones. The solver is asked only where the counts below the
/// threshold don't decide. Never without protection.
bool would_be_sparse(std::size_t number, const std::vector<query::Answer>& answers, const query::Membership& membership,
                     const Policy& policy, const Solver& solver);

/// The query with the merge's rows as one, where the first of them stood. Throws `Refusal` naming the template's file
/// and line when the query finds its rows in the data, has no such rows, or they differ in more than one label.
Query merged(Query query, const Merge& merge);

}  // namespace quarterdeck::disclosure
