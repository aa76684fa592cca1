#pragma once

#include <string>
#include <vector>

#include "quarterdeck/population.h"
#include "quarterdeck/text.h"

namespace quarterdeck {

/// Where figures come from.
enum class Source {
    staff,          ///< staff records: counts of people, posts and FTE, protected before anybody sees them
    training,       ///< commissioned places, planned outputs and CCT outputs: planned figures, not protected
    published,      ///< published series, for instance staff in post by year: already public, not protected
    establishment,  ///< funded posts at the report's date, in FTE: no count of people, not protected
};

/// What a measure counts.
enum class Count {
    headcount,   ///< distinct people; a person with several matching posts counts once. Unit: people
    role_count,  ///< assignments. Unit: assignments
    fte,         ///< contracted full-time equivalents, summed over assignments. Unit: FTE
    value,       ///< the sum of the source's own values (sources other than staff); of funded posts, their FTE
};

/// Whom of a row's people a measure counts. Without a movement: those in post at the measure's date. With one: some of
/// those in post at the report's date (who came, and who stayed) or at the earlier date, `months_before` it (who went).
/// A row's figure at the report's date is its earlier one, plus those who came, less those who went; for FTE also plus
/// `more_hours`, less `fewer_hours`. Nobody counts twice: the first that holds is taken, in the order below.
enum class Movement {
    none,
    recoded_in,   ///< came: held the same assignment then, but its fields didn't fit the row
    moved_in,     ///< came: held only other assignments then
    returned,     ///< came: recorded then, in no assignment that counts, for instance on a career break
    corrected,    ///< came: not recorded then, though a start date says employed by then
    joined,       ///< came: not recorded then
    recoded_out,  ///< went: holds the same assignment still, but its fields don't fit the row any more
    moved_out,    ///< went: holds only other assignments now
    uncounted,    ///< went: recorded now, in no assignment that counts
    left,         ///< went: not recorded now
    stayed,       ///< in the row at both dates
    more_hours,   ///< stayed, with more FTE in the row than then; FTE: by how much
    fewer_hours,  ///< stayed, with less FTE in the row than then; FTE: by how much
};

/// Whether a movement's people are counted as they were at the earlier date.
constexpr bool went(Movement movement) {
    return movement >= Movement::recoded_out && movement <= Movement::left;
}

/// Whether a movement's people came into the row.
constexpr bool came(Movement movement) {
    return movement >= Movement::recoded_in && movement <= Movement::joined;
}

/// Whether a movement's FTE is a difference between two dates.
constexpr bool is_change(Movement movement) {
    return movement == Movement::more_hours || movement == Movement::fewer_hours;
}

/// One column of figures.
struct Measure {
    std::string id;  ///< lower case, digits and underscores; names the CSV column
    Text title;      ///< with its unit where that isn't plain from the title
    Count count = Count::headcount;
    Rule where = everyone();             ///< narrows every row, for instance to women
    int months_before = 0;               ///< counted in the snapshot this many months before the report's date
    Movement movement = Movement::none;  ///< since then; for headcount and FTE, with `months_before` above 0

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
