#include "query/absent.h"

#include <algorithm>

namespace quarterdeck::query {

bool Absent::concerns(const Query& query, const Measure& measure) const {
    if (query.source != Source::staff || measure.months_before == 0) return false;
    return std::find(dates.begin(), dates.end(), as_at.months_before(measure.months_before)) != dates.end();
}

std::vector<Query> without(std::vector<Query> queries, const Absent& absent) {
    for (Query& query : queries)
        for (Measure& measure : query.measures) {
            if (!absent.concerns(query, measure)) continue;
            measure.months_before = 0;
            measure.movement = Movement::none;
            measure.where = Rule{};
        }
    return queries;
}

void mark_unknown(const std::vector<Query>& queries, const Absent& absent, std::vector<Answer>& answers) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const std::vector<Measure>& measures = queries[i].measures;
        for (std::size_t cell = 0; cell < answers[i].cells.size(); ++cell)
            if (absent.concerns(queries[i], measures[cell % measures.size()])) answers[i].cells[cell] = {0, 0, false};
    }
}

}  // namespace quarterdeck::query
