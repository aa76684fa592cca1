#include "quarterdeck/csv.h"

#include <gtest/gtest.h>

namespace {

using namespace quarterdeck;

std::vector<CsvRecord> records_of(std::string_view text) {
    CsvReader reader(text);
    std::vector<CsvRecord> records;
    while (auto record = reader.next()) records.push_back(std::move(*record));
    return records;
}

std::string fault_of(std::string_view text) {
    try {
        records_of(text);
    } catch (const CsvFault& fault) {
        return fault.what();
    }
    return "no fault";
}

TEST(Csv, ReadsQuotedFieldsWithCommasQuotesAndLineEnds) {
    EXPECT_EQ(records_of("a,\"b,\"\"c\"\"\nd\",\n\"e\"\n"),
              (std::vector<CsvRecord>{{1, {"a", "b,\"c\"\nd", ""}}, {3, {"e"}}}));
}

TEST(Csv, AcceptsAByteOrderMarkCrlfAndNoLastLineEnd) {
    EXPECT_EQ(records_of("\xEF\xBB\xBF"
                         "a,b\r\n1,2"),
              (std::vector<CsvRecord>{{1, {"a", "b"}}, {2, {"1", "2"}}}));
}

TEST(Csv, TakesAnEmptyLineForOneEmptyField) {
    EXPECT_EQ(records_of("a\n\nb\n"), (std::vector<CsvRecord>{{1, {"a"}}, {2, {""}}, {3, {"b"}}}));
}

TEST(Csv, RefusesWhatRfc4180DoesNotAllow) {
    EXPECT_EQ(fault_of("a\nb\"c\n"),
              "line 2: a double quote stands inside an unquoted field; quote the field and double it.");
    EXPECT_EQ(fault_of("\"a\"b\n"),
              "line 1: text follows a closing double quote; expected a comma or the end of the line.");
    EXPECT_EQ(fault_of("a\rb\n"), "line 1: a carriage return stands alone; expected lines to end with LF or CRLF.");
    EXPECT_EQ(fault_of("a\n\"b\nc\n"), "line 2: a quoted field isn't closed; expected a double quote at its end.");
}

TEST(Csv, TableRefusesARaggedRecordAndAColumnTwice) {
    const auto fault = [](std::string_view text) -> std::string {
        try {
            const CsvTable table(text);
        } catch (const CsvFault& fault) {
            return fault.what();
        }
        return "no fault";
    };
    EXPECT_EQ(fault("a,b\n1,2\n1,2,3\n"), "line 3: the record has 3 fields; expected 2 as in the header.");
    EXPECT_EQ(fault("a,a\n"), "line 1: the column a stands twice.");
    EXPECT_EQ(fault(""), "line 1: there is no header row.");
}

TEST(Csv, TableFindsColumnsByName) {
    const CsvTable table("a,b\n1,2\n");
    EXPECT_EQ(table.records().at(0).fields.at(table.column("b")), "2");
    EXPECT_THROW(static_cast<void>(table.column("c")), CsvFault);
}

}  // namespace
