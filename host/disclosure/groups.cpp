#include "disclosure/groups.h"

#include <algorithm>
#include <optional>
#include <set>

namespace quarterdeck::disclosure {
namespace {

/// The field whose values a measure picks; nothing for other measures.
std::optional<Field> picked_field(const Measure& measure) {
    if (measure.where.alternatives.size() != 1 || measure.where.alternatives.front().size() != 1) return std::nullopt;
    const Condition& condition = measure.where.alternatives.front().front();
    return condition.test == Condition::Test::is ? std::optional(condition.field) : std::nullopt;
}

bool same_time(const Measure& one, const Measure& other) {
    return one.movement == other.movement && one.months_before == other.months_before;
}

/// The measures of an answer that look at the same people as one that picks values of a field.
class Beside {
public:
    Beside(const query::Answer& answer, std::size_t measure, Field field) {
        const Measure& part = answer.measures[measure];
        for (std::size_t other = 0; other < answer.measures.size(); ++other) {
            const Measure& one = answer.measures[other];
            if (!same_time(one, part)) continue;
            if (picked_field(one) == field) {
                picking.push_back(other);
                if (other != measure && one.count == Count::headcount) parts.push_back(other);
            } else if (one.count == Count::headcount && one.where == everyone()) {
                whole.push_back(other);
            }
        }
    }

    std::vector<std::size_t> whole;
    std::vector<std::size_t> parts;
    std::vector<std::size_t> picking;
};

bool counts_nobody(const query::Cell& cell) {
    return cell.known && cell.people == 0;
}

void add_rows(const query::Answer& answer, std::size_t number, std::size_t measure, Field field,
              std::vector<SharedValue>& found) {
    const Beside beside(answer, measure, field);
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        const query::Cell& part = answer.cell(row, measure);
        if (!part.known || part.people == 0) continue;
        SharedValue shared{number, row, field, measure, beside.whole, {}, beside.picking};
        for (const std::size_t other : beside.parts)
            if (counts_nobody(answer.cell(row, other))) shared.others.push_back(other);
        const bool all = beside.whole.empty() ? !beside.parts.empty() && shared.others.size() == beside.parts.size()
                                              : answer.cell(row, beside.whole.front()).people == part.people;
        if (all) found.push_back(std::move(shared));
    }
}

std::string name_of(const query::Answer& answer, const SharedValue& shared, const std::string& table) {
    const Row& row = answer.rows[shared.row];
    std::string label;
    for (const Text& text : row.labels)
        if (!text.en.empty()) label += (label.empty() ? "" : ", ") + text.en;
    return table + ", row \"" + (label.empty() ? row.id : label) + "\": everybody has the same " +
           std::string(field_name(shared.field));
}

}  // namespace

std::vector<SharedValue> shared_values(const std::vector<query::Answer>& answers) {
    std::vector<SharedValue> found;
    for (std::size_t number = 0; number < answers.size(); ++number) {
        const query::Answer& answer = answers[number];
        if (answer.source != Source::staff) continue;
        for (std::size_t measure = 0; measure < answer.measures.size(); ++measure)
            if (const auto field = picked_field(answer.measures[measure]);
                field && answer.measures[measure].count == Count::headcount)
                add_rows(answer, number, measure, *field, found);
    }
    return found;
}

std::vector<std::string> told_by(const std::vector<SharedValue>& shared, const std::vector<query::Answer>& answers,
                                 const std::vector<std::vector<Fate>>& fates, const std::vector<std::string>& names) {
    std::vector<std::string> told;
    std::set<std::string> known;
    for (const SharedValue& one : shared) {
        if (one.answer >= names.size()) continue;
        const query::Answer& answer = answers[one.answer];
        const auto is_shown = [&](std::size_t measure) {
            return fates[one.answer][one.row * answer.measures.size() + measure] == Fate::shown;
        };
        const bool by_equal = is_shown(one.measure) && std::any_of(one.whole.begin(), one.whole.end(), is_shown);
        const bool by_zeros = !one.others.empty() && std::all_of(one.others.begin(), one.others.end(), is_shown);
        if (!by_equal && !by_zeros) continue;
        std::string name = name_of(answer, one, names[one.answer]);
        if (known.insert(name).second) told.push_back(std::move(name));
    }
    return told;
}

}  // namespace quarterdeck::disclosure
