#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "disclosure/problem.h"
#include "quarterdeck/period.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// Tells whether cells of two problems are one: the same rules, counted at the same dates. It knows fewer of them than
/// a problem itself does, which sees the posts; but what is asked in two problems in the same words, it knows.
class Identities {
public:
    struct Identity {
        Count count{};
        bool change = false;
        std::uint32_t row = 0;    ///< number of its records' rules
        std::uint32_t where = 0;  ///< number of the measure's rule
        Movement movement = Movement::none;
        Date since;
        Date date;

        auto operator<=>(const Identity&) const = default;
    };

    /// For each cell of a problem what it is called in the answers, which are as at a date. None for a cell that no
    /// table has and whose people none counts.
    std::vector<std::vector<Identity>> of_cells(const Problem& problem, const std::vector<query::Answer>& answers,
                                                Date as_at);

private:
    std::uint32_t number(std::string rule);
    std::vector<std::uint32_t> rows_of(const query::Answer& answer);

    std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace quarterdeck::disclosure
