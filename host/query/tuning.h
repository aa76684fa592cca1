#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "snapshot/input.h"

namespace quarterdeck::query {

/// How the work is done. Answers don't depend on it.
struct Tuning {
    std::uint64_t direct_limit = std::uint64_t{1} << 22;  ///< up to so many possible combinations a plain table is used
    unsigned threads = 0;                                 ///< 0: as many as the machine runs at once
    std::size_t rows_per_thread = 32768;                  ///< a thread isn't started for fewer
};

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                             const Tuning& tuning);

}  // namespace quarterdeck::query
