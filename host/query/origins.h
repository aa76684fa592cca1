#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/moves.h"
#include "query/records.h"
#include "query/selections.h"
#include "query/selector.h"
#include "query/staff_source.h"
#include "query/tuning.h"
#include "snapshot/input.h"

namespace quarterdeck::query {

/// The records that some measures of a query are counted in: a source at a date.
struct Origin {
    Source source;
    Date date;

    auto operator<=>(const Origin&) const = default;
};

/// These records, made ready for all queries.
struct Prepared {
    std::unique_ptr<Records> records;
    Selector selector;
    Selections selections;

    explicit Prepared(std::unique_ptr<Records> made) : records(std::move(made)), selector(*records) {}
};

/// Where records are read.
struct Where {
    const snapshot::Input& input;
    Tuning tuning{};
    StaffSource* staff = nullptr;  ///< who counts staff records; without it, they are the input's snapshots
};

using Origins = std::map<Origin, Prepared>;

/// Who moved since each earlier date.
using MovesSince = std::map<Date, Moves>;

/// The measures of a query (their places) that are counted in the same records. Movements are counted in two: both
/// have a place here, without the measures.
std::map<Origin, std::vector<std::size_t>> measures_by_origin(const Query& query, Date as_at);

bool has_movements(const Query& query);

/// Reads the records that the queries need, each once. Throws `Refusal` where there is no snapshot of a date.
Origins prepare(const std::vector<Query>& queries, const Where& where, Date as_at);

/// Compares the records of each date that some movement begins at with those of the report's date. Throws `Refusal`
/// where they were read without trails. The origins must outlive the result.
MovesSince moves_since(const std::vector<Query>& queries, Origins& origins, const Where& where, Date as_at);

}  // namespace quarterdeck::query
