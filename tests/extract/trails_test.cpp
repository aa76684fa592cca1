#include <gtest/gtest.h>

#include "records.h"

namespace quarterdeck::snapshot {
namespace {

constexpr Date now{2023, 3, 31};
constexpr Date then{2022, 3, 31};
using Fields = std::map<std::string, std::string>;

/// The snapshots of now and then, in this order.
std::vector<Snapshot> followed(const std::vector<Fields>& rows_now, const std::vector<Fields>& rows_then) {
    const DataDirectory data;
    std::string text = header();
    for (const Fields& row : rows_now) text += record(row);
    data.write("assignments/now.csv", text);
    text = header();
    for (Fields row : rows_then) {
        row["snapshot_date"] = then.iso();
        text += record(row);
    }
    data.write("assignments/then.csv", text);
    return read_input(data.path(), {now, then}, Trails::yes).snapshots;
}

Fields post(const std::string& person, const std::string& organisation, const std::string& assignment,
            Fields others = {}) {
    others.insert({{"person_id_national", person},
                   {"organisation", organisation},
                   {"employee_number", assignment},
                   {"assignment_number", assignment}});
    return others;
}

TEST(Trails, FollowPeopleAcrossOrganisationsByTheirNationalId) {
    const auto snapshots = followed({post("N2", "7A1", "1"), post("N1", "7A2", "2")}, {post("N1", "7A1", "3")});
    EXPECT_EQ(snapshots[1].trail.people[0], snapshots[0].trail.people[1]);
    EXPECT_NE(snapshots[1].trail.people[0], snapshots[0].trail.people[0]);
}

TEST(Trails, FollowPeopleWithoutNationalIdWithinTheirOrganisation) {
    const auto snapshots = followed({post("", "7A1", "1"), post("", "7A2", "1")}, {post("", "7A1", "1")});
    EXPECT_EQ(snapshots[1].trail.people[0], snapshots[0].trail.people[0]);
    EXPECT_NE(snapshots[1].trail.people[0], snapshots[0].trail.people[1]);
}

TEST(Trails, KnowAnAssignmentByItsOrganisationAndNumber) {
    const auto snapshots =
        followed({post("N1", "7A1", "1"), post("N2", "7A2", "1"), post("N3", "7A1", "2")}, {post("N1", "7A1", "1")});
    EXPECT_EQ(snapshots[1].trail.assignments[0], snapshots[0].trail.assignments[0]);
    EXPECT_NE(snapshots[1].trail.assignments[0], snapshots[0].trail.assignments[1]);
    EXPECT_NE(snapshots[1].trail.assignments[0], snapshots[0].trail.assignments[2]);
}

TEST(Trails, NamePeopleWhoseRecordsDontCount) {
    const auto snapshots =
        followed({post("N1", "7A1", "1", {{"assignment_status", "Career Break"}}), post("N2", "7A1", "2")},
                 {post("N1", "7A1", "1"), post("N2", "7A1", "2")});
    EXPECT_EQ(snapshots[0].trail.uncounted, std::vector<std::uint32_t>{snapshots[1].trail.people[0]});
    EXPECT_TRUE(snapshots[1].trail.uncounted.empty());
}

TEST(Trails, KeepTheEarliestStartOfPeopleWhoAreMissingAtADate) {
    const auto snapshots = followed(
        {post("N1", "7A1", "1", {{"start_date", "2022-06-01"}}), post("N1", "7A1", "2", {{"start_date", "2021-02-03"}}),
         post("N2", "7A1", "3", {{"start_date", "2020-01-01"}})},
        {post("N2", "7A1", "3", {{"start_date", "2020-01-01"}})});
    const Trail& trail = snapshots[0].trail;
    EXPECT_EQ(trail.starts[trail.people[0]], (Date{2021, 2, 3}).days());
    EXPECT_EQ(trail.starts[trail.people[2]], Trail::unknown) << "recorded at both dates";
    EXPECT_EQ(snapshots[1].trail.starts[trail.people[0]], Trail::unknown);
}

TEST(Trails, AreEmptyUnlessAskedFor) {
    EXPECT_TRUE(read_records({post("N1", "7A1", "1")}).snapshots.front().trail.people.empty());
}

}  // namespace
}  // namespace quarterdeck::snapshot
