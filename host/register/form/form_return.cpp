#include "register/form/form_return.h"

#include <fmt/format.h>

#include <algorithm>

#include "quarterdeck/message/names.h"
#include "report/nearest.h"
#include "validate/message.h"

namespace quarterdeck::returns {

namespace {

/// A row that was filled in, and where its faults are told.
class Row {
public:
    Row(const FormSheet& sheet, const FilledRow& row, std::vector<Fault>& faults)
        : sheet_(sheet), row_(row), faults_(faults) {}

    const std::string& id() const { return row_.id; }

    /// Whether anything stands in the cells that a programme fills in.
    bool filled_in() const {
        for (std::size_t i = 1; i < row_.values.size(); ++i)
            if ((sheet_.columns[i].kind != FormColumn::Kind::fixed || row_.added) && filled(row_.values[i]))
                return true;
        return false;
    }

    bool has(const std::string& column) const { return filled(value(column)); }

    std::string text(const std::string& column) const {
        const auto* text = std::get_if<std::string>(&value(column));
        return text == nullptr ? "" : *text;
    }
    std::optional<Date> date(const std::string& column) const {
        const auto* date = std::get_if<Date>(&value(column));
        return date == nullptr ? std::nullopt : std::optional(*date);
    }
    std::optional<Decimal> decimal(const std::string& column) const {
        const auto* decimal = std::get_if<Decimal>(&value(column));
        return decimal == nullptr ? std::nullopt : std::optional(*decimal);
    }
    int whole(const std::string& column, int otherwise) const {
        const std::optional<Decimal> number = decimal(column);
        return number ? static_cast<int>(number->units) : otherwise;
    }
    /// The place of a choice among its column's choices.
    std::size_t choice(const std::string& column) const {
        const FormColumn& of = sheet_.columns[sheet_.column(column)];
        const std::string name = text(column);
        const auto found = std::find_if(of.choices.begin(), of.choices.end(),
                                        [&](const auto& choice) { return choice.first == name; });
        return found == of.choices.end() ? 0 : static_cast<std::size_t>(found - of.choices.begin());
    }
    template <class Enum>
    Enum chosen(const std::string& column) const {
        return static_cast<Enum>(choice(column));
    }

    /// One fault a cell: what can't be read there isn't missing as well.
    void fault(const std::string& column, std::string what) const {
        Fault fault{sheet_.title, cell_name(row_.row, sheet_.column(column)), std::move(what)};
        if (std::none_of(faults_.begin(), faults_.end(),
                         [&](const Fault& other) { return other.sheet == fault.sheet && other.cell == fault.cell; }))
            faults_.push_back(std::move(fault));
    }
    void expect(std::initializer_list<const char*> columns) const {
        for (const char* column : columns)
            if (!has(column))
                fault(column, fmt::format("it is empty, while {} is filled in otherwise; expected {}.", id(),
                                          sheet_.columns[sheet_.column(column)].heading));
    }
    /// A role is never a person: an address gives one away.
    std::string role(const std::string& column) const {
        std::string role = text(column);
        if (role.find('@') != std::string::npos)
            fault(column, "it holds an address; expected a role, for instance Programme manager, and never a person.");
        return role;
    }

private:
    const FormValue& value(const std::string& column) const { return row_.values[sheet_.column(column)]; }

    const FormSheet& sheet_;
    const FilledRow& row_;
    std::vector<Fault>& faults_;
};

/// Fills a return sheet by sheet.
class Making {
public:
    Making(const ReturnRules& rules, std::vector<Fault>& faults)
        : rules_(rules), last_(rules.reported.find(rules.definitions.programme, 1)), faults_(faults) {}

    Return make(const FilledForm& form) {
        // Decisions come first: moved dates rest on them.
        each(form, "decisions", [this](const Row& row) { decision(row); });
        each(form, "overview", [this](const Row& row) { overview(row); });
        each(form, "actions", [this](const Row& row) { action(row); });
        each(form, "milestones", [this](const Row& row) { milestone(row); });
        each(form, "risks", [this](const Row& row) { risk(row); });
        each(form, "issues", [this](const Row& row) { issue(row); });
        each(form, "dependencies", [this](const Row& row) { dependency(row); });
        each(form, "measures", [this](const Row& row) { measure(row); });
        return std::move(made_);
    }

private:
    template <class Use>
    void each(const FilledForm& form, const std::string& sheet_id, const Use& use) {
        for (const FilledSheet& sheet : form.sheets) {
            if (sheet.form->id != sheet_id) continue;
            for (const FilledRow& filled_row : sheet.rows) {
                const Row row(*sheet.form, filled_row, faults_);
                if (row.filled_in() || sheet_id == "overview") use(row);
            }
        }
    }

    void overview(const Row& row) {
        row.expect({"submitted_by", "rating", "summary"});
        made_.submitted_by = row.role("submitted_by");
        made_.overview = {.rating = row.has("rating") ? std::optional(row.chosen<Rating>("rating")) : std::nullopt,
                          .rating_reason = row.text("rating_reason"),
                          .summary = row.text("summary"),
                          .done = row.text("done"),
                          .planned = row.text("planned")};
        if (last_ != nullptr && last_->overview.rating && made_.overview.rating)
            expect_reason(row, *last_->overview.rating, *made_.overview.rating);
    }

    static void expect_reason(const Row& row, Rating before, Rating now) {
        if (before != now && !row.has("rating_reason"))
            row.fault("rating_reason", fmt::format("the rating of {} changed from {} to {}; expected the reason.",
                                                   row.id(), name(before), name(now)));
    }

    void action(const Row& row) {
        row.expect({"status", "rating", "percent"});
        Entry entry{.action_id = row.id(),
                    .status = row.chosen<Status>("status"),
                    .rating = row.chosen<Rating>("rating"),
                    .rating_reason = row.text("rating_reason"),
                    .percent_complete = row.whole("percent", 0),
                    .narrative = row.text("narrative"),
                    .forecast = row.date("forecast")};
        if (row.has("status") && row.has("percent") && entry.status == Status::complete &&
            entry.percent_complete != 100)
            row.fault("percent", fmt::format("it is {}, while the status is complete; expected 100, or another status.",
                                             entry.percent_complete));
        if (row.has("status") && entry.rating == Rating::blue && row.has("rating") && entry.status != Status::complete)
            row.fault("rating", "blue means complete, while the status is another; expected green, amber or red.");
        for (const Entry& before : last_ != nullptr ? last_->entries : std::vector<Entry>())
            if (before.action_id == row.id() && row.has("rating")) expect_reason(row, before.rating, entry.rating);
        made_.entries.push_back(std::move(entry));
        baseline(row);
    }

    void baseline(const Row& row) {
        const std::optional<Date> to = row.date("new_baseline");
        const std::string decision = row.text("decision");
        if (!to) {
            if (!decision.empty())
                row.fault("new_baseline", "a decision stands beside it, but no day; expected the new baseline date.");
            return;
        }
        const Action* defined = rules_.definitions.find(row.id());
        if (defined != nullptr && rules_.reported.baseline(rules_.definitions.programme, *defined) == to) return;
        if (decision.empty())
            return row.fault("decision",
                             "the baseline date is moved; expected the id of the decision that allows it, for instance "
                             "D1.");
        if (!is_taken(decision))
            return row.fault(
                "decision", fmt::format("the decision \"{}\" isn't in the log as taken; expected one with a day and an "
                                        "outcome.",
                                        validate::shown(decision)));
        made_.baseline_moves.push_back({row.id(), *to, decision});
    }

    bool is_taken(const std::string& id) const {
        for (const Decision& decision : made_.decisions)
            if (decision.id == id) return decision.taken();
        for (const LoggedDecision& logged : rules_.reported.decisions)
            if (logged.programme == rules_.definitions.programme && logged.decision.id == id)
                return logged.decision.taken();
        return false;
    }

    void milestone(const Row& row) {
        using State = Milestone::State;
        row.expect({"state"});
        Milestone milestone{.id = row.id(),
                            .state = row.chosen<State>("state"),
                            .met_on = row.date("met_on"),
                            .forecast = row.date("forecast"),
                            .narrative = row.text("narrative")};
        if (row.has("state")) {
            if (milestone.state == State::met && !milestone.met_on)
                row.fault("met_on", "the milestone is met; expected the day on which it was.");
            if (milestone.state != State::met && milestone.met_on)
                row.fault("met_on", "a day stands here, while the milestone isn't met; expected nothing, or met.");
            if (milestone.state == State::slipped && !milestone.forecast)
                row.fault("forecast", "the milestone slipped; expected the day on which it is forecast now.");
        }
        made_.milestones.push_back(std::move(milestone));
        baseline(row);
    }

    void risk(const Row& row) {
        row.expect({"title", "likelihood", "impact", "trend", "owner"});
        const bool added = rules_.definitions.find(row.id()) == nullptr;
        made_.risks.push_back({.id = row.id(),
                               .title = added ? row.text("title") : "",
                               .likelihood = row.whole("likelihood", 1),
                               .impact = row.whole("impact", 1),
                               .mitigation = row.text("mitigation"),
                               .owner = row.role("owner"),
                               .trend = row.chosen<Risk::Trend>("trend"),
                               .closed = row.text("closed") == "yes"});
    }

    void issue(const Row& row) {
        row.expect({"issue", "owner", "raised_on"});
        Issue issue{.id = row.id(),
                    .title = row.text("issue"),
                    .response = row.text("response"),
                    .owner = row.role("owner"),
                    .raised_on = row.date("raised_on"),
                    .resolved_on = row.date("resolved_on")};
        if (issue.raised_on && issue.resolved_on && *issue.resolved_on < *issue.raised_on)
            row.fault("resolved_on", fmt::format("it is before the issue was raised on {}; expected a later day.",
                                                 issue.raised_on->iso()));
        made_.issues.push_back(std::move(issue));
    }

    void decision(const Row& row) {
        row.expect({"question", "decider"});
        if (row.has("decided_on") != row.has("outcome"))
            row.fault(row.has("outcome") ? "decided_on" : "outcome",
                      "a decision that was taken has a day and an outcome; expected both, or neither.");
        made_.decisions.push_back({.id = row.id(),
                                   .question = row.text("question"),
                                   .owner = row.role("decider"),
                                   .needed_by = row.date("needed_by"),
                                   .decided_on = row.date("decided_on"),
                                   .outcome = row.text("outcome")});
    }

    void dependency(const Row& row) {
        row.expect({"rating"});
        const std::size_t slash = row.id().find('/');
        const bool own = slash == std::string::npos;
        made_.dependencies.push_back({.programme = own ? rules_.definitions.programme : row.id().substr(0, slash),
                                      .id = own ? row.id() : row.id().substr(slash + 1),
                                      .rating = row.chosen<Rating>("rating"),
                                      .view = row.text("view")});
    }

    void measure(const Row& row) {
        const std::size_t slash = row.id().rfind('/');
        Measurement measurement{.id = row.id().substr(0, slash),
                                .baseline = row.decimal("baseline"),
                                .target = row.decimal("target"),
                                .actual = row.decimal("actual"),
                                .metric = row.text("metric"),
                                .narrative = row.text("narrative")};
        for (const auto& [kind, kind_name] : message::Names<Indicator::Kind>::list)
            if (row.id().substr(slash + 1) == kind_name) measurement.kind = kind;
        const auto& metrics = rules_.metrics;
        if (!measurement.metric.empty() &&
            std::find(metrics.begin(), metrics.end(), measurement.metric) == metrics.end())
            row.fault("metric", fmt::format("the programme has no metric and measure \"{}\"{}",
                                            validate::shown(measurement.metric),
                                            report::nearest_hint(measurement.metric, metrics)));
        else if (!measurement.metric.empty() && measurement.actual)
            row.fault("actual", "a metric gives the actual, and a number stands here too; expected one of them.");
        made_.measurements.push_back(std::move(measurement));
    }

    const ReturnRules& rules_;
    const Return* last_;
    std::vector<Fault>& faults_;
    Return made_;
};

}  // namespace

Return return_of(const FilledForm& form, const ReturnRules& rules, std::vector<Fault>& faults) {
    return Making(rules, faults).make(form);
}

}  // namespace quarterdeck::returns
