#include <gtest/gtest.h>

#include "fixtures.h"
#include "report/template_folder.h"

namespace quarterdeck::testing {
namespace {

report::Locale locale(const std::string& english, const std::string& welsh) {
    const Folder folder;
    folder.write("en.yaml", english);
    folder.write("cy.yaml", welsh);
    return report::Locale::read(folder.path());
}

}  // namespace

TEST(Locale, JoinsNestedKeysWithDots) {
    const report::Locale words = locale("page:\n  title: Title\n", "page:\n  title: Teitl\n");
    EXPECT_EQ(words.get("page.title", Language::english), "Title");
    EXPECT_EQ(words.get("page.title", Language::welsh), "Teitl");
}

TEST(Locale, NamesAKeyThatOneLanguageLacks) {
    EXPECT_EQ(refusal([] { locale("a: A\nb:\n  c: C\n", "a: A\n"); }),
              "locale/cy.yaml: the key \"b.c\" is missing; locale/en.yaml, line 3 has it. Add its translation.");
    EXPECT_EQ(refusal([] { locale("a: A\n", "a: A\nd: D\n"); }),
              "locale/en.yaml: the key \"d\" is missing; locale/cy.yaml, line 2 has it. Add its translation.");
}

TEST(Locale, RefusesAKeyTwice) {
    EXPECT_EQ(refusal([] { locale("a: A\nb: B\na: C\n", "a: A\nb: B\n"); }),
              "locale/en.yaml, line 3: the key \"a\" stands here a second time; it is in line 1 already. Remove one of "
              "the two.");
}

TEST(Locale, RefusesWhatIsNoText) {
    EXPECT_EQ(refusal([] { locale("a: [1, 2]\n", "a: A\n"); }), "locale/en.yaml, line 1: the key \"a\" has no text.");
    EXPECT_EQ(refusal([] { locale("a:\n", "a: A\n"); }), "locale/en.yaml, line 1: the key \"a\" has no text.");
    EXPECT_EQ(refusal([] { locale("a: ''\n", "a: A\n"); }), "locale/en.yaml, line 1: the key \"a\" has no text.");
    EXPECT_EQ(refusal([] { locale("A b: c\n", "a: A\n"); }),
              "locale/en.yaml, line 1: the key \"A b\" must be made of lower-case letters, digits, underscores and "
              "hyphens.");
}

TEST(Locale, NamesTheNearestKeyWhenOneIsUnknown) {
    const report::Locale words = locale("page: {title: A}\n", "page: {title: A}\n");
    EXPECT_EQ(refusal([&] { words.get("page.titel", Language::english); }),
              "locale/en.yaml and locale/cy.yaml: the key \"page.titel\" is missing; did you mean \"page.title\"? Add "
              "its text to both.");
}

TEST(Locale, RefusesWhatIsNotYamlWithItsLine) {
    const auto message = [](const std::string& text) { return refusal([&] { locale(text, "a: A\n"); }); };
    EXPECT_EQ(message("a: A\nb: \"\\q\"\n").substr(0, 44), "locale/en.yaml, line 2: this is not YAML: un");
    EXPECT_EQ(message("a: A\nb: 'it''s open\nc: C\n"),
              "locale/en.yaml, line 2: a quotation mark opens a text here and is never closed.");
    EXPECT_EQ(message("a: \"\u0175 \\\"\n"),
              "locale/en.yaml, line 1: a quotation mark opens a text here and is never closed.");
    EXPECT_EQ(message("a: &x A\nb: *x\n"),
              "locale/en.yaml, line 2: an alias (*name) can't be used here. Write its text out.");
    EXPECT_EQ(message("a: A\nb: \xFF\n"), "locale/en.yaml, line 2: the text is not UTF-8. Save the file as UTF-8.");
    EXPECT_EQ(message(std::string("a: \0b\n", 6)),
              "locale/en.yaml, line 1: the text is not UTF-8. Save the file as UTF-8.");
    EXPECT_EQ(message("- a\n- b\n"), "locale/en.yaml, line 1: the file must hold keys with their values.");
    EXPECT_EQ(message(""), "locale/en.yaml, line 1: the file must hold keys with their values.");
    EXPECT_EQ(message("a: A\n---\nb: B\n"), "locale/en.yaml, line 3: a second document starts; one is expected.");
    EXPECT_EQ(message("? [a]\n: b\n"), "locale/en.yaml, line 1: a key must be a plain word.");
}

TEST(Locale, TakesQuotedTextsAndAByteOrderMark) {
    const report::Locale words = locale(
        "\xEF\xBB\xBF"
        "a: 'it''s'\nb: \"\u0175 \\\"q\\\"\"\n",
        "a: x\nb: y\n");
    EXPECT_EQ(words.get("a", Language::english), "it's");
    EXPECT_EQ(words.get("b", Language::english), "\u0175 \"q\"");
}

TEST(Locale, RefusesDeepNestingAndLargeFiles) {
    EXPECT_EQ(refusal([] { locale("a: " + std::string(100, '[') + std::string(100, ']'), "a: A\n"); }),
              "locale/en.yaml, line 1: this is nested more than 12 deep.");
    EXPECT_EQ(refusal([] { locale("a: " + std::string(1'100'000, 'x'), "a: A\n"); }),
              "locale/en.yaml: the file is larger than 1 MB.");
}

TEST(Locale, SaysWhichFileCannotBeRead) {
    const Folder folder;
    EXPECT_EQ(refusal([&] { report::Locale::read(folder.path()); }),
              "locale/en.yaml: the file can't be read. It must be there, and be readable.");
}

}  // namespace quarterdeck::testing
