#include "register/form/form_layout.h"

#include "register/milestone.h"
#include "register/rating.h"
#include "register/risk.h"

namespace quarterdeck::returns {

namespace {

using Kind = FormColumn::Kind;

constexpr int wide = 48;
constexpr int medium = 26;
constexpr int narrow = 15;
constexpr std::size_t longest_role = 200;
constexpr std::size_t longest_title = 300;

/// Makes columns whose heading and hint stand in the locale under the column's id.
class Columns {
public:
    explicit Columns(const FormWords& words) : words_(words) {}

    FormColumn id() const { return made("id", Kind::fixed, narrow); }
    FormColumn fixed(const std::string& id, int width = narrow) const { return made(id, Kind::fixed, width); }
    FormColumn definition(const std::string& id) const {
        FormColumn column = made(id, Kind::fixed, wide);
        column.definition = true;
        column.longest = longest_title;
        return column;
    }
    FormColumn text(const std::string& id, std::size_t longest = 4'000, int width = wide) const {
        FormColumn column = made(id, Kind::text, width);
        column.longest = longest;
        return column;
    }
    FormColumn role(const std::string& id) const { return text(id, longest_role, medium); }
    FormColumn date(const std::string& id) const { return made(id, Kind::date, narrow); }
    FormColumn decimal(const std::string& id) const { return made(id, Kind::decimal, narrow); }
    FormColumn whole(const std::string& id, int lowest, int highest) const {
        FormColumn column = made(id, Kind::whole, narrow);
        column.lowest = lowest;
        column.highest = highest;
        return column;
    }
    /// `prefix` is where the locale has the words of each name.
    template <class Names>
    FormColumn choice(const std::string& id, const std::string& prefix, const Names& names) const {
        FormColumn column = made(id, Kind::choice, narrow + 4);
        for (const std::string_view name : names)
            column.choices.emplace_back(std::string(name), words_.elsewhere(prefix + std::string(name)));
        return column;
    }
    FormColumn rating(const std::string& id) const { return choice(id, "actions.rating_", rating_names); }

private:
    FormColumn made(const std::string& id, Kind kind, int width) const {
        FormColumn column{.id = id, .kind = kind, .heading = words_("column." + id), .hint = {}, .width = width};
        if (kind != Kind::fixed) column.hint = words_("hint." + id);
        return column;
    }

    const FormWords& words_;
};

FormSheet sheet(const FormWords& words, const std::string& id, std::vector<FormColumn> columns) {
    return {.id = id,
            .title = words("sheet." + id),
            .about = words("about." + id),
            .columns = std::move(columns),
            .rows = {}};
}

}  // namespace

std::vector<FormSheet> form_layout(const FormWords& words) {
    const Columns of(words);
    constexpr std::array<std::string_view, 2> yes_or_no{"yes", "no"};
    return {
        sheet(words, "overview",
              {of.id(), of.role("submitted_by"), of.rating("rating"), of.text("rating_reason"), of.text("summary"),
               of.text("done"), of.text("planned")}),
        sheet(words, "actions",
              {of.id(), of.definition("title"), of.fixed("due"), of.fixed("before"),
               of.choice("status", "actions.status_", status_names), of.rating("rating"), of.text("rating_reason"),
               of.whole("percent", 0, 100), of.date("forecast"), of.text("narrative"), of.date("new_baseline"),
               of.text("decision", longest_role, narrow)}),
        sheet(words, "milestones",
              {of.id(), of.definition("title"), of.fixed("due"),
               of.choice("state", "return.milestone_", milestone_state_names), of.date("met_on"), of.date("forecast"),
               of.text("narrative"), of.date("new_baseline"), of.text("decision", longest_role, narrow)}),
        sheet(words, "risks",
              {of.id(), of.definition("title"), of.whole("likelihood", 1, 5), of.whole("impact", 1, 5),
               of.choice("trend", "return.trend_", trend_names), of.role("owner"), of.text("mitigation"),
               of.choice("closed", "return.", yes_or_no)}),
        sheet(words, "issues",
              {of.id(), of.text("issue", longest_title), of.text("response"), of.role("owner"), of.date("raised_on"),
               of.date("resolved_on")}),
        sheet(words, "decisions",
              {of.id(), of.text("question"), of.role("decider"), of.date("needed_by"), of.date("decided_on"),
               of.text("outcome")}),
        sheet(words, "dependencies",
              {of.id(), of.definition("title"), of.fixed("sides", medium), of.rating("rating"), of.text("view")}),
        sheet(
            words, "measures",
            {of.id(), of.definition("title"), of.definition("indicator"), of.decimal("baseline"), of.decimal("target"),
             of.decimal("actual"), of.text("metric", longest_role, medium), of.text("narrative")}),
    };
}

}  // namespace quarterdeck::returns
