#include "report/challenge/challenges.h"

#include <algorithm>
#include <utility>

#include "report/board/measures.h"
#include "report/board/milestones.h"
#include "report/challenge/rules.h"

namespace quarterdeck::report {

namespace {

using returns::Rating;
using returns::Return;
using Rule = ChallengeRule;

/// Holds one programme's return against the facts.
class Holding {
public:
    Holding(const BoardSource& source, const Programme& programme)
        : source_(source),
          programme_(programme),
          now_(source.reported.find(programme.id)),
          measures_(measures_of(source, programme)) {
        for (const Action& entry : programme.actions)
            if (entry.kind == Action::Kind::milestone) milestones_.push_back(milestone_line(source, programme, entry));
    }

    std::vector<Challenge> found() && {
        if (now_ == nullptr) {
            add({.rule = Rule::not_returned, .entry = {}});
            return std::move(found_);
        }
        hold_whole();
        for (const Action& entry : programme_.actions) {
            if (entry.kind == Action::Kind::action) hold_action(entry);
            if (entry.kind == Action::Kind::milestone) hold_measures(entry.id);
        }
        hold_risks();
        return std::move(found_);
    }

private:
    void add(Challenge challenge) {
        if (!source_.off.contains(challenge.rule)) found_.push_back(std::move(challenge));
    }

    void hold_whole() {
        const returns::Overview& overview = now_->overview;
        const Return* before = source_.reported.find(programme_.id, 1);
        if (overview.rating == Rating::green) add_overdue({}, [](const auto&) { return true; });
        if (overview.rating == Rating::blue) add_open({}, [](const auto&) { return true; });
        if (rules::rating_without_reason(overview.rating, before == nullptr ? std::nullopt : before->overview.rating,
                                         overview.rating_reason))
            add({.rule = Rule::rating_without_reason, .entry = {}});
        std::vector<std::optional<std::string>> summaries;
        std::vector<std::optional<Rating>> ratings;
        for (std::size_t ago = 0; ago < source_.reported.quarters.size(); ++ago) {
            const Return* one = source_.reported.find(programme_.id, ago);
            summaries.push_back(one == nullptr ? std::nullopt : std::optional(one->overview.summary));
            ratings.push_back(one == nullptr ? std::nullopt : one->overview.rating);
        }
        if (rules::unchanged_for_three_quarters(summaries)) add({.rule = Rule::narrative_unchanged, .entry = {}});
        if (rules::red_for_two_quarters(ratings) && !asks_for_decision())
            add({.rule = Rule::red_without_decision, .entry = {}});
    }

    void hold_action(const Action& entry) {
        const auto history = source_.reported.history(programme_.id, entry.id);
        if (!history.empty() && history.front()) {
            const returns::Entry& now = *history.front();
            const std::optional<Date> baseline = source_.reported.baseline(programme_.id, entry);
            const auto belongs = [&](const MilestoneLine& line) { return line.id == entry.linked_id; };
            if (now.rating == Rating::green) add_overdue(entry.id, belongs);
            if (now.rating == Rating::blue) add_open(entry.id, belongs);
            if (rules::green_forecast_late(now, baseline))
                add({.rule = Rule::green_forecast_late, .entry = entry.id, .date = now.forecast});
            if (rules::full_but_not_complete(now)) add({.rule = Rule::full_but_not_complete, .entry = entry.id});
            if (rules::complete_but_not_full(now)) add({.rule = Rule::complete_but_not_full, .entry = entry.id});
            hold_history(entry.id, history);
        }
        hold_measures(entry.id);
    }

    void hold_history(const std::string& id, const std::vector<std::optional<returns::Entry>>& history) {
        std::vector<std::optional<std::string>> narratives;
        std::vector<std::optional<Rating>> ratings;
        for (const auto& entry : history) {
            narratives.push_back(entry ? std::optional(entry->narrative) : std::nullopt);
            ratings.push_back(entry ? std::optional(entry->rating) : std::nullopt);
        }
        ratings.resize(std::max<std::size_t>(ratings.size(), 2));
        const bool done = history.front()->status == returns::Status::complete;
        if (rules::rating_without_reason(ratings[0], ratings[1], history.front()->rating_reason))
            add({.rule = Rule::rating_without_reason, .entry = id});
        if (!done && rules::unchanged_for_three_quarters(narratives))
            add({.rule = Rule::narrative_unchanged, .entry = id});
        if (rules::red_for_two_quarters(ratings) && !asks_for_decision())
            add({.rule = Rule::red_without_decision, .entry = id});
    }

    void hold_measures(const std::string& id) {
        for (const MeasureLine& line : measures_)
            if (line.id == id && line.course == MeasureLine::Course::away)
                add({.rule = Rule::measure_moving_away, .entry = id});
    }

    void hold_risks() {
        for (const returns::Risk& risk : now_->risks)
            if (rules::without_mitigation(risk)) add({.rule = Rule::risk_without_mitigation, .entry = risk.id});
    }

    template <class Belongs>
    void add_overdue(const std::string& id, const Belongs& belongs) {
        for (const MilestoneLine& line : milestones_)
            if (line.overdue && belongs(line) && rules::two_quarters_overdue(*line.baseline, source_.as_at))
                add({.rule = Rule::green_milestone_overdue, .entry = id, .milestone = line.id, .date = line.baseline});
    }

    template <class Belongs>
    void add_open(const std::string& id, const Belongs& belongs) {
        for (const MilestoneLine& line : milestones_)
            if (line.open && belongs(line))
                add({.rule = Rule::blue_milestone_open, .entry = id, .milestone = line.id, .date = line.baseline});
    }

    bool asks_for_decision() const {
        return std::any_of(now_->decisions.begin(), now_->decisions.end(),
                           [](const returns::Decision& one) { return !one.taken(); });
    }

    const BoardSource& source_;
    const Programme& programme_;
    const Return* now_;
    std::vector<MilestoneLine> milestones_;
    std::vector<MeasureLine> measures_;
    std::vector<Challenge> found_;
};

}  // namespace

std::vector<Challenge> challenges(const BoardSource& source, const Programme& programme) {
    return Holding(source, programme).found();
}

}  // namespace quarterdeck::report
