#include "calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "refusal.h"

namespace quarterdeck::example {

namespace {

constexpr std::int64_t largest_suppressed = 4;

using Range = std::pair<std::int64_t, std::int64_t>;

Range possible(const Cell& cell) {
    return cell.suppressed() ? Range{1, largest_suppressed} : Range{cell.value, cell.value};
}

class Calibration {
public:
    Calibration(const PublishedRow& row, const Draw& draw) : draw_(draw) {
        result_.published = row;
        for (std::size_t i = 0; i < measures; ++i) result_.drawn[i] = row.cells[i].suppressed();
    }

    ExampleRow run() {
        if (std::ranges::any_of(result_.published.cells,
                                [](const Cell& cell) { return cell.kind == Cell::Kind::absent; }))
            return std::move(result_);
        set_sexes();
        set_headcount();
        set_over_55();
        set_fte();
        return std::move(result_);
    }

private:
    const Cell& cell(Measure measure) const { return result_.published.cell(measure); }
    std::int64_t& value(Measure measure) { return result_.values[static_cast<std::size_t>(measure)]; }
    bool& drawn(Measure measure) { return result_.drawn[static_cast<std::size_t>(measure)]; }

    /// Whether a suppressed headcount allows this many people, and open counts need no more of them.
    bool fits(std::int64_t people) const {
        if (cell(Measure::headcount).suppressed() && (people < 1 || people > largest_suppressed)) return false;
        const Cell& over_55 = cell(Measure::over_55);
        return over_55.suppressed() ? people > 0 : over_55.value <= people;
    }

    void set_sexes() {
        const auto [male_low, male_high] = possible(cell(Measure::male));
        const auto [female_low, female_high] = possible(cell(Measure::female));
        std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
        for (std::int64_t male = male_low; male <= male_high; ++male)
            for (std::int64_t female = female_low; female <= female_high; ++female)
                if (fits(male + female) || !(drawn(Measure::male) || drawn(Measure::female)))
                    pairs.emplace_back(male, female);
        if (pairs.empty()) refuse();
        const auto [male, female] =
            pairs.size() == 1 ? pairs.front() : pairs[draw_.below(static_cast<std::uint32_t>(pairs.size()))];
        value(Measure::male) = male;
        value(Measure::female) = female;
    }

    void set_headcount() {
        const std::int64_t people = value(Measure::male) + value(Measure::female);
        value(Measure::headcount) = people;
        const Cell& published = cell(Measure::headcount);
        if (!published.open() || published.value == people) return;
        if (drawn(Measure::male) || drawn(Measure::female))
            drawn(Measure::headcount) = true;
        else
            contradict(Measure::headcount, fmt::format("male {} + female {} = {}, headcount {}", value(Measure::male),
                                                       value(Measure::female), people, published.value));
    }

    void set_over_55() {
        const std::int64_t people = value(Measure::headcount);
        const Cell& published = cell(Measure::over_55);
        if (published.suppressed()) {
            if (people == 0) refuse();
            const auto highest = static_cast<std::int32_t>(std::min(people, largest_suppressed));
            value(Measure::over_55) = draw_.between(1, highest);
            return;
        }
        value(Measure::over_55) = std::min(published.value, people);
        if (published.value > people)
            contradict(Measure::over_55, fmt::format("over_55 {} > headcount {}", published.value, people));
    }

    void set_fte() {
        const std::int64_t people = value(Measure::headcount);
        const Cell& published = cell(Measure::fte);
        const std::int64_t most = people * 100;
        const bool possible_still = people == 0 ? published.value == 0 : published.value > 0 && published.value <= most;
        if (published.open() && possible_still) {
            value(Measure::fte) = published.value;
        } else if (published.open() && !drawn(Measure::headcount)) {
            value(Measure::fte) = people == 0 ? 0 : std::clamp(published.value, people, most);
            contradict(Measure::fte, published.value > most
                                         ? fmt::format("FTE {} > headcount {}", published.text, people)
                                         : fmt::format("FTE {} for headcount {}", published.text, people));
        } else {
            drawn(Measure::fte) = true;
            const std::int64_t cap = published.suppressed() ? std::min<std::int64_t>(most, 499) : most;
            value(Measure::fte) =
                draw_.between(static_cast<std::int32_t>(std::min(people * 50, cap)), static_cast<std::int32_t>(cap));
        }
    }

    [[noreturn]] void refuse() const {
        throw Refusal(
            fmt::format("appendix1_workforce.csv, {}, {}, {}: no numbers from 1 to 4 in the suppressed cells "
                        "agree with the open ones. Correct the row.",
                        result_.published.table, result_.published.staff_group, result_.published.band));
    }

    void contradict(Measure measure, std::string arithmetic) {
        result_.contradictions.push_back({measure, std::move(arithmetic)});
    }

    ExampleRow result_;
    Draw draw_;
};

}  // namespace

ExampleRow calibrate(const PublishedRow& row, const Draw& draw) {
    return Calibration(row, draw).run();
}

}  // namespace quarterdeck::example
