#include "snapshot/kept.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "records.h"
#include "refusal.h"
#include "snapshot/read_options.h"

namespace quarterdeck::snapshot {
namespace {

const std::vector<Date> both_dates{{2023, 3, 31}, {2022, 3, 31}};
const std::vector<std::string> paths{"assignments/a.csv"};

class Kept : public testing::Test {
protected:
    Kept() {
        std::string text = header();
        for (const char* date : {"2023-03-31", "2022-03-31"})
            for (int i = 0; i < 30; ++i)
                text += record({{"snapshot_date", date},
                                {"employee_number", std::to_string(i % 25)},
                                {"assignment_number", std::to_string(i)},
                                {"job_role", i % 2 == 0 ? "Clerk" : "Nyrs ŵ"},
                                {"contracted_fte", i == 7 ? "none" : "0.6"}});
        data.write("assignments/a.csv", text);
    }

    Input read(const std::string& version = "1") {
        return read_with(data.path(), both_dates,
                         {.trails = Trails::yes, .keep_in = data.path() / "kept", .version = version});
    }
    KeptSnapshots kept(const std::string& version = "1") {
        return {data.path() / "kept", data.path(), both_dates, Trails::yes, version};
    }
    std::string bytes() {
        std::ifstream file(kept().file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void overwrite(const std::string& text) { std::ofstream(kept().file(), std::ios::binary) << text; }

    DataDirectory data;
};

TEST_F(Kept, GivesBackWhatWasRead) {
    EXPECT_FALSE(kept().find(paths, 2));
    const Input fresh = read();
    const auto found = kept().find(paths, 2);
    ASSERT_TRUE(found);
    const Input again = read();
    ASSERT_EQ(again.snapshots.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const Snapshot& one = fresh.snapshots[i];
        for (const Snapshot* other : {&again.snapshots[i], &found->input.snapshots[i]}) {
            EXPECT_EQ(other->date, one.date);
            for (std::size_t column = 0; column < staff_fields; ++column) {
                EXPECT_EQ(other->columns[column].values, one.columns[column].values);
                EXPECT_EQ(other->columns[column].codes, one.columns[column].codes);
            }
            EXPECT_EQ(other->fte, one.fte);
            EXPECT_EQ(other->people, one.people);
            EXPECT_EQ(other->shared_rows, one.shared_rows);
            EXPECT_EQ(other->shared_starts, one.shared_starts);
            EXPECT_EQ(other->trail.people, one.trail.people);
            EXPECT_EQ(other->trail.assignments, one.trail.assignments);
            EXPECT_EQ(other->trail.uncounted, one.trail.uncounted);
            EXPECT_EQ(other->trail.starts, one.trail.starts);
        }
    }
    EXPECT_EQ(again.rows_read, 60U);
    EXPECT_EQ(again.rows_counted, 58U);
    EXPECT_EQ(again.files.front().sha256, fresh.files.front().sha256);
    EXPECT_EQ(again.files.front().rows, 60U);
    EXPECT_EQ(finding(again, "fte-not-a-number").count, 2U);
    const auto& places = finding(again, "fte-not-a-number").places;
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places.back().line, 39U);
    EXPECT_EQ(places.back().column, "contracted_fte");
    ASSERT_EQ(again.left_out.size(), 1U);
    EXPECT_EQ(again.left_out.front().rows, 2U);
}

TEST_F(Kept, IsNotUsedOnceARecordHasChanged) {
    read();
    std::string text = header();
    for (int i = 0; i < 3; ++i) text += record({{"assignment_number", std::to_string(i)}});
    text += record({{"snapshot_date", "2022-03-31"}});
    data.write("assignments/a.csv", text);
    EXPECT_FALSE(kept().find(paths, 1));
    EXPECT_EQ(read().rows_read, 4U);
    EXPECT_TRUE(kept().find(paths, 1));
}

TEST_F(Kept, IsNotUsedWhenAFileOfTheSameSizeHasOtherBytes) {
    read();
    std::fstream file(data.path() / "assignments/a.csv", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-3, std::ios::end);
    file.put('7');
    file.close();
    EXPECT_FALSE(kept().find(paths, 1));
}

TEST_F(Kept, IsNotUsedWhenAFileCameOrWent) {
    read();
    EXPECT_FALSE(kept().find({"assignments/a.csv", "assignments/b.csv"}, 1));
    EXPECT_FALSE(kept().find({}, 1));
}

TEST_F(Kept, IsNotUsedWhereverAByteIsWrongOrWhereverItEnds) {
    read();
    const std::string good = bytes();
    ASSERT_GT(good.size(), 1000U);
    for (std::size_t at = 0; at < good.size(); at += 7) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        overwrite(bad);
        EXPECT_FALSE(kept().find(paths, 1)) << at;
        overwrite(good.substr(0, at));
        EXPECT_FALSE(kept().find(paths, 1)) << at;
    }
    overwrite(good);
    EXPECT_TRUE(kept().find(paths, 1));
}

TEST_F(Kept, IsNotUsedByAnotherVersion) {
    read();
    EXPECT_FALSE(kept("2").find(paths, 1));
    read("2");
    EXPECT_FALSE(kept("1").find(paths, 1));
}

TEST_F(Kept, IsForTheUserAloneAndNotUsedOtherwise) {
    read();
    struct stat status {};
    ASSERT_EQ(::stat(kept().file().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    ASSERT_EQ(::stat((data.path() / "kept").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700U);
    ::chmod(kept().file().c_str(), 0640);
    EXPECT_FALSE(kept().find(paths, 1));
}

TEST_F(Kept, IsOneFileHoweverOftenItIsMade) {
    read();
    read("2");
    read();
    const std::filesystem::directory_iterator files(data.path() / "kept");
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(Kept, RefusesAFolderThatIsNone) {
    data.write("kept", "a file");
    try {
        read();
        FAIL() << "nothing was refused";
    } catch (const Refusal& refusal) {
        EXPECT_NE(std::string(refusal.what()).find("snapshots can't be kept there"), std::string::npos);
    }
}

}  // namespace
}  // namespace quarterdeck::snapshot
