#include "query/selector.h"

#include <utility>

#include "query/condition.h"

namespace quarterdeck::query {

const Bits& Selector::entries(const Rule& rule) {
    std::string key = key_of(rule);
    if (const auto known = by_rule_.find(key); known != by_rule_.end()) return known->second;
    Bits any(records_.size());
    for (const auto& alternative : rule.alternatives) {
        Bits all(records_.size(), true);
        for (const auto& condition : alternative) all &= entries(condition);
        any |= all;
    }
    return by_rule_.emplace(std::move(key), std::move(any)).first->second;
}

const Bits& Selector::entries(const Condition& condition) {
    std::string key = key_of(condition);
    if (const auto known = by_condition_.find(key); known != by_condition_.end()) return known->second;
    return by_condition_.emplace(std::move(key), records_.fitting(condition)).first->second;
}

}  // namespace quarterdeck::query
