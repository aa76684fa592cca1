#include "register/form/new_form.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "quarterdeck/message/names.h"
#include "register/form/form_layout.h"
#include "render/date_text.h"

namespace quarterdeck::returns {

namespace {

constexpr int added_risks = 10;
constexpr int added_issues = 15;
constexpr int added_decisions = 15;

FormValue text_or_nothing(const std::string& text) {
    return text.empty() ? FormValue{} : FormValue{text};
}
template <class T>
FormValue or_nothing(const std::optional<T>& value) {
    return value ? FormValue{*value} : FormValue{};
}
FormValue whole(int number) {
    return Decimal{number, 0};
}
FormValue named(std::string_view name) {
    return std::string(name);
}

template <class Item>
const Item* find(const std::vector<Item>& items, const std::string& id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) {
        if constexpr (requires { item.action_id; })
            return item.action_id == id;
        else
            return item.id == id;
    });
    return found == items.end() ? nullptr : &*found;
}

/// Fills a form's sheets, each in the order of its columns.
class Filling {
public:
    Filling(const FormContext& context, const FormWords& words)
        : context_(context),
          words_(words),
          last_(context.reported.find(context.definitions.programme, 1)),
          from_(context.correcting ? *context.correcting
                : last_            ? *last_
                                   : Return{}) {}

    void fill(FormSheet& sheet) const {
        if (sheet.id == "overview") overview(sheet);
        if (sheet.id == "actions") actions(sheet);
        if (sheet.id == "milestones") milestones(sheet);
        if (sheet.id == "risks") risks(sheet);
        if (sheet.id == "issues") issues(sheet);
        if (sheet.id == "decisions") decisions(sheet);
        if (sheet.id == "dependencies") dependencies(sheet);
        if (sheet.id == "measures") measures(sheet);
    }

private:
    /// What was said of last quarter only doesn't begin this one's.
    std::string this_quarters(const std::string& text) const { return context_.correcting ? text : ""; }

    void add(FormSheet& sheet, const std::string& id, std::vector<FormValue> values, bool added = false) const {
        values.insert(values.begin(), FormValue{id});
        values.resize(sheet.columns.size());
        sheet.rows.push_back({id, std::move(values), added});
    }

    std::string baseline(const Action& action) const {
        const std::optional<Date> day = context_.reported.baseline(context_.definitions.programme, action);
        return day ? render::date_text(*day, context_.language) : words_("no_baseline");
    }

    std::string rating_before(const std::string& id) const {
        const Entry* entry = last_ ? find(last_->entries, id) : nullptr;
        return entry ? words_.elsewhere("actions.rating_" + std::string(name(entry->rating)))
                     : words_.elsewhere("actions.not_returned");
    }

    void overview(FormSheet& sheet) const {
        const Overview& said = from_.overview;
        add(sheet, context_.definitions.programme,
            {text_or_nothing(from_.submitted_by), said.rating ? named(name(*said.rating)) : FormValue{},
             text_or_nothing(this_quarters(said.rating_reason)), text_or_nothing(said.summary),
             text_or_nothing(this_quarters(said.done)), text_or_nothing(this_quarters(said.planned))});
    }

    void actions(FormSheet& sheet) const {
        for (const Action& action : context_.definitions.actions) {
            if (action.kind != Action::Kind::action) continue;
            std::vector<FormValue> values{words_.of(action.title), baseline(action), rating_before(action.id)};
            if (const Entry* said = find(from_.entries, action.id))
                values.insert(values.end(),
                              {named(name(said->status)), named(name(said->rating)),
                               text_or_nothing(this_quarters(said->rating_reason)), whole(said->percent_complete),
                               or_nothing(said->forecast), text_or_nothing(said->narrative)});
            add(sheet, action.id, std::move(values));
            add_move(sheet, action.id);
        }
    }

    /// A date that this very return had moved.
    void add_move(FormSheet& sheet, const std::string& id) const {
        const BaselineMove* move = context_.correcting ? find(from_.baseline_moves, id) : nullptr;
        if (move == nullptr) return;
        sheet.rows.back().values[sheet.column("new_baseline")] = move->to;
        sheet.rows.back().values[sheet.column("decision")] = move->decision;
    }

    void milestones(FormSheet& sheet) const {
        for (const Action& milestone : context_.definitions.actions) {
            if (milestone.kind != Action::Kind::milestone) continue;
            std::vector<FormValue> values{words_.of(milestone.title), baseline(milestone)};
            if (const Milestone* said = find(from_.milestones, milestone.id))
                values.insert(values.end(),
                              {named(milestone_state_names[static_cast<std::size_t>(said->state)]),
                               or_nothing(said->met_on), or_nothing(said->forecast), text_or_nothing(said->narrative)});
            add(sheet, milestone.id, std::move(values));
            add_move(sheet, milestone.id);
        }
    }

    void risk(FormSheet& sheet, const std::string& id, const std::string& title, bool added) const {
        std::vector<FormValue> values{text_or_nothing(title)};
        if (const Risk* said = find(from_.risks, id)) {
            if (added) values = {text_or_nothing(said->title)};
            values.insert(values.end(),
                          {whole(said->likelihood), whole(said->impact),
                           named(trend_names[static_cast<std::size_t>(said->trend)]), text_or_nothing(said->owner),
                           text_or_nothing(said->mitigation), named(said->closed ? "yes" : "no")});
        }
        add(sheet, id, std::move(values), added);
    }

    void risks(FormSheet& sheet) const {
        for (const Action& action : context_.definitions.actions)
            if (action.kind == Action::Kind::risk) risk(sheet, action.id, words_.of(action.title), false);
        for (int i = 1; i <= added_risks; ++i) risk(sheet, fmt::format("R{}", i), "", true);
    }

    void issues(FormSheet& sheet) const {
        for (int i = 1; i <= added_issues; ++i) {
            const std::string id = fmt::format("I{}", i);
            std::vector<FormValue> values;
            if (const Issue* said = find(from_.issues, id))
                values = {text_or_nothing(said->title), text_or_nothing(said->response), text_or_nothing(said->owner),
                          or_nothing(said->raised_on), or_nothing(said->resolved_on)};
            add(sheet, id, std::move(values));
        }
    }

    void decisions(FormSheet& sheet) const {
        for (int i = 1; i <= added_decisions; ++i) {
            const std::string id = fmt::format("D{}", i);
            std::vector<FormValue> values;
            if (const Decision* said = find(from_.decisions, id))
                values = {text_or_nothing(said->question), text_or_nothing(said->owner), or_nothing(said->needed_by),
                          or_nothing(said->decided_on), text_or_nothing(said->outcome)};
            add(sheet, id, std::move(values));
        }
    }

    std::string sides_of(const Action& action) const {
        std::vector<std::string> names;
        for (const std::string& side : action.with) names.push_back(words_.body(side));
        return fmt::format("{}", fmt::join(names, ", "));
    }

    void dependency(FormSheet& sheet, const std::string& programme, const Action& action,
                    const std::string& sides) const {
        const bool own = programme == context_.definitions.programme;
        std::vector<FormValue> values{words_.of(action.title), sides};
        for (const Dependency& said : from_.dependencies)
            if (said.programme == programme && said.id == action.id)
                values.insert(values.end(), {named(name(said.rating)), text_or_nothing(said.view)});
        add(sheet, own ? action.id : programme + "/" + action.id, std::move(values));
    }

    void dependencies(FormSheet& sheet) const {
        for (const Action& action : context_.definitions.actions)
            if (action.kind == Action::Kind::interdependency || action.kind == Action::Kind::resource_dependency)
                dependency(sheet, context_.definitions.programme, action, sides_of(action));
        for (const Definitions& other : context_.others)
            for (const Action& action : other.actions)
                if (std::find(action.with.begin(), action.with.end(), context_.definitions.programme) !=
                    action.with.end())
                    dependency(sheet, other.programme, action, other.programme);
    }

    void measure(FormSheet& sheet, const Action& action, const Indicator& indicator) const {
        std::string kind;
        for (const auto& [known, name] : message::Names<Indicator::Kind>::list)
            if (known == indicator.kind) kind = name;
        std::vector<FormValue> values{words_.of(action.title), words_.of(indicator.title)};
        const auto said =
            std::find_if(from_.measurements.begin(), from_.measurements.end(),
                         [&](const Measurement& one) { return one.id == action.id && one.kind == indicator.kind; });
        if (said != from_.measurements.end())
            values.insert(values.end(), {or_nothing(said->baseline), or_nothing(said->target), or_nothing(said->actual),
                                         text_or_nothing(said->metric), text_or_nothing(said->narrative)});
        add(sheet, action.id + "/" + kind, std::move(values));
    }

    void measures(FormSheet& sheet) const {
        for (const Action& action : context_.definitions.actions) {
            const auto plain = [](const Indicator& one) { return one.kind == Indicator::Kind::measure; };
            if (!action.measure.en.empty() && std::none_of(action.indicators.begin(), action.indicators.end(), plain))
                measure(sheet, action, {Indicator::Kind::measure, action.measure, ""});
            for (const Indicator& indicator : action.indicators) measure(sheet, action, indicator);
        }
    }

    const FormContext& context_;
    const FormWords& words_;
    const Return* last_;
    Return from_;
};

std::vector<std::string> guidance(const FormContext& context, const FormWords& words) {
    std::vector<std::string> lines;
    for (const char* key :
         {"purpose", "cells", "sheets", "ratings", "reason", "dates", "moved", "roles", "absent", "return"})
        lines.push_back(words(std::string("guidance.") + key));
    if (context.reported.calendar)
        lines.insert(lines.begin() + 1, words("guidance.due") + " " +
                                            render::date_text(context.reported.calendar->return_due, context.language) +
                                            ".");
    return lines;
}

}  // namespace

std::size_t FormSheet::column(const std::string& column_id) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const FormColumn& column) { return column.id == column_id; });
    return static_cast<std::size_t>(found - columns.begin());
}

const FormRow* FormSheet::row(const std::string& row_id) const {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const FormRow& row) { return row.id == row_id; });
    return found == rows.end() ? nullptr : &*found;
}

Form new_form(const FormContext& context, const report::Locale& locale) {
    const FormWords words(locale, context.language);
    Form form{
        .kind = Form::Kind::a_return,
        .programme = context.definitions.programme,
        .quarter = context.reported.quarter,
        .language = context.language,
        .definitions_sha256 = context.definitions.sha256(),
        .title = words("title") + " " + words.of(context.programme_title) + ", " + context.reported.quarter.text(),
        .guidance_title = words("sheet.guidance"),
        .guidance = guidance(context, words),
        .sheets = form_layout(words)};
    const Filling filling(context, words);
    for (FormSheet& sheet : form.sheets) filling.fill(sheet);
    return form;
}

}  // namespace quarterdeck::returns
