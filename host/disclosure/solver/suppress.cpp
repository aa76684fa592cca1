#include "disclosure/solver/suppress.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include <CbcConfig.h>

#include "disclosure/solver/attack.h"
#include "disclosure/solver/master.h"

namespace quarterdeck::disclosure {
namespace {

constexpr double noise = 1e-6;

/// One thing that a pattern must achieve: a range for a cell, against somebody who may know another one.
struct Aim {
    std::uint32_t cell = 0;
    std::optional<std::uint32_t> known;
    std::int64_t width = 0;
    bool met = false;  ///< by the pattern at hand, and so by every pattern that hides more

    auto operator<=>(const Aim&) const = default;
};

std::vector<Aim> aims_of(const Model& model) {
    std::vector<Aim> aims;
    for (std::uint32_t cell = 0; cell < model.cells.size(); ++cell)
        if (model.cells[cell].width > 0) aims.push_back({cell, std::nullopt, model.cells[cell].width});
    for (const Model::Insider& insider : model.insiders)
        aims.push_back({insider.target, insider.known, Model::unit, false});
    return aims;
}

class Suppressing {
public:
    Suppressing(const Model& model, const Effort& effort)
        : model_(model), effort_(effort), aims_(aims_of(model)), attack_(model), master_(model, effort) {}

    Suppression run() {
        hidden_ = master_.hidden();
        make_safe();
        std::vector<char> best = hidden_;
        bool optimal = false;
        for (int round = 0; round < effort_.rounds && !optimal; ++round) {
            master_.solve();
            hidden_ = master_.hidden();
            optimal = make_safe();
            if (optimal || cost(hidden_) < cost(best)) best = hidden_;
        }
        hidden_ = best;
        Suppression result;
        result.solver = "CBC " CBC_VERSION;
        result.hidden = hidden_;
        result.cost = cost(hidden_);
        result.bound = std::min(master_.bound(), result.cost);
        describe(result);
        return result;
    }

private:
    std::size_t number(const Aim& aim) const { return static_cast<std::size_t>(&aim - aims_.data()); }

    double width(const Aim& aim) const { return static_cast<double>(aim.width) / Model::unit; }

    bool applies(const Aim& aim) const { return hidden_[aim.cell] != 0 && (!aim.known || hidden_[*aim.known] != 0); }

    std::int64_t cost(const std::vector<char>& hidden) const {
        std::int64_t cost = 0;
        for (std::uint32_t cell = 0; cell < model_.cells.size(); ++cell)
            if (hidden[cell] != 0 && !model_.cells[cell].hidden) cost += model_.cells[cell].weight;
        return cost;
    }

    /// Hides more until the pattern is safe. True when it was safe already.
    bool make_safe() {
        bool at_once = true;
        for (Aim& aim : aims_) aim.met = false;
        while (!round_is_safe()) {
            at_once = false;
            master_.mend(hidden_);
        }
        return at_once;
    }

    /// Attacks the pattern, and adds a cut for each aim that it misses.
    bool round_is_safe() {
        attack_.set_pattern(hidden_);
        bool safe = true;
        for (Aim& aim : aims_) {
            if (!applies(aim) || aim.width <= 0 || aim.met) continue;
            if (met_before(aim)) {
                aim.met = true;
                continue;
            }
            const auto reach = attack_.reach(aim.cell, aim.known, width(aim) - noise);
            if (reach.down + reach.up >= width(aim) - noise) {
                met_.insert({key(aim), attack_.component(aim.cell)});
                aim.met = true;
                continue;
            }
            safe = false;
            if (!add_cut(aim, reach)) settle_for_less(aim);
        }
        return safe ? whole_numbers_do() : false;
    }

    using Key = std::pair<std::uint32_t, std::uint32_t>;
    static Key key(const Aim& aim) { return {aim.cell, aim.known.value_or(0xFFFFFFFFU)}; }

    bool met_before(const Aim& aim) const { return met_.contains({key(aim), attack_.component(aim.cell)}); }

    /// Adds what the attack proves. False when no pattern can do what the proof asks for.
    bool add_cut(const Aim& aim, const Attack::Reach& reach) {
        const bool always = model_.cells[aim.cell].hidden;
        const double needed = width(aim) - reach.given - reach.own;
        Cut cut;
        cut.aim = number(aim);
        double most = 0;
        double now = 0;
        for (const auto& [cell, term] : reach.cut.terms) {
            // Terms close to the whole requirement are taken for the whole: it keeps the programmes clean.
            const double factor = term > needed - noise ? needed : term;
            most += factor;
            if (hidden_[cell] != 0) now += factor;
            cut.terms.emplace_back(cell, factor);
        }
        if (needed <= noise || now >= needed - noise) return add_any_of(aim);
        if (most < needed - noise) return false;
        cut.least = always ? needed : 0;
        if (!always) cut.terms.emplace_back(aim.cell, -needed);
        std::sort(cut.terms.begin(), cut.terms.end());
        master_.add(std::move(cut));
        return true;
    }

    /// At least one more cell around the aim must be hidden. False when all are.
    bool add_any_of(const Aim& aim) {
        Cut cut;
        cut.aim = number(aim);
        for (const std::uint32_t cell : neighbourhood(aim.cell))
            if (hidden_[cell] == 0) cut.terms.emplace_back(cell, 1.0);
        if (cut.terms.empty()) return false;
        cut.least = model_.cells[aim.cell].hidden ? 1 : 0;
        if (cut.least == 0) cut.terms.emplace_back(aim.cell, -1.0);
        std::sort(cut.terms.begin(), cut.terms.end());
        master_.add(std::move(cut));
        return true;
    }

    /// Every cell that relations lead to from a cell, shown or hidden.
    const std::vector<std::uint32_t>& neighbourhood(std::uint32_t cell) {
        if (!everything_) {
            everything_.emplace(model_);
            everything_->set_pattern(std::vector<char>(model_.cells.size(), 1));
        }
        return everything_->component(cell);
    }

    /// The bounds alone leave less than was asked for: what hiding everything leaves is the aim from now on.
    void settle_for_less(Aim& aim) {
        neighbourhood(aim.cell);
        const auto reach = everything_->reach(aim.cell, aim.known, width(aim));
        const auto left = static_cast<std::int64_t>(std::floor((reach.down + reach.up + noise) * Model::unit));
        aim.width = std::max<std::int64_t>(0, std::min(left, aim.width - Model::unit / 10));
        if (model_.cells[aim.cell].whole) aim.width -= aim.width % Model::unit;
        lowered(aim);
    }

    /// What was asked for the aim before can't be had.
    void lowered(const Aim& aim) {
        master_.forget(number(aim));
        if (!aim.known) narrow_.insert(aim.cell);
    }

    /// Whether the cells' whole values are as many as the ranges promise; adds a cut where they aren't.
    bool whole_numbers_do() {
        bool safe = true;
        for (Aim& aim : aims_) {
            if (!applies(aim) || aim.width <= 0 || !model_.cells[aim.cell].whole) continue;
            const std::pair<Key, std::vector<std::uint32_t>> done{key(aim), attack_.component(aim.cell)};
            if (whole_.contains(done)) continue;
            if (enough_values(attack_, aim)) {
                whole_.insert(done);
                continue;
            }
            safe = false;
            neighbourhood(aim.cell);
            if (enough_values(*everything_, aim) && add_any_of(aim)) continue;
            aim.width -= Model::unit;
            lowered(aim);
        }
        return safe;
    }

    bool enough_values(Attack& attack, const Aim& aim) const {
        const Model::Cell& cell = model_.cells[aim.cell];
        const std::int64_t wanted = aim.width / Model::unit;
        std::int64_t found = 0;
        for (std::int64_t step = 1; step <= wanted + 1 && found < wanted; ++step)
            for (const std::int64_t value : {cell.value - step * Model::unit, cell.value + step * Model::unit})
                if (found < wanted && value >= cell.low && attack.attainable(aim.cell, value, aim.known)) ++found;
        return found >= wanted;
    }

    void describe(Suppression& result) {
        attack_.set_pattern(hidden_);
        for (std::uint32_t cell = 0; cell < model_.cells.size(); ++cell) {
            const Model::Cell& of = model_.cells[cell];
            Suppression::Range range{of.value, of.value};
            if (hidden_[cell] != 0) {
                const auto reach = attack_.reach(cell, std::nullopt, 2 * Attack::far);
                const auto amount = [&](double distance) {
                    return of.whole ? std::llround(std::floor(distance + noise)) * Model::unit
                                    : std::llround(distance * Model::unit);
                };
                range.low -= amount(reach.down);
                range.high = reach.up > Attack::far - 1 ? Model::unlimited : of.value + amount(reach.up);
            }
            result.ranges.push_back(range);
        }
        result.narrow.assign(narrow_.begin(), narrow_.end());
    }

    const Model& model_;
    Effort effort_;
    std::vector<Aim> aims_;
    Attack attack_;
    std::optional<Attack> everything_;
    Master master_;
    std::vector<char> hidden_;
    std::set<std::pair<Key, std::vector<std::uint32_t>>> met_;    ///< with all the cells that are hidden around
    std::set<std::pair<Key, std::vector<std::uint32_t>>> whole_;  ///< likewise
    std::set<std::uint32_t> narrow_;
};

}  // namespace

Suppression suppress(const Model& model, const Effort& effort) {
    return Suppressing(model, effort).run();
}

}  // namespace quarterdeck::disclosure
