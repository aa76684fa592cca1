#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "register/decision.h"
#include "register/quarter.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// A decision that a programme asks for or that was taken.
struct DecisionLine {
    std::string programme;
    Text programme_title;
    returns::Quarter quarter;  ///< of the return that it stands in
    returns::Decision decision;
    Language language = Language::english;  ///< that it is worded in

    bool operator==(const DecisionLine&) const = default;
};

struct Decisions {
    enum class Kind { asked, taken };

    Kind kind = Kind::asked;
    std::vector<DecisionLine> lines;
    std::size_t more = 0;  ///< lines left out

    bool operator==(const Decisions&) const = default;
};

/// Asked for: by the day they are needed, those without one last. Taken: the decision log, latest first.
/// `programme` narrows them to one; empty: all.
Decisions decisions(const BoardSource& source, Decisions::Kind kind, const std::string& programme, std::size_t most);

}  // namespace quarterdeck::report
