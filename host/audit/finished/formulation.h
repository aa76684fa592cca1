#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "audit/finished/agreement.h"
#include "audit/finished/release.h"
#include "audit/system.h"

namespace quarterdeck::audit {

/// A hidden figure of a release, wherever it stands. Counts are in ones, FTE in 1/100,000.
struct HiddenFigure {
    std::string place;       ///< "imaging/workforce, Medical, Consultant, female": where it stands first
    bool count = true;       ///< else FTE
    std::int64_t truth = 0;  ///< leaves out relations that it breaks, and where other possibilities are looked for from
    bool small = false;      ///< of fewer people than the threshold
    bool known_narrow = false;  ///< the certificate says that it is narrower than the policy
};

/// What the reader of a finished release knows of its hidden figures.
struct Formulation {
    System system;                      ///< its unknowns are the hidden figures
    std::vector<HiddenFigure> figures;  ///< for each unknown
    std::size_t dropped = 0;            ///< relations that the true figures break: not assumed
};

/// Writes down what a reader knows, from what the files show and what the metrics say they count:
/// - the same people counted the same way are one figure, in whatever table they stand;
/// - rows add up to the total over them, men and women, age bands and the like to the row; or at least a total lies
///   between its largest part and their sum;
/// - FTE is at most headcount, headcount at most posts;
/// - who was there, and came, less who went, is who is there;
/// - a printed percentage, ratio, growth or difference is rounded from the two figures that it rests on.
/// Figures that computed tables were computed from are taken for known where they aren't hidden: see `GivenAnswer`.
/// Counts that are measured and not shown are taken for known where a figure that rests on them is shown. Throws
/// `Refusal` where a figure is hidden in one place and shown in another.
Formulation formulate(const FinishedRelease& release, const ReadTables& tables);

}  // namespace quarterdeck::audit
