#include "audit/finished/release_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "audit/filling.h"
#include "audit/finished/agreement.h"
#include "audit/finished/formulation.h"
#include "audit/narrowing.h"
#include "audit/printed.h"
#include "audit/search.h"
#include "refusal.h"

namespace quarterdeck::audit {
namespace {

constexpr std::size_t most_steps = 6'000;  // to change the true figures into another filling
constexpr std::size_t most_tries = 2'000;  // of a search without a start

enum class Outcome { wide, narrow, unknown };

/// Attacks the hidden figures of a release one by one; what is found for one serves the others.
class Attacking {
public:
    Attacking(const FinishedRelease& release, const Formulation& known)
        : release_(release), known_(known), narrowing_(known.system), seen_(known.figures.size()) {
        std::vector<std::int64_t> truth;
        for (std::size_t i = 0; i < known.figures.size(); ++i) {
            truth.push_back(known.figures[i].truth);
            seen_[i].insert(truth.back());
        }
        for (std::size_t relation = 0; relation < known.system.relations.size(); ++relation)
            possible_ = narrowing_.use(relation) && possible_;
        for (std::size_t i = 0; possible_ && i < truth.size(); ++i)
            possible_ = truth[i] >= narrowing_.range(i).low && truth[i] <= narrowing_.range(i).high;
        if (!possible_) return;
        filling_.emplace(known.system, narrowing_, truth);
        possible_ = filling_->holds();
        islands_ = islands(known.system, narrowing_);
    }

    /// Whether the figures that were counted are among what the reader takes for possible.
    bool possible() const { return possible_; }

    Outcome attack(std::size_t unknown) {
        const HiddenFigure& figure = known_.figures[unknown];
        if (!figure.count) return attack_fte(unknown);
        if (!figure.small) return Outcome::wide;
        const std::size_t wanted = figure.known_narrow ? 2 : static_cast<std::size_t>(release_.policy.width);
        const Range range = narrowing_.range(unknown);
        std::size_t given_up = 0;
        for (std::int64_t step = 1; seen_[unknown].size() < wanted && step <= furthest(); ++step)
            for (const std::int64_t value : {figure.truth - step, figure.truth + step}) {
                if (seen_[unknown].size() >= wanted || value < range.low || value > range.high) continue;
                if (!seen_[unknown].contains(value) && !find(unknown, value))
                    given_up += is_out(unknown, value) ? 0 : 1;
            }
        if (seen_[unknown].size() >= wanted) return Outcome::wide;
        return seen_[unknown].size() + given_up < wanted ? Outcome::narrow : Outcome::unknown;
    }

private:
    /// As far as another value of a small count may lie.
    std::int64_t furthest() const { return std::int64_t{release_.policy.threshold} + release_.policy.width; }

    /// A range at least one person wide, in steps down to a hundredth.
    Outcome attack_fte(std::size_t unknown) {
        const std::int64_t truth = known_.figures[unknown].truth;
        const Range range = narrowing_.range(unknown);
        if (known_.figures[unknown].known_narrow) return range.single() ? Outcome::narrow : Outcome::wide;
        if (range.high - range.low < Printed::unit) return Outcome::narrow;
        constexpr std::array<std::int64_t, 7> hundredths{100, 75, 50, 25, 10, 5, 1};
        for (const std::int64_t part : hundredths)
            for (const int sign : {1, -1}) {
                if (wide_enough(unknown)) return Outcome::wide;
                const std::int64_t value = truth + sign * part * (Printed::unit / 100);
                const bool further = sign > 0 ? value > *seen_[unknown].rbegin() : value < *seen_[unknown].begin();
                if (further && value >= range.low && value <= range.high) find(unknown, value);
            }
        return wide_enough(unknown) ? Outcome::wide : Outcome::unknown;
    }

    bool wide_enough(std::size_t unknown) const {
        return *seen_[unknown].rbegin() - *seen_[unknown].begin() >= Printed::unit;
    }

    /// Looks for a filling with that value, starting from the true one.
    bool find(std::size_t unknown, std::int64_t value) {
        Filling other = *filling_;
        if (!other.move(unknown, value, most_steps)) return false;
        note(other.values());
        std::vector<std::int64_t> mirrored;
        for (std::size_t i = 0; i < seen_.size(); ++i)
            mirrored.push_back(2 * filling_->values()[i] - other.values()[i]);
        if (lies_within(mirrored) && Filling(known_.system, narrowing_, mirrored).holds()) note(mirrored);
        return true;
    }

    bool lies_within(const std::vector<std::int64_t>& values) const {
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] < narrowing_.range(i).low || values[i] > narrowing_.range(i).high) return false;
        return true;
    }

    void note(const std::vector<std::int64_t>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) seen_[i].insert(values[i]);
    }

    /// Whether a value is proved to be impossible; what is found possible is noted.
    bool is_out(std::size_t unknown, std::int64_t value) {
        const auto island = std::find_if(islands_.begin(), islands_.end(), [&](const Island& each) {
            return std::binary_search(each.begin(), each.end(), unknown);
        });
        if (island == islands_.end()) return true;
        Search search(known_.system, narrowing_, most_tries);
        const Search::Outcome outcome = search.ask(*island, unknown, {value, value});
        if (outcome == Search::Outcome::possible) seen_[unknown].insert(value);
        return outcome != Search::Outcome::given_up;
    }

    const FinishedRelease& release_;
    const Formulation& known_;
    Narrowing narrowing_;
    std::optional<Filling> filling_;  ///< the true figures
    std::vector<std::set<std::int64_t>> seen_;
    std::vector<Island> islands_;
    bool possible_ = true;
};

/// The release with what its computed tables rest on, as though its readers had that too: how a plugin computes isn't
/// known, so a reader may find out all of it.
FinishedRelease with_given(const FinishedRelease& release, ReadTables& tables) {
    FinishedRelease all = release;
    for (const GivenAnswer& given : release.given) {
        extract::Table& table = tables[given.table.name()];
        for (const Label& label : given.shown.labels) table.header.push_back(label.id);
        for (const Column& column : given.shown.columns) table.header.push_back(column.id);
        for (const TableRow& row : given.shown.rows) {
            std::vector<std::string>& cells = table.rows.emplace_back().cells;
            for (const Text& label : row.labels) cells.push_back(label.en);
            for (const quarterdeck::Figure& figure : row.figures) cells.push_back(plain_text(figure));
        }
        all.tables.push_back(given.table);
    }
    return all;
}

[[noreturn]] void refuse(const HiddenFigure& figure, int width) {
    throw Refusal(fmt::format(
        "{}: a reader of the finished tables can work out more of this hidden figure than the policy allows ({} values "
        "must stay possible for a small count, and 1.0 for FTE). Nothing was published. Merge rows of this table, "
        "leave "
        "it out, and please report this: the protection should have prevented it.",
        figure.place, width));
}

}  // namespace

Passed audit_release(const FinishedRelease& release) {
    ReadTables tables = read_in_agreement(release);
    if (!release.policy.protect) return {};
    const FinishedRelease all = with_given(release, tables);
    const Formulation known = formulate(all, tables);
    Attacking attacking(release, known);
    if (!attacking.possible())
        throw Refusal(
            "The finished tables show figures that weren't counted, or that contradict each other, so nothing was "
            "published. Please report this with the program's version.");
    Passed passed{.hidden = known.figures.size(), .relations = known.system.relations.size(), .dropped = known.dropped};
    for (std::size_t unknown = 0; unknown < known.figures.size(); ++unknown) {
        const Outcome outcome = attacking.attack(unknown);
        if (outcome == Outcome::narrow) refuse(known.figures[unknown], release.policy.width);
        if (outcome == Outcome::unknown)
            ++passed.bounded;
        else
            ++(known.figures[unknown].known_narrow ? passed.narrow : passed.proved);
    }
    return passed;
}

}  // namespace quarterdeck::audit
