#pragma once

#include <cstdint>
#include <string>

#include "draw.h"
#include "jobs.h"
#include "person.h"
#include "record_row.h"

namespace quarterdeck::example {

/// What was different a year before the snapshot date: some worked other hours, had another code, worked elsewhere,
/// were on a career break, or were entered late.
class YearAgo {
public:
    /// `part` tells blocks apart. The base and the jobs must outlive this.
    YearAgo(const People& base, const Jobs& jobs, std::uint64_t seed, std::uint64_t part)
        : base_(base), jobs_(jobs), draw_(seed, Purpose::year_ago, part) {}

    /// Appends the row as it was then, or nothing where it was entered late.
    void append(std::string& out, const RecordRow& now);

private:
    const Job& job_then(const Job& now);

    const People& base_;
    const Jobs& jobs_;
    Draw draw_;
};

}  // namespace quarterdeck::example
