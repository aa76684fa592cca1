#pragma once

#include <string>
#include <unordered_map>

#include "query/bits.h"
#include "query/records.h"

namespace quarterdeck::query {

/// Finds the entries that fit rules, each condition and each rule once.
class Selector {
public:
    /// The records must outlive the selector.
    explicit Selector(const Records& records) : records_(records) {}

    const Bits& entries(const Rule& rule);

private:
    const Bits& entries(const Condition& condition);

    const Records& records_;
    std::unordered_map<std::string, Bits> by_condition_;
    std::unordered_map<std::string, Bits> by_rule_;
};

}  // namespace quarterdeck::query
