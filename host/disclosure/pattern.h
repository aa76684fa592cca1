#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "disclosure/model.h"
#include "disclosure/policy.h"
#include "query/answer.h"
#include "query/membership.h"

namespace quarterdeck::disclosure {

/// What becomes of one figure.
enum class Fate : std::uint8_t {
    shown,
    primary,    ///< a count of too few people, or of their posts
    dependent,  ///< FTE that rests on a hidden count
    secondary,  ///< hidden so that no other one can be worked out
};

/// What goes with a release: how it was protected, and how well.
struct Certificate {
    /// Where a figure stands: names and ids.
    struct Place {
        std::string answer;
        std::string row;
        std::string measure;

        bool operator==(const Place&) const = default;
    };

    /// A hidden figure, and what the attacker is left with.
    struct Hidden {
        std::vector<Place> places;
        Fate fate = Fate::primary;
        bool count = true;  ///< whole numbers; else FTE in 1/100,000
        std::int64_t low = 0;
        std::int64_t high = 0;  ///< Model::unlimited: no upper end that matters
    };

    Policy policy;
    std::uint64_t cells = 0;      ///< figures that count somebody, each once wherever it stands
    std::uint64_t primary = 0;    ///< of these
    std::uint64_t dependent = 0;  ///< of these
    std::uint64_t secondary = 0;  ///< of these
    std::uint64_t counts = 0;     ///< cells that count people or posts (the others are FTE)
    std::uint64_t hidden_counts = 0;
    std::uint64_t relations = 0;
    std::int64_t cost = 0;
    std::int64_t bound = 0;  ///< equal to the cost at the optimum
    std::vector<Hidden> hidden;
    /// Cells with fewer possible values than the policy asks for, whatever else is hidden.
    std::vector<Hidden> narrow;
};

/// The fate of every cell of every answer of a release.
struct Pattern {
    std::vector<std::vector<Fate>> fates;  ///< for each answer, cell by cell
    Certificate certificate;
};

/// Decides what to hide in a release, all answers together. `names` are the answers' names in messages. Where
/// nothing is too small no solver is started. Throws `Refusal` when a count could be worked out exactly whatever is
/// hidden, or when the solver gives no answer.
Pattern find_pattern(const std::vector<query::Answer>& answers, const query::Membership& membership,
                     const std::vector<std::string>& names, const Policy& policy, const Effort& effort,
                     const std::filesystem::path& solver);

}  // namespace quarterdeck::disclosure
