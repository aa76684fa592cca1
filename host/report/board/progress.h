#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/quarter.h"
#include "report/board/measures.h"

namespace quarterdeck::report {

/// A year of one action: what was returned in each of its quarters, and its indicators.
struct ProgressLine {
    Action action;
    std::vector<std::optional<returns::Entry>> entries;  ///< one a quarter, earliest first; nothing: not returned
    std::vector<MeasureLine> measures;                   ///< as returned in the last of them
    Language language = Language::english;               ///< that the last return is in

    bool operator==(const ProgressLine&) const = default;
};

/// A year's progress against the actions of a plan.
struct Progress {
    std::string plan;                        ///< "framework"
    std::vector<returns::Quarter> quarters;  ///< earliest first
    std::vector<ProgressLine> lines;         ///< in the order of the programmes and their plans

    bool operator==(const Progress&) const = default;
};

Progress progress(const BoardSource& source, const std::string& plan);

}  // namespace quarterdeck::report
