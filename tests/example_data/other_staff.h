#pragma once

#include <cstdint>

#include "jobs.h"
#include "person.h"

namespace quarterdeck::example {

/// Staff outside diagnostics, as a real extract holds them: nurses, support, clerical and estates staff, other doctors
/// and other scientists. None of them is in a published table.
People outside_staff(Jobs& jobs, std::uint64_t seed);

/// People none of whose assignments is counted: on a career break, on maternity leave, suspended, bank, honorary.
/// About three for a hundred of `people`, with posts and ages like theirs.
People uncounted_staff(const People& people, const Jobs& jobs, std::uint64_t seed);

}  // namespace quarterdeck::example
