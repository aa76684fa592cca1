#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"
#include "register/reported.h"
#include "report/board/said.h"
#include "report/challenge/challenge.h"

namespace quarterdeck::report {

/// What the blocks about a quarter are made from. Keeps references.
struct BoardSource {
    const std::vector<const Programme*>& programmes;  ///< by id
    const returns::Reported& reported;                ///< without a register: of the quarter, with nothing returned
    Date as_at;
    const RulesOff& off;
    /// A figure of a programme by metric and measure ("key_figures/headcount"), protected; nothing where this release
    /// doesn't make the metric, or it has more than one row and no total.
    std::function<std::optional<Figure>(const std::string& programme, const std::string& metric)> figure;

    const Programme* programme(const std::string& id) const {
        for (const Programme* one : programmes)
            if (one->id == id) return one;
        return nullptr;
    }
    /// Of a programme whose plugin is missing, its id.
    Text title(const std::string& id) const {
        const Programme* found = programme(id);
        return found == nullptr ? Text{id, id} : found->title;
    }
};

/// Blocks show the whole, or the first so many lines.
inline constexpr std::size_t all_lines = 0;

}  // namespace quarterdeck::report
