#include "query/evaluate.h"

#include <algorithm>
#include <functional>
#include <set>

#include "query/answering.h"
#include "query/check.h"
#include "query/origins.h"
#include "query/staff_records.h"
#include "query/staff_source.h"
#include "query/tuning.h"

namespace quarterdeck::query {
namespace {

/// Groups people and posts of all staff records, latest date first.
void group(Origins& origins, Membership& membership) {
    for (auto origin = origins.rbegin(); origin != origins.rend(); ++origin)
        if (const auto* staff = dynamic_cast<const StaffRecords*>(origin->second.records.get()))
            origin->second.selections.group(*staff, membership);
}

std::vector<Answer> answer_all(const std::vector<Query>& queries, const Where& where, Date as_at,
                               Membership* membership) {
    for (const auto& query : queries) check(query);
    Origins origins = prepare(queries, where, as_at);
    const MovesSince moves = moves_since(queries, origins, where, as_at);
    std::vector<Answer> answers;
    answers.reserve(queries.size());
    for (const auto& query : queries) answers.push_back(answer(query, origins, moves, as_at, membership));
    if (membership != nullptr) group(origins, *membership);
    return answers;
}

}  // namespace

std::vector<Date> dates_needed(const std::vector<Query>& queries, Date as_at) {
    std::set<Date, std::greater<>> dates{as_at};
    for (const auto& query : queries) {
        check(query);
        for (const auto& measure : query.measures) dates.insert(as_at.months_before(measure.months_before));
    }
    return {dates.begin(), dates.end()};
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                             const Tuning& tuning) {
    return answer_all(queries, {input, tuning}, as_at, nullptr);
}

bool follow_people(const std::vector<Query>& queries) {
    return std::any_of(queries.begin(), queries.end(), has_movements);
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at) {
    return evaluate(queries, input, as_at, Tuning{});
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                             Membership& membership) {
    membership = {};
    return answer_all(queries, {input}, as_at, &membership);
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, StaffSource& staff,
                             Date as_at, Membership& membership) {
    membership = {};
    return answer_all(queries, {input, {}, &staff}, as_at, &membership);
}

}  // namespace quarterdeck::query
