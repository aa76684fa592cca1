#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/programme.h"
#include "query/answer.h"

namespace quarterdeck::explain {

/// What somebody calls a cell, as a report, a CSV file or `plugins inspect` names it.
struct Wanted {
    std::string table;             ///< "imaging/diagnostic_radiology", a title, or the path of the table's CSV file
    std::vector<std::string> row;  ///< its labels, or its id; nothing: the table has one row
    std::string column;            ///< an id or a title
};

/// A table's query. The programmes must outlive it.
struct Found {
    const Programme* programme = nullptr;
    const Metric* metric = nullptr;
    Query query;                     ///< with the measures alone that the column rests on
    std::optional<Formula> formula;  ///< of the column; none: it is a measure
    std::string id;                  ///< "imaging/diagnostic_radiology"
};

/// Finds table and column. A computed metric has one table for each query that it needs: "imaging/outlook/supply".
/// Throws `WrongUse` for what there isn't, naming the nearest.
Found find_table(const std::vector<const Programme*>& programmes, const Wanted& wanted);

/// The place of a row among an answer's, by its id, by all its labels in either language (case makes no difference;
/// also as one line of CSV), or by some of them where no other row has these. Throws `WrongUse`, naming the nearest.
std::size_t find_row(const query::Answer& answer, const Wanted& wanted);

}  // namespace quarterdeck::explain
