#pragma once

#include <string>
#include <vector>

#include "quarterdeck/population.h"
#include "quarterdeck/text.h"

namespace quarterdeck {

/// Where figures come from.
enum class Source {
    staff,      ///< staff records: counts of people, posts and FTE, protected before anybody sees them
    training,   ///< commissioned places, planned outputs and CCT outputs: planned figures, not protected
    published,  ///< published series, for instance staff in post by year: already public, not protected
};

/// What a measure counts.
enum class Count {
    headcount,   ///< distinct people; a person with several matching posts counts once. Unit: people
    role_count,  ///< assignments. Unit: assignments
    fte,         ///< contracted full-time equivalents, summed over assignments. Unit: FTE
    value,       ///< the sum of the source's own values (sources other than staff)
};

/// One column of figures.
struct Measure {
    std::string id;  ///< lower case, digits and underscores; names the CSV column
    Text title;      ///< with its unit where that isn't plain from the title
    Count count = Count::headcount;
    Rule where = everyone();  ///< narrows every row, for instance to women
    int months_before = 0;    ///< counted in the snapshot this many months before the report's date

    bool operator==(const Measure&) const = default;
};

/// One row of figures: the records that fit `where` within the query's population.
struct Row {
    std::string id;            ///< unique within the query; stays the same when titles change
    std::vector<Text> labels;  ///< one for each of the query's label columns
    Rule where = everyone();
    bool total = false;  ///< counted afresh over all records that fit any other row, never added up; `where` narrows it

    bool operator==(const Row&) const = default;
};

/// A column that names what a row is.
struct Label {
    std::string id;  ///< names the CSV column
    Text title;

    bool operator==(const Label&) const = default;
};

/// Which subtotals a query by fields gives beside its finest groups.
enum class Totals {
    none,
    grand,   ///< one row for everything
    rollup,  ///< one for each prefix of the fields: (a, b), (a), ()
    cube,    ///< one for each subset of the fields
};

/// A table of counts. Its rows are either listed (`rows`), or found in the data (`by`): one for each
/// combination of values that occurs, ordered by code, with an empty value for "all" in subtotals.
struct Query {
    std::string id;
    Source source = Source::staff;
    Population population;
    std::vector<Label> labels;  ///< for listed rows; with `by`, leave empty
    std::vector<Row> rows;
    std::vector<Field> by;
    Totals totals = Totals::none;
    std::vector<Measure> measures;

    bool operator==(const Query&) const = default;
};

}  // namespace quarterdeck
