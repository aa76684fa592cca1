#include "extract/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/utf8.h"

namespace quarterdeck::extract {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
    RowScanner scanner(text);
    Row row(100);
    Rows rows;
    while (scanner.next(row)) {
        auto& cells = rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) cells.emplace_back(row[i]);
    }
    EXPECT_EQ(scanner.fault(), CsvFault::none);
    return rows;
}

struct Fault {
    CsvFault fault;
    std::size_t offset;
    bool operator==(const Fault&) const = default;
};

Fault fault_of(std::string_view text) {
    RowScanner scanner(text);
    Row row(100);
    while (scanner.next(row)) {
    }
    return {scanner.fault(), scanner.fault_offset()};
}

TEST(Csv, SplitsRowsAtLineFeedsAndFieldsAtCommas) {
    EXPECT_EQ(rows_of("a,b\nc,d\n"), (Rows{{"a", "b"}, {"c", "d"}}));
}

TEST(Csv, NeedsNoLastLineBreak) {
    EXPECT_EQ(rows_of("a,b\nc,d"), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows_of("a,\"b\""), (Rows{{"a", "b"}}));
    EXPECT_EQ(rows_of("a,"), (Rows{{"a", ""}}));
    EXPECT_EQ(rows_of("\"a\","), (Rows{{"a", ""}}));
}

TEST(Csv, AcceptsCarriageReturnsBeforeLineFeeds) {
    EXPECT_EQ(rows_of("a,b\r\n\"c\",\"d\"\r\n"), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows_of("a,b\r\n\"c\",\"d\"\r"), (Rows{{"a", "b"}, {"c", "d"}}));
}

TEST(Csv, KeepsEmptyFields) {
    EXPECT_EQ(rows_of(",,\n\"\",,x\n"), (Rows{{"", "", ""}, {"", "", "x"}}));
}

TEST(Csv, KeepsCommasQuotesAndLineBreaksInQuotedFields) {
    EXPECT_EQ(rows_of("\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\"\n"), (Rows{{"a,b", "say \"so\"", "two\r\nlines"}}));
    EXPECT_EQ(rows_of("\"\"\"\",\"\"\"x\"\n"), (Rows{{"\"", "\"x"}}));
}

TEST(Csv, PassesOverEmptyLines) {
    EXPECT_EQ(rows_of("\n\r\na,b\n\n\nc,d\n\n"), (Rows{{"a", "b"}, {"c", "d"}}));
}

TEST(Csv, ReadsFieldsLongerThanABlock) {
    const std::string longer(300, 'x');
    const std::string quoted = "\"" + std::string(150, 'y') + ",\n" + std::string(150, 'z') + "\"";
    EXPECT_EQ(rows_of(longer + "," + quoted + "," + longer + "\n1,2,3\n"),
              (Rows{{longer, std::string(150, 'y') + ",\n" + std::string(150, 'z'), longer}, {"1", "2", "3"}}));
}

TEST(Csv, CountsLineBreaksInQuotedFieldsToo) {
    RowScanner scanner("a\n\"b\nc\"\n\nd");
    Row row(1);
    while (scanner.next(row)) {
    }
    EXPECT_EQ(scanner.lines(), 4U);
}

TEST(Csv, CountsFieldsBeyondThoseItKeeps) {
    RowScanner scanner("a,b,c,d\n");
    Row row(2);
    ASSERT_TRUE(scanner.next(row));
    EXPECT_EQ(row.size(), 4U);
    EXPECT_EQ(row[1], "b");
    EXPECT_EQ(row[2], "");
}

TEST(Csv, FindsAQuoteInsideAnUnquotedField) {
    EXPECT_EQ(fault_of("a,b\nc,5\" pipe\n"), (Fault{CsvFault::quote_inside_field, 6}));
}

TEST(Csv, FindsTextAfterAClosingQuote) {
    EXPECT_EQ(fault_of("a,\"b\" c\n"), (Fault{CsvFault::text_after_quote, 2}));
}

TEST(Csv, FindsAQuoteThatIsNeverClosed) {
    EXPECT_EQ(fault_of("a,b\nc,\"d\ne,f\n"), (Fault{CsvFault::quote_not_closed, 6}));
}

TEST(Csv, FindsBytesThatAreNotUtf8) {
    EXPECT_EQ(fault_of("a,b\nc,\xFF\nd,e\n"), (Fault{CsvFault::not_utf8, 4}));
    EXPECT_EQ(fault_of("a,b\n\"c\",\"caf\xE9\"\n"), (Fault{CsvFault::not_utf8, 4}));
    EXPECT_EQ(rows_of("tŷ,ŵy\n"), (Rows{{"tŷ", "ŵy"}}));
}

TEST(Utf8, RefusesOverlongAndCutSequencesAndSurrogates) {
    EXPECT_TRUE(is_utf8("Ysbyty Gwynedd, Ynys Môn, 𝄞 and more than eight plain letters"));
    EXPECT_FALSE(is_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_utf8("Ynys M\xC3"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
}

}  // namespace
}  // namespace quarterdeck::extract
