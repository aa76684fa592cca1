#include "disclosure/solver/requirements.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quarterdeck::disclosure {
namespace {

constexpr double noise = 1e-9;
constexpr double enough = 1e-6;  // below what is needed, and still taken for enough
constexpr std::size_t bits = 64;

/// What the cut's sum is at the least.
double lowest(const Cut& cut) {
    double sum = 0;
    for (const auto& [cell, factor] : cut.terms) sum += std::min(factor, 0.0);
    return sum;
}

/// Leaves out cells that are fixed, and shortens factors; adds cells that must be hidden. True when there are any. A
/// cut that always holds is left without terms.
bool tighten(Cut& cut, std::vector<char>& fixed) {
    std::erase_if(cut.terms, [&](const auto& term) {
        if (fixed[term.first] == 0) return false;
        cut.least -= term.second;
        return true;
    });
    const double needed = cut.least - lowest(cut);
    if (needed <= enough) {
        cut.terms.clear();
        return false;
    }
    double most = 0;
    for (auto& [cell, factor] : cut.terms) {
        factor = std::min(factor, needed);
        most += std::max(factor, 0.0);
    }
    bool any = false;
    for (const auto& [cell, factor] : cut.terms) {
        if (factor <= 0 || most - factor >= cut.least - enough) continue;
        fixed[cell] = 1;
        any = true;
    }
    return any;
}

void scale(Cut& cut) {
    double largest = 0;
    for (const auto& [cell, factor] : cut.terms) largest = std::max(largest, std::abs(factor));
    for (auto& [cell, factor] : cut.terms) factor /= largest;
    cut.least /= largest;
}

/// Whether every pattern that satisfies one cut satisfies the other: it asks for as much, of no more.
bool implies(const Cut& one, const Cut& other) {
    if (one.least < other.least - noise) return false;
    auto theirs = other.terms.begin();
    for (const auto& [cell, factor] : one.terms) {
        for (; theirs != other.terms.end() && theirs->first < cell; ++theirs)
            if (theirs->second < 0) return false;
        const bool both = theirs != other.terms.end() && theirs->first == cell;
        if (factor > (both ? theirs->second : 0) + noise) return false;
        if (both) ++theirs;
    }
    return std::none_of(theirs, other.terms.end(), [](const auto& term) { return term.second < 0; });
}

/// A bit for the cells that help to satisfy a cut: what one cut has and another lacks, it can't imply.
std::uint64_t helpers(const Cut& cut) {
    std::uint64_t mask = 0;
    for (const auto& [cell, factor] : cut.terms)
        if (factor > 0) mask |= std::uint64_t{1} << (cell % bits);
    return mask;
}

void leave_out_implied(std::vector<Cut>& cuts) {
    std::vector<std::uint64_t> masks;
    masks.reserve(cuts.size());
    for (const Cut& cut : cuts) masks.push_back(helpers(cut));
    std::vector<char> out(cuts.size());
    for (std::size_t other = 0; other < cuts.size(); ++other)
        for (std::size_t one = 0; one < cuts.size() && out[other] == 0; ++one)
            if (one != other && out[one] == 0 && (masks[one] & ~masks[other]) == 0 && implies(cuts[one], cuts[other]))
                out[other] = 1;
    std::size_t at = 0;
    std::erase_if(cuts, [&](const Cut&) { return out[at++] != 0; });
}

}  // namespace

Requirements reduced(std::vector<Cut> cuts, std::size_t cells) {
    std::vector<char> fixed(cells);
    for (bool again = true; again;) {
        again = false;
        for (Cut& cut : cuts)
            if (!cut.terms.empty() && tighten(cut, fixed)) again = true;
    }
    std::erase_if(cuts, [](const Cut& cut) { return cut.terms.empty(); });
    for (Cut& cut : cuts) scale(cut);
    leave_out_implied(cuts);
    Requirements requirements{{}, std::move(cuts)};
    for (std::uint32_t cell = 0; cell < cells; ++cell)
        if (fixed[cell] != 0) requirements.fixed.push_back(cell);
    return requirements;
}

}  // namespace quarterdeck::disclosure
