#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "disclosure/earlier.h"
#include "disclosure/model.h"
#include "disclosure/policy.h"
#include "query/answer.h"
#include "query/membership.h"

namespace quarterdeck::disclosure {

/// All figures of a release that count staff, as one suppression problem.
///
/// Cells are the variables. The same posts counted the same way are one cell, in whatever table it stands. Zeros are
/// no cells: they are shown, and drop out of every relation. The attacker gets these relations, each of which the
/// true figures satisfy:
/// - rows of a table that make up another cell's posts: they add up to it, or, where the true figures don't (people
///   with several posts), the whole lies between its largest part and their sum; and likewise for all measures that
///   both have;
/// - rows that lie within another cell without making it up: their sum (or each of them) is at most that cell;
/// - rows of two tables that make up the same posts in two ways: equal sums, where true;
/// - measures of a row that pick values of one field (gender, age band, …): as parts of the row's whole;
/// - a row then, plus who came, less who went, as the row now; who came and who stayed as parts of it, and likewise
///   who went and who stayed as parts of the row then;
/// - FTE is at most the people behind it, and roles are at least as many, where that is true.
/// Between which bounds a hidden count lies follows from its kind: 1 to threshold − 1 for a primary one, since the
/// attacker knows which these are; from the threshold on for any other. What would be narrower still, that some
/// records happen not to exist, the attacker isn't taken to know: it stands in no table. The alternative, a variable
/// for every group of people, would assume just that, and would hide more.
struct Problem {
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    /// What makes a cell: what is counted, whether it is a change in it, and of whom.
    struct Counted {
        Count count{};
        bool change = false;
        std::uint32_t extent = 0;

        auto operator<=>(const Counted&) const = default;
    };

    /// Where a figure stands: answer and cell.
    struct Place {
        std::size_t answer = 0;
        std::size_t at = 0;
    };

    /// A figure of another release, as messages name it.
    struct Named {
        std::string table;
        std::string row;
        std::string measure;
    };

    Model model;
    std::vector<std::vector<std::uint32_t>> cell_of;  ///< for each answer's cells; `none` where nothing can be hidden
    std::vector<char> count;       ///< for each cell of the model: it counts people or posts (else FTE)
    std::vector<char> primary;     ///< for each cell: it counts too few people
    std::vector<char> shown;       ///< for each cell: it stands in some answer
    std::vector<char> own;         ///< for each cell: it stands in an answer of the release itself
    std::vector<char> kept;        ///< for each cell: an earlier release hid it, so it stays hidden
    std::vector<Counted> counted;  ///< for each cell
    std::map<std::uint32_t, std::vector<Place>> places;  ///< by extent: where its figures stand
    std::map<std::uint32_t, Named> elsewhere;            ///< cells that stand in no answer, but in an earlier release

    // Figures that an earlier release printed.
    std::vector<Place> revised;   ///< the records give another figure now
    std::vector<Place> reopened;  ///< the policy would hide it now
};

/// Precondition: the membership is that of the answers; the last of these are the answers to `earlier`'s queries.
/// What an earlier release printed, and what the records still say, has no bounds but its value: the attacker knows it
/// whatever is hidden. A count that one hid stays hidden, and is left with as many values as the policy asks for.
Problem build_problem(const std::vector<query::Answer>& answers, const query::Membership& membership,
                      const Policy& policy, const Earlier& earlier = {});

}  // namespace quarterdeck::disclosure
