#include "render/html_text.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace quarterdeck::testing {

TEST(FigureText, PartsThousandsAndWritesAMinusSign) {
    using render::figure_text;
    EXPECT_EQ(figure_text(Decimal{0, 0}), "0");
    EXPECT_EQ(figure_text(Decimal{999, 0}), "999");
    EXPECT_EQ(figure_text(Decimal{1000, 0}), "1,000");
    EXPECT_EQ(figure_text(Decimal{123456789, 2}), "1,234,567.89");
    EXPECT_EQ(figure_text(Decimal{-100050, 2}), "\u22121,000.50");
    EXPECT_EQ(figure_text(Marker::confidential), "[c]");
    EXPECT_EQ(figure_text(Marker::not_available), "[x]");
    EXPECT_EQ(figure_text(Marker::not_applicable), "[z]");
}

TEST(Printable, ReplacesControlCharactersAndBrokenBytes) {
    using render::printable;
    EXPECT_EQ(printable("ŵ – 31"), "ŵ – 31");
    EXPECT_EQ(printable(std::string("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(printable("a\x1B[31m\x7F"), "a\uFFFD[31m\uFFFD");
    EXPECT_EQ(printable("\xC3("), "\uFFFD(");
    EXPECT_EQ(printable("two\nlines\tand more"), "two lines and more");
    EXPECT_EQ(printable("\u0085"), "\uFFFD");
}

TEST(Message, WritesNumbersAndPluralsOfTheLanguage) {
    const Folder folder;
    const std::string english =
        "rows: '{count, plural, one {# row} other {# rows}} of {file}'\nbad: '{count, plural'\n";
    folder.write("en.yaml", english);
    folder.write("cy.yaml", "rows: '{count, plural, two {# res} other {# rhes}} o {file}'\nbad: '{'\n");
    const report::Locale locale = report::Locale::read(folder.path());
    const auto rows = [&](Language language, std::int64_t count) {
        return render::message(locale, "rows", language, {{"count", count}, {"file", "it's {a}"}});
    };
    EXPECT_EQ(rows(Language::english, 1), "1 row of it's {a}");
    EXPECT_EQ(rows(Language::english, 12345), "12,345 rows of it's {a}");
    EXPECT_EQ(rows(Language::welsh, 2), "2 res o it's {a}");
    EXPECT_EQ(rows(Language::welsh, 1234), "1,234 rhes o it's {a}");
    EXPECT_EQ(refusal([&] { render::message(locale, "bad", Language::welsh, {}); }).substr(0, 55),
              "locale/cy.yaml: the text of \"bad\" is not a message that");
}

}  // namespace quarterdeck::testing
