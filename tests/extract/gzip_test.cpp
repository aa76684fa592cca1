#include "extract/gzip.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "records.h"

namespace quarterdeck::snapshot {
namespace {

/// Packs with zlib's own writer.
std::string packed(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string bytes(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    deflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return bytes;
}

std::string many_records() {
    std::string text = header();
    for (int i = 0; i < 2'000; ++i)
        text += record({{"employee_number", std::to_string(i)},
                        {"assignment_number", std::to_string(i)},
                        {"contracted_fte", i == 1'234 ? "1.2O" : "0.8"}});
    return text;
}

std::string fault_of(const std::string& bytes) {
    try {
        extract::unpack_gzip(bytes);
    } catch (const extract::GzipFault& fault) {
        return fault.what();
    }
    return {};
}

TEST(Gzip, PackedRecordsAreReadLikePlainOnes) {
    const DataDirectory plain;
    const DataDirectory data;
    plain.write("assignments/a.csv", many_records());
    data.write("assignments/a.csv.gz", packed(many_records()));
    const Input expected = read_input(plain.path(), {{2023, 3, 31}});
    const Input input = read_input(data.path(), {{2023, 3, 31}});
    ASSERT_EQ(input.snapshots.size(), 1U);
    EXPECT_EQ(input.snapshots[0].fte, expected.snapshots[0].fte);
    EXPECT_EQ(input.files[0].path, "assignments/a.csv.gz");
    EXPECT_EQ(input.files[0].rows, 2'000U);
    EXPECT_EQ(finding(input, "fte-not-a-number").places[0].line, 1'236U);
}

TEST(Gzip, SmallFilesMayBePackedToo) {
    const DataDirectory data;
    data.write("assignments/a.csv", header() + record({}));
    data.write("training/t.csv.gz", packed("series,subject,year,value\nplanned_output,Histopathology,2024,7\n"));
    EXPECT_EQ(read_input(data.path(), {{2023, 3, 31}}).training.at(0).value, 7'00000);
}

TEST(Gzip, SeveralMembersAreOneText) {
    EXPECT_EQ(extract::unpack_gzip(packed("one\n") + packed("") + packed("two\n")), "one\ntwo\n");
}

TEST(Gzip, ATextOfSeveralMegabytesComesBackWhole) {
    std::string text;
    for (int i = 0; i < 600'000; ++i) text += fmt::format("{},", i);
    EXPECT_EQ(extract::unpack_gzip(packed(text)), text);
}

TEST(Gzip, CutShortAtAnyByteIsAFault) {
    const std::string bytes = packed(header() + record({}));
    for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_NE(fault_of(bytes.substr(0, size)), "") << size;
}

TEST(Gzip, AChangedByteIsAFaultOrChangesNothing) {
    const std::string text = header() + record({});
    const std::string bytes = packed(text);
    for (std::size_t at = 10; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        const bool whole = fault_of(damaged).empty();
        EXPECT_TRUE(!whole || extract::unpack_gzip(damaged) == text) << at;
    }
}

TEST(Gzip, BytesBehindTheLastMemberAreAFault) {
    EXPECT_EQ(fault_of(packed("text") + "more"), "its bytes are damaged");
}

TEST(Gzip, WhatUnpacksToFarTooMuchIsAFault) {
    EXPECT_EQ(fault_of(packed(std::string(std::size_t{80} << 20, 'x'))), "it unpacks to more than 200 times its size");
}

TEST(Gzip, ADamagedFileIsRefusedWithASentence) {
    const DataDirectory data;
    data.write("assignments/a.csv.gz", packed(many_records()).substr(0, 900));
    EXPECT_EQ(refusal_of(data),
              "assignments/a.csv.gz: the file can't be unpacked: it ends too early.\n"
              "Copy it again, or unpack it elsewhere and put the CSV file in its place.");
    data.write("assignments/a.csv.gz", header() + record({}));
    EXPECT_EQ(refusal_of(data),
              "assignments/a.csv.gz: the file can't be unpacked: its bytes are damaged.\n"
              "Copy it again, or unpack it elsewhere and put the CSV file in its place.");
}

}  // namespace
}  // namespace quarterdeck::snapshot
