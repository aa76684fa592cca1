#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/period.h"
#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

/// Tests of a plugin's metrics: made-up staff records go in, the table that a report would show comes out. Records
/// take the host's own way, from reading to counting, so a test sees what the host will do. Link
/// Quarterdeck::testing; it is for tests, not for plugins.
namespace quarterdeck::test_kit {

/// One assignment, with the fields that data files have. What is left out is that of an ordinary counted post.
struct StaffRecord {
    std::string person = {};  ///< two records with one name are two posts of one person; empty: a person more
    std::string organisation = "7A4";
    std::string host_organisation = {};
    bool primary = true;
    std::string assignment_status = "Active Assignment";
    std::string assignment_category = "Permanent";
    std::string contract_type = "Permanent";
    std::string staff_group = {};
    std::string occupation_code = {};
    std::string job_role = {};
    std::string area_of_work = {};
    std::string pay_band = {};
    std::string contracted_fte = "1.00000";
    std::string gender = "Female";
    std::string date_of_birth = "1980-01-01";
    std::string snapshot_date = {};  ///< empty: the date of the test
    std::string assignment = {};     ///< one name at two dates is one assignment; empty: an assignment of its own
    std::string start_date = {};     ///< when the person's employment began, for instance "2022-05-01"
};

inline constexpr Date usual_date{2023, 3, 31};

/// The metric's table with every figure shown. A computed metric's function gets the answers to its queries.
/// Throws with a sentence when the metric can't be answered or a record can't be read.
Table shown(const Metric& metric, const std::vector<StaffRecord>& records, Date as_at = usual_date);

/// The metric's table as published: counts from 1 to 4, and what rests on them, are `[c]`.
Table published(const Metric& metric, const std::vector<StaffRecord>& records, Date as_at = usual_date);

/// A table to compare in a test: a line of column ids, then a line a row of English labels and figures, with " | "
/// between them and a line feed after each.
std::string text(const Table& table);

/// A plan in the same form: id, kind, English title, due and linked id, a line an entry.
std::string text(const std::vector<Action>& actions);

/// What differs between a table, or a plan, and the text that is expected of it: a line for each column, row and
/// figure, then what was found. Empty when nothing differs. In the expected text, blanks around figures and empty
/// lines don't count, so that columns can stand below each other. `shows` in testing_gtest.h makes an assertion of it.
std::string difference(const Table& table, std::string_view expected);
std::string difference(const std::vector<Action>& actions, std::string_view expected);

/// Why the host would refuse a programme, a sentence each: missing texts, ids of another shape, queries that can't be
/// answered. Empty when it takes part. `quarterdeck plugins check` looks at the finished plugin, and at more.
std::vector<std::string> refusals(const Programme& programme);

}  // namespace quarterdeck::test_kit
