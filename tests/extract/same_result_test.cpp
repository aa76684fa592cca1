#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "records.h"
#include "snapshot/read_options.h"

namespace quarterdeck::snapshot {
namespace {

std::string pick(std::mt19937& random, std::initializer_list<const char*> values) {
    return std::data(values)[random() % values.size()];
}

/// Two files with all that makes reading hard: several posts, line breaks in fields, findings, two dates.
void write_records(const DataDirectory& data) {
    std::mt19937 random(42);
    for (const char* file : {"a", "b"}) {
        std::string text = header();
        for (int i = 0; i < 150; ++i)
            text += record({{"snapshot_date", pick(random, {"2023-03-31", "2023-03-31", "2022-03-31"})},
                            {"organisation", pick(random, {"7A1", "7A2"})},
                            {"person_id_national",
                             pick(random, {"", "N1", "12345678", "SYN12345678", "a longer one", "another longer one"})},
                            {"employee_number", std::to_string(random() % 60)},
                            {"assignment_number", fmt::format("{}{}", file, i)},
                            {"primary_assignment", pick(random, {"Yes", "No", "No"})},
                            {"assignment_status", pick(random, {"Active Assignment", "Acting Up", "Career Break"})},
                            {"job_role", pick(random, {"Clerk", "\"A\n\"\"role\"\", two\"", "\"\"", "Nyrs ŵ"})},
                            {"pay_band", pick(random, {"Band 2", "Band 8a", "Band 1", "Consultant"})},
                            {"contracted_fte", pick(random, {"1", "0.6", "0.53333", "none", "0"})},
                            {"gender", pick(random, {"Female", "Male", ""})},
                            {"date_of_birth", pick(random, {"1960-05-01", "1985-05-01", "", "2030-01-01"})}});
        data.write(fmt::format("assignments/{}.csv", file), text);
    }
}

std::string described(const Input& input) {
    std::string text = fmt::format("{} {} {}\n", input.rows_read, input.rows_counted, input.national_person_ids);
    for (const Snapshot& snapshot : input.snapshots) {
        text += fmt::format("{} {}:", snapshot.date.iso(), snapshot.people);
        for (const CodedColumn& column : snapshot.columns) {
            for (const std::string& one : column.values) text += one + "|";
            for (const std::uint16_t code : column.codes) text += fmt::format("{} ", code);
        }
        for (const std::uint32_t post : snapshot.posts) text += fmt::format("{} ", post);
        for (const std::int32_t fte : snapshot.fte) text += fmt::format("{} ", fte);
        for (const std::uint32_t row : snapshot.shared_rows) text += fmt::format("{} ", row);
        for (const std::uint32_t start : snapshot.shared_starts) text += fmt::format("{} ", start);
        for (const auto* numbers : {&snapshot.trail.people, &snapshot.trail.assignments, &snapshot.trail.uncounted})
            for (const std::uint32_t number : *numbers) text += fmt::format("{} ", number);
        for (const std::int32_t start : snapshot.trail.starts) text += fmt::format("{} ", start);
    }
    for (const LeftOut& one : input.left_out) text += fmt::format("{} {}\n", one.reason, one.rows);
    for (const SourceFile& file : input.files) text += fmt::format("{} {} {}\n", file.path, file.sha256, file.rows);
    for (const validate::Finding& one : input.findings) {
        text += fmt::format("{} {} {}\n", one.rule, one.count, one.what);
        for (const validate::Place& place : one.places)
            text += fmt::format("{} {} {}\n", place.file, place.line, place.column);
    }
    return text;
}

const std::vector<Date> both_dates{{2023, 3, 31}, {2022, 3, 31}};

TEST(SameResult, WhateverTheThreadsAndWhereverFilesAreCut) {
    const DataDirectory data;
    write_records(data);
    const std::string alone = described(read_with(data.path(), both_dates, {.threads = 1, .trails = Trails::yes}));
    ASSERT_NE(alone.find("person-with-two-genders"), std::string::npos);
    for (const std::size_t threads : {1U, 2U, 7U})
        for (const std::size_t bytes : {1U, 13U, 100U, 257U, 5000U, 1'000'000U})
            EXPECT_EQ(described(read_with(data.path(), both_dates,
                                          {.threads = threads, .chunk_bytes = bytes, .trails = Trails::yes})),
                      alone)
                << threads << " " << bytes;
}

TEST(SameResult, WhenTheKeysOfAllRowsHaveOneHash) {
    const DataDirectory data;
    write_records(data);
    const std::string usual = described(read_with(data.path(), both_dates, {.trails = Trails::yes}));
    EXPECT_EQ(described(read_with(data.path(), both_dates, {.trails = Trails::yes, .hash_mask = 0})), usual);
    EXPECT_EQ(
        described(read_with(data.path(), both_dates, {.trails = Trails::yes, .hash_mask = std::uint64_t{3} << 62})),
        usual);
}

TEST(SameResult, ForAFileWithAFaultInTheMiddle) {
    const DataDirectory data;
    write_records(data);
    std::string text = header();
    for (int i = 0; i < 40; ++i)
        text += record({{"employee_number", std::to_string(i)},
                        {"assignment_number", fmt::format("c{}", i)},
                        {"job_role", i == 20 ? "5\" pipe" : "\"two\nlines\""}});
    data.write("assignments/c.csv", text);
    const std::string alone = described(read_with(data.path(), std::nullopt, {.threads = 1}));
    ASSERT_NE(alone.find("quote-inside-field 1 "), std::string::npos);
    for (const std::size_t bytes : {1U, 100U, 300U, 2000U})
        EXPECT_EQ(described(read_with(data.path(), std::nullopt, {3, bytes})), alone) << bytes;
}

}  // namespace
}  // namespace quarterdeck::snapshot
