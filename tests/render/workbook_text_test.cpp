#include "render/workbook_text.h"

#include <gtest/gtest.h>

namespace quarterdeck::render::spreadsheet {
namespace {

const std::string replaced = "\xEF\xBF\xBD";

TEST(WorkbookText, ReplacesControlCharactersAndWhatIsNotUtf8) {
    EXPECT_EQ(clean("a\x01"
                    "b"),
              "a" + replaced + "b");
    EXPECT_EQ(clean(std::string("a\0b", 3)), "a" + replaced + "b");
    EXPECT_EQ(clean("\x7F"), replaced);
    EXPECT_EQ(clean("\xFF"), replaced);
    EXPECT_EQ(clean("\xEF\xBF\xBF"), replaced) << "U+FFFF isn't allowed in XML";
    EXPECT_EQ(clean("Tŷ 🧬"), "Tŷ 🧬");
}

TEST(WorkbookText, MakesEveryLineEndLf) {
    EXPECT_EQ(clean("a\r\nb\rc\nd\te"), "a\nb\nc\nd e");
    EXPECT_EQ(one_line("  a\r\n\n b\t"), "a b");
}

TEST(WorkbookText, CutsAtUtf16UnitsWithoutBreakingACharacter) {
    EXPECT_EQ(shortened("abcdef", 6), "abcdef");
    EXPECT_EQ(shortened("abcdefg", 6), "abcde…");
    EXPECT_EQ(shortened("abcd🧬f", 6), "abcd…") << "the double helix takes two units";
    EXPECT_EQ(length("ŷ🧬"), 3U);
}

TEST(WorkbookText, EscapesWhatExcelWouldReadAsAnEscape) {
    EXPECT_EQ(cell_text("_x0041_"), "_x005F_x0041_");
    EXPECT_EQ(cell_text("_x004_ _y0041_"), "_x004_ _y0041_");
}

TEST(WorkbookText, NeverExceedsACell) {
    EXPECT_EQ(length(cell_text(std::string(40'000, 'x'))), cell_limit);
    std::string escapes;
    for (int i = 0; i < 5'000; ++i) escapes += "_x0041_";
    EXPECT_EQ(length(cell_text(escapes)), cell_limit);
}

TEST(WorkbookText, GroupsThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1'400'000), "1,400,000");
}

TEST(WorkbookText, FillsInValuesOnceAndKeepsUnknownNames) {
    EXPECT_EQ(filled("{a} of {b}, {c}", {{"a", "{b}"}, {"b", "2"}}), "{b} of 2, {c}");
    EXPECT_EQ(filled("{a", {{"a", "1"}}), "{a");
}

TEST(WorkbookText, CountsWrappedLines) {
    EXPECT_EQ(wrapped_lines("", 5), 1U);
    EXPECT_EQ(wrapped_lines("aaa bb", 6), 1U);
    EXPECT_EQ(wrapped_lines("aaa bbbb", 6), 2U);
    EXPECT_EQ(wrapped_lines("aaaaaaaaaaaa", 5), 3U);
    EXPECT_EQ(wrapped_lines("a\n\nb", 5), 3U);
}

TEST(SheetNames, LeaveOutWhatExcelForbids) {
    SheetNames names;
    EXPECT_EQ(names.take("1_A[b]:c*d?e/f\\g!h"), "1_A b  c d e f g h");
    EXPECT_EQ(names.take("Gweithlu'r rhaglen"), "Gweithlu’r rhaglen");
    EXPECT_EQ(names.take("'quoted'"), "quoted");
    EXPECT_EQ(names.take(""), "_");
    EXPECT_EQ(names.take("[]"), "__2");
}

TEST(SheetNames, CutAtAWordWithin31Units) {
    SheetNames names;
    EXPECT_EQ(names.take("7_Cardiac, Vascular, Respiratory and Sleep"), "7_Cardiac, Vascular");
    EXPECT_EQ(names.take(std::string(40, 'x')), std::string(31, 'x'));
}

TEST(SheetNames, AreDistinctWhenCaseIsIgnored) {
    SheetNames names;
    EXPECT_EQ(names.take("Nodiadau"), "Nodiadau");
    EXPECT_EQ(names.take("NODIADAU"), "NODIADAU_2");
    EXPECT_EQ(names.take("nodiadau"), "nodiadau_3");
    EXPECT_EQ(names.take("Tŷ"), "Tŷ");
    EXPECT_EQ(names.take("TŶ"), "TŶ_2");
    EXPECT_EQ(names.take(std::string(31, 'x')), std::string(31, 'x'));
    EXPECT_EQ(names.take(std::string(31, 'X')), std::string(29, 'X') + "_2");
}

}  // namespace
}  // namespace quarterdeck::render::spreadsheet
