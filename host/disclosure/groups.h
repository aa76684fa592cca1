#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "disclosure/certificate.h"
#include "quarterdeck/population.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// A row of which everybody has the same value of a field, as in 6 women and 0 men: whoever knows that somebody is
/// counted there learns it (group disclosure, attribute disclosure of a whole group).
struct SharedValue {
    std::size_t answer = 0;
    std::size_t row = 0;
    Field field{};
    std::size_t measure = 0;           ///< that counts everybody of the row
    std::vector<std::size_t> whole;    ///< the measures that count the row itself: headcount at the same date, or none
    std::vector<std::size_t> others;   ///< that pick other values of the field, and count nobody
    std::vector<std::size_t> picking;  ///< every measure that picks values of the field, whatever it counts
};

/// All such rows of the answers that count staff, in their order.
std::vector<SharedValue> shared_values(const std::vector<query::Answer>& answers);

/// Of these, the rows where what is shown tells it: row and part are printed and equal, or the other values are
/// printed as 0. Answers without a name are no tables of the release. Each row and field once, named by table and
/// labels; never a figure.
std::vector<std::string> told_by(const std::vector<SharedValue>& shared, const std::vector<query::Answer>& answers,
                                 const std::vector<std::vector<Fate>>& fates, const std::vector<std::string>& names);

}  // namespace quarterdeck::disclosure
