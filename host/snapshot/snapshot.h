#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "extract/pages.h"
#include "quarterdeck/period.h"
#include "quarterdeck/population.h"

namespace quarterdeck::snapshot {

/// Text values, stored once each, and the numbers of those that there are.
struct CodedColumn {
    std::vector<std::string> values;          ///< distinct; sorted by bytes
    extract::LongArray<std::uint16_t> codes;  ///< one a row; for `post_columns` one a kind of post
};

/// The fields that say what kind of post an assignment is. Among millions of records there are thousands of kinds: what
/// these fields say is stored once a kind.
inline constexpr std::array<Field, 8> post_columns{
    Field::staff_group,       Field::occupation_code,     Field::job_role,     Field::area_of_work, Field::pay_band,
    Field::assignment_status, Field::assignment_category, Field::contract_type};

constexpr bool is_of_post(Field field) {
    return std::find(post_columns.begin(), post_columns.end(), field) != post_columns.end();
}

/// The fields of staff records that a snapshot stores: `Field::organisation` to `Field::age_band`, without
/// `band_group`, which follows from `pay_band` (its column stays empty).
inline constexpr std::size_t staff_fields = static_cast<std::size_t>(Field::age_band) + 1;

/// What follows people and assignments from one snapshot to another. Numbers mean the same in all snapshots that were
/// read together. Empty unless it was asked for.
struct Trail {
    static constexpr std::int32_t unknown = std::numeric_limits<std::int32_t>::max();

    std::vector<std::uint32_t> people;       ///< who holds each row
    std::vector<std::uint32_t> assignments;  ///< which assignment each row is
    std::vector<std::uint32_t> uncounted;    ///< people with a record at the date that isn't counted; ascending
    /// By person: the earliest start date in any record of the date, in days since 1 January 1970; `unknown` where
    /// there is none, and for people who are recorded at all dates that were read or stand behind the end.
    std::vector<std::int32_t> starts;
};

/// The counted assignments at one date, as columns. Assignments left out by rule are not in it.
/// Gender and age band are the person's, the same on each of a person's rows.
struct Snapshot {
    Date date;
    std::array<CodedColumn, staff_fields> columns;
    extract::LongArray<std::uint32_t> posts;  ///< the kind of post of each row
    extract::LongArray<std::int32_t> fte;     ///< contracted FTE of each row in 1/100,000
    std::uint64_t people = 0;                 ///< distinct people with a counted assignment

    /// Rows of people who hold several counted assignments, person by person: the rows of the n-th such person
    /// are shared_rows[shared_starts[n]] up to shared_rows[shared_starts[n + 1]]. All other rows are one person each.
    std::vector<std::uint32_t> shared_rows;
    std::vector<std::uint32_t> shared_starts{0};

    Trail trail;

    std::size_t rows() const { return fte.size(); }
    const CodedColumn& column(Field field) const { return columns[static_cast<std::size_t>(field)]; }
    CodedColumn& column(Field field) { return columns[static_cast<std::size_t>(field)]; }

    /// How many kinds of posts there are.
    std::size_t kinds_of_posts() const { return column(post_columns.front()).codes.size(); }

    const std::string& value(Field field, std::size_t row) const {
        const CodedColumn& of = column(field);
        return of.values[of.codes[is_of_post(field) ? posts[row] : row]];
    }
};

/// One figure of a published or planned series. `value` counts in 1/100,000; `known` is false where the source
/// gives no figure.
struct SeriesFigure {
    std::string series;    ///< "commissioned_places", "planned_output", "cct_output", "staff_in_post"
    std::string subject;   ///< course, specialty or profession
    std::string provider;  ///< university, or empty
    std::string year;      ///< as the source writes it: "2023-24", "2027"
    std::string stage;     ///< "1st year", "observed", or empty
    std::int64_t value = 0;
    bool known = true;
};

/// Funded posts of an organisation under one subjective code. What the code funds is said as staff records say it, so
/// that one rule finds posts and those who hold them; empty where the map of subjective codes says nothing.
struct FundedPosts {
    Date date;
    std::string organisation;
    std::string subjective_code;
    std::string staff_group;
    std::string occupation_code;
    std::string job_role;
    std::string area_of_work;
    std::string pay_band;
    std::string band_group;
    std::int64_t fte = 0;  ///< 1/100,000
    bool known = true;     ///< false where the file gives no number
};

}  // namespace quarterdeck::snapshot
