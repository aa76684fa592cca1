#include "disclosure/merges.h"

#include <algorithm>
#include <optional>

#include "refusal.h"

namespace quarterdeck::disclosure {
namespace {

[[noreturn]] void refuse(const Merge& merge, const std::string& sentence) {
    throw Refusal(merge.template_file + ", line " + std::to_string(merge.line) + ": " + sentence);
}

std::vector<Row>::iterator row_named(std::vector<Row>& rows, const std::string& id, const Merge& merge) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    if (found != rows.end() && !found->total) return found;
    std::string known;
    for (const Row& row : rows)
        if (!row.total) known += (known.empty() ? "" : ", ") + row.id;
    refuse(merge, merge.metric + " has no row \"" + id + "\" that could be merged. Its rows are " + known + ".");
}

/// Takes on another row's records. The labels may differ in one column.
void join(Row& into, const Row& other, std::optional<std::size_t>& differs, const Merge& merge) {
    for (std::size_t column = 0; column < into.labels.size(); ++column) {
        if (into.labels[column] == other.labels[column]) continue;
        if (differs.value_or(column) != column)
            refuse(merge, "the rows \"" + into.id + "\" and \"" + other.id +
                              "\" differ in more than one label, so that no one label can stand for both.");
        differs = column;
    }
    into.where.alternatives.insert(into.where.alternatives.end(), other.where.alternatives.begin(),
                                   other.where.alternatives.end());
}

}  // namespace

bool is_sparse(const query::Answer& answer, const std::vector<Fate>& fates) {
    constexpr std::size_t one_in = 3;
    std::size_t figures = 0;
    std::size_t hidden = 0;
    for (std::size_t at = 0; at < answer.cells.size(); ++at) {
        if (!answer.cells[at].known || answer.cells[at].people == 0) continue;
        ++figures;
        hidden += fates[at] != Fate::shown ? 1 : 0;
    }
    return hidden * one_in > figures;
}

bool would_be_sparse(std::size_t number, const std::vector<query::Answer>& answers, const query::Membership& membership,
                     const Policy& policy, const Solver& solver) {
    if (!policy.protect || answers[number].source != Source::staff) return false;
    std::vector<Fate> fates;
    for (const query::Cell& cell : answers[number].cells)
        fates.push_back(cell.people < policy.threshold ? Fate::primary : Fate::shown);
    if (is_sparse(answers[number], fates)) return true;
    query::Membership alone = membership;
    alone.of_cell = {membership.of_cell[number]};
    alone.of_row = {membership.of_row[number]};
    const Pattern pattern = find_pattern({answers[number]}, alone, {"table"}, policy, {}, solver);
    return is_sparse(answers[number], pattern.fates.front());
}

Query merged(Query query, const Merge& merge) {
    if (query.rows.empty()) refuse(merge, merge.metric + " finds its rows in the data, so they can't be merged.");
    Row joined = *row_named(query.rows, merge.rows.front(), merge);
    std::optional<std::size_t> differs;
    for (std::size_t i = 1; i < merge.rows.size(); ++i) {
        const auto other = row_named(query.rows, merge.rows[i], merge);
        join(joined, *other, differs, merge);
        query.rows.erase(other);
    }
    joined.id = merge.id;
    if (differs) joined.labels[*differs] = merge.label;
    *row_named(query.rows, merge.rows.front(), merge) = std::move(joined);
    return query;
}

}  // namespace quarterdeck::disclosure
