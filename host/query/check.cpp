#include "query/check.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "refusal.h"

namespace quarterdeck::query {
namespace {

std::string quoted(std::string_view text) {
    std::string quoted(1, '"');
    quoted += text;
    quoted += '"';
    return quoted;
}

std::string_view source_name(Source source) {
    switch (source) {
        case Source::staff: return "staff records";
        case Source::training: return "training series";
        case Source::published: return "published series";
        case Source::establishment: return "funded posts";
    }
    return "";
}

/// Only values read from a message can be outside of their enumeration.
template <class Enumeration>
bool known(Enumeration value, Enumeration last) {
    return static_cast<int>(value) >= 0 && static_cast<int>(value) <= static_cast<int>(last);
}

bool has_field(Source source, Field field) {
    switch (source) {
        case Source::staff: return field <= Field::age_band;
        case Source::training:
        case Source::published: return field >= Field::series && field <= Field::stage;
        case Source::establishment:
            return field == Field::organisation || field == Field::subjective_code ||
                   (field >= Field::staff_group && field <= Field::band_group);
    }
    return false;
}

class Checker {
public:
    Checker(std::string where, const Query& query) : where_(std::move(where)), query_(query) {}

    void run() const {
        if (!known(query_.source, Source::establishment))
            refuse("has an unknown source. Use staff, training, published or establishment.");
        if (!known(query_.totals, Totals::cube)) refuse("asks for unknown totals. Use none, grand, rollup or cube.");
        rule(query_.population.rule, "its population");
        measures();
        if (query_.by.empty()) {
            listed();
        } else {
            by_fields();
        }
    }

private:
    [[noreturn]] void refuse(const std::string& sentence) const { throw Refusal(where_ + " " + sentence); }

    void rule(const Rule& rule, const std::string& part) const {
        for (const auto& alternative : rule.alternatives)
            for (const auto& condition : alternative) {
                if (!known(condition.test, Condition::Test::matches))
                    refuse("has an unknown test in " + part + ". Use is, is_not or matches.");
                field(condition.field, part + " tests");
            }
    }

    void field(Field field, const std::string& what) const {
        if (!known(field, Field::subjective_code)) refuse("names an unknown field: " + what + " it.");
        if (has_field(query_.source, field)) return;
        std::string fields;
        for (const auto& [each, name] : field_names)
            if (has_field(query_.source, each)) fields += (fields.empty() ? "" : ", ") + std::string(name);
        refuse("can't be answered: " + what + " " + std::string(field_name(field)) + ", a field that " +
               std::string(source_name(query_.source)) + " don't have. They have " + fields + ".");
    }

    void measures() const {
        if (query_.measures.empty()) refuse("has no measures. Give it at least one.");
        std::set<std::string_view> columns;
        for (const auto& label : query_.labels) {
            if (label.id.empty()) refuse("has a label column without an id. Give it one.");
            if (!columns.insert(label.id).second) twice("column", label.id);
        }
        for (const Field field : query_.by)
            if (known(field, Field::subjective_code)) columns.insert(field_name(field));
        for (const auto& each : query_.measures) {
            if (each.id.empty()) refuse("has a measure without an id. Give it one.");
            if (!columns.insert(each.id).second) twice("column", each.id);
            measure(each);
        }
    }

    void measure(const Measure& measure) const {
        const std::string name = "measure " + quoted(measure.id);
        if (!known(measure.count, Count::value))
            refuse("has an unknown count in " + name + ". Use headcount, role_count, fte or value.");
        const bool staff = query_.source == Source::staff;
        if (staff && measure.count == Count::value)
            refuse("can't be answered: " + name +
                   " sums values, which staff records don't have. Use headcount, role_count or fte.");
        if (!staff && measure.count != Count::value)
            refuse("can't be answered: " + name + " counts staff, which " + std::string(source_name(query_.source)) +
                   " don't hold. Use value.");
        if (measure.months_before < 0 || measure.months_before > most_months_before)
            refuse("can't be answered: " + name + " looks " + std::to_string(measure.months_before) +
                   " months back. Expected 0 to " + std::to_string(most_months_before) + ".");
        movement(measure, name);
        if (!staff && measure.months_before != 0)
            refuse("can't be answered: " + name +
                   " looks months back, which only staff records can. Use a rule on the field year.");
        rule(measure.where, name);
    }

    void movement(const Measure& measure, const std::string& name) const {
        if (!known(measure.movement, Movement::fewer_hours))
            refuse("has an unknown movement in " + name + ". Use none, or one of those that the SDK names.");
        if (measure.movement == Movement::none) return;
        if (query_.source != Source::staff)
            refuse("can't be answered: " + name + " counts a movement, which only staff records have.");
        if (measure.count != Count::headcount && measure.count != Count::fte)
            refuse("can't be answered: " + name + " counts a movement of posts. Use headcount or fte.");
        if (measure.months_before == 0)
            refuse("can't be answered: " + name + " counts a movement since the report's own date. Give it " +
                   "months_before, from 1 on.");
    }

    void listed() const {
        if (query_.rows.empty()) refuse("has neither rows nor fields to group by. Give it one of the two.");
        if (query_.totals != Totals::none)
            refuse("lists its rows and asks for totals by fields. List a row with total instead.");
        std::set<std::string_view> ids;
        for (const auto& row : query_.rows) {
            if (row.id.empty()) refuse("has a row without an id. Give it one.");
            if (!ids.insert(row.id).second) twice("row", row.id);
            if (row.labels.size() != query_.labels.size())
                refuse("has " + std::to_string(query_.labels.size()) + " label columns, but its row " + quoted(row.id) +
                       " has " + std::to_string(row.labels.size()) + " labels. Give each row one label a column.");
            rule(row.where, "row " + quoted(row.id));
        }
        if (std::all_of(query_.rows.begin(), query_.rows.end(), [](const Row& row) { return row.total; }))
            refuse("has total rows only, so there is nothing to total. List the rows that they are the total of.");
    }

    void by_fields() const {
        if (!query_.rows.empty()) refuse("lists rows and groups by fields. Do one of the two.");
        if (!query_.labels.empty())
            refuse("has label columns and groups by fields, which name its label columns. Leave the labels empty.");
        std::set<Field> fields;
        for (const Field each : query_.by) {
            field(each, "it groups by");
            if (!fields.insert(each).second)
                refuse("groups by " + std::string(field_name(each)) + " twice. Once will do.");
        }
    }

    [[noreturn]] void twice(const std::string& what, std::string_view id) const {
        refuse("has the " + what + " " + quoted(id) + " twice. Give each its own id.");
    }

    std::string where_;
    const Query& query_;
};

std::string query_name(const Query& query) {
    return query.id.empty() ? "A query without an id" : "Query " + quoted(query.id);
}

void check_mean(const Formula& formula, const std::vector<Measure>& measures, const std::string& where) {
    if (formula.mean_with.empty()) return;
    const auto named = [&](const std::string& id) {
        return std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.id == id; });
    };
    const auto refuse = [&](const std::string& sentence) { throw Refusal(where + sentence); };
    if (named(formula.mean_with) == measures.end())
        refuse("takes a mean with " + quoted(formula.mean_with) + ", which is none of the measures.");
    if (named(formula.mean_with)->count != named(formula.over)->count)
        refuse("takes a mean of " + quoted(formula.over) + " and " + quoted(formula.mean_with) +
               ", which count different things.");
    if (formula.kind != Formula::Kind::ratio && formula.kind != Formula::Kind::percentage &&
        formula.kind != Formula::Kind::share)
        refuse("takes a mean, which only a ratio, percentage or share can.");
}

void check_formula(const Formula& formula, const std::set<std::string_view>& measures, const std::string& where) {
    const auto refuse = [&](const std::string& sentence) { throw Refusal(where + sentence); };
    if (!known(formula.kind, Formula::Kind::compound_growth))
        refuse("is of an unknown kind. Use ratio, percentage, share, difference, growth or compound_growth.");
    for (const auto& operand : {formula.of, formula.over})
        if (!measures.contains(operand)) refuse("rests on " + quoted(operand) + ", which is none of the measures.");
    if (formula.places < 0 || formula.places > most_places)
        refuse("has " + std::to_string(formula.places) + " decimal places. Expected 0 to " +
               std::to_string(most_places) + ".");
    if (formula.years < 1 || formula.years > most_years)
        refuse("spans " + std::to_string(formula.years) + " years. Expected 1 to " + std::to_string(most_years) + ".");
}

}  // namespace

void check(const Query& query) {
    Checker(query_name(query), query).run();
}

void check(const Metric& metric) {
    const std::string name = "Metric " + quoted(metric.id);
    if (metric.computed()) {
        for (const auto& query : metric.needs) Checker(name + ": " + query_name(query), query).run();
        return;
    }
    Checker(name, metric.query).run();
    std::set<std::string_view> measures;
    for (const auto& measure : metric.query.measures) measures.insert(measure.id);
    std::set<std::string_view> columns = measures;
    for (const auto& label : metric.query.labels) columns.insert(label.id);
    for (const Field field : metric.query.by) columns.insert(field_name(field));
    for (const auto& formula : metric.formulas) {
        const std::string where = name + ": formula " + quoted(formula.id) + " ";
        if (formula.id.empty() || !columns.insert(formula.id).second)
            throw Refusal(where + "has no id of its own. Give it one that no other column has.");
        check_formula(formula, measures, where);
        check_mean(formula, metric.query.measures, where);
    }
    for (const auto& label : metric.query.labels) columns.erase(label.id);
    for (const Field field : metric.query.by) columns.erase(field_name(field));
    const auto must_be_a_column = [&](const std::string& id, const std::string& part) {
        if (!columns.contains(id))
            throw Refusal(name + ": its " + part + " names " + quoted(id) +
                          ", which is neither a measure nor a formula of it.");
    };
    for (const auto& column : metric.columns) must_be_a_column(column, "order of columns");
    if (metric.chart)
        for (const auto& series : metric.chart->series) must_be_a_column(series, "chart");
}

}  // namespace quarterdeck::query
