#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "register/risk.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// A risk, numbered as the matrix shows it.
struct RiskLine {
    std::size_t number = 0;  ///< from 1; 0 for one that isn't in the matrix
    std::string programme;
    Text programme_title;
    std::string id;
    Text title;                             ///< as the plan has it; empty for one that the return brings in
    std::optional<returns::Risk> risk;      ///< nothing: not returned
    std::optional<int> score_before;        ///< last quarter's; nothing where it wasn't returned
    Language language = Language::english;  ///< that the programme's words are in
    std::vector<Challenge> challenges{};    ///< of this risk

    bool operator==(const RiskLine&) const = default;
};

struct Risks {
    std::vector<RiskLine> lines;  ///< highest score first; not returned ones last
    std::size_t more = 0;         ///< open risks left out
    bool all_programmes = false;

    bool operator==(const Risks&) const = default;
};

/// The open risks of a plan and of the return, by score, then impact, then a rising trend. `most` of them.
Risks risks_of(const BoardSource& source, const Programme& programme, std::size_t most);

/// The same of all programmes together, without those that weren't returned.
Risks top_risks(const BoardSource& source, std::size_t most);

}  // namespace quarterdeck::report
