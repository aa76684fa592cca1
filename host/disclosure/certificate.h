#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "disclosure/model.h"
#include "disclosure/policy.h"

namespace quarterdeck::disclosure {

/// What becomes of one figure.
enum class Fate : std::uint8_t {
    shown,
    primary,    ///< a count of too few people, or of their posts
    dependent,  ///< FTE that rests on a hidden count
    secondary,  ///< hidden so that no other one can be worked out
};

/// How a release was protected: counts that may be published.
struct PublishedCertificate {
    Policy policy;
    std::string solver;           ///< name and version; empty where nothing had to be decided
    std::uint64_t cells = 0;      ///< figures that count somebody, each once wherever it stands
    std::uint64_t primary = 0;    ///< of these
    std::uint64_t dependent = 0;  ///< of these
    std::uint64_t secondary = 0;  ///< of these
    std::uint64_t counts = 0;     ///< cells that count people or posts (the others are FTE)
    std::uint64_t hidden_counts = 0;
    std::uint64_t group_rows = 0;    ///< that tell of everybody in them the same; 0 where policy ignores it
    std::uint64_t narrow_cells = 0;  ///< with fewer possible values than the policy asks for, whatever else is hidden
    std::uint64_t earlier_releases = 0;  ///< that were taken into account
    std::uint64_t kept = 0;              ///< cells that are hidden since an earlier release hid them
    std::uint64_t relations = 0;
    std::int64_t cost = 0;
    std::int64_t bound = 0;  ///< no safe pattern costs less

    bool optimal() const { return cost == bound; }
};

/// The same, and how well: what the attacker is left with.
struct Certificate : PublishedCertificate {
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

    std::vector<Hidden> hidden;
    std::vector<Hidden> narrow;  ///< the narrow cells of these
};

/// disclosure.json, which goes with the release: policy and counts, no cell.
std::string published_text(const PublishedCertificate& certificate);

/// The analyst's copy: the same, and for each hidden figure where it stands and the interval that an attacker is left
/// with. Not for publication.
std::string analyst_text(const Certificate& certificate);

}  // namespace quarterdeck::disclosure
