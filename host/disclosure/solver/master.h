#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "disclosure/model.h"
#include "disclosure/solver/attack.h"

namespace quarterdeck::disclosure {

/// Finds the cheapest pattern that satisfies all cuts so far. Cuts that share no cell are separate problems, and
/// those that haven't changed aren't solved again.
class Master {
public:
    /// The model must outlive the master.
    Master(const Model& model, const Effort& effort);

    void add(Cut cut);

    /// Takes back the cuts of an aim.
    void forget(std::size_t aim);

    /// Solves what has changed. Precondition: hiding everything satisfies every cut.
    void solve();

    /// The pattern found, and before that what must be hidden.
    const std::vector<char>& hidden() const { return hidden_; }

    /// Hides more until the pattern satisfies all cuts: in their order, what helps most for its cost.
    void mend(std::vector<char>& hidden) const;

    std::int64_t bound() const;  ///< no pattern that satisfies the cuts costs less

private:
    struct Answer {
        std::vector<std::uint32_t> hidden;
        std::int64_t bound = 0;
    };

    Answer solve(const std::vector<std::size_t>& cuts) const;
    Answer cheapest(const std::vector<Cut>& cuts) const;

    const Model& model_;
    int nodes_;
    std::vector<Cut> cuts_;
    std::map<std::vector<std::size_t>, Answer> answers_;  ///< by cuts
    std::vector<char> hidden_;
};

}  // namespace quarterdeck::disclosure
