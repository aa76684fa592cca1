#pragma once

#include <algorithm>
#include <string_view>

#include "explain/row_files.h"
#include "quarterdeck/period.h"
#include "quarterdeck/population.h"
#include "query/condition.h"

namespace quarterdeck::explain {

/// Whether a rule holds for a record whose fields `value_of` gives.
template <typename ValueOf>
bool holds(const Rule& rule, const ValueOf& value_of) {
    return std::any_of(rule.alternatives.begin(), rule.alternatives.end(), [&](const Rule::Alternative& alternative) {
        return std::all_of(alternative.begin(), alternative.end(), [&](const Condition& condition) {
            return query::holds(condition, value_of(condition.field));
        });
    });
}

/// What a row itself says of a field, before people's posts are held against each other.
std::string_view own_value(const SingleRow& single, Date date, Field field);

}  // namespace quarterdeck::explain
