#pragma once

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/membership.h"
#include "query/origins.h"

namespace quarterdeck::query {

/// One query's answer. Notes in `membership`, where there is one, which records each cell rests on.
Answer answer(const Query& query, Origins& origins, const MovesSince& moves, Date as_at, Membership* membership);

}  // namespace quarterdeck::query
