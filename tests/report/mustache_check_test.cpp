#include "render/mustache_check.h"

#include <gmock/gmock.h>

#include "fixtures.h"

namespace quarterdeck::testing {
namespace {

using render::Shape;

/// title, style (markup), one (a section with name), many (a list with name).
Shape shape() {
    Shape one;
    one.members = {{"name", {}}};
    Shape many = one;
    many.list = true;
    Shape page;
    page.members = {{"title", {}}, {"style", {.markup = true}}, {"one", one}, {"many", many}};
    return page;
}

void check(const std::string& text, const std::map<std::string, std::string>& partials = {}) {
    render::check_mustache({"t/page.mustache", text}, partials, shape());
}

std::string refused(const std::string& text, const std::map<std::string, std::string>& partials = {}) {
    return refusal([&] { check(text, partials); });
}

}  // namespace

TEST(MustacheCheck, AcceptsKnownNamesWhereTheyStand) {
    EXPECT_NO_THROW(
        check("{{title}}{{{style}}}{{one.name}}{{#one}}{{name}} {{title}}{{/one}}{{! a note }}"
              "{{#many}}{{name}}{{/many}}{{^many}}{{title}}{{/many}}{{>part}}",
              {{"part", "{{title}}"}}));
}

TEST(MustacheCheck, NamesFileLineAndNearestNameOfAnUnknownOne) {
    EXPECT_EQ(refused("<p>\n</p>\n{{titel}}"),
              "t/page.mustache, line 3: the name \"titel\" is not known here; did you mean \"title\"?");
    EXPECT_EQ(refused("{{name}}"), "t/page.mustache, line 1: the name \"name\" is not known here.");
    EXPECT_EQ(refused("\n{{^nothing}}{{/nothing}}"),
              "t/page.mustache, line 2: the name \"nothing\" is not known here.");
    EXPECT_EQ(refused("{{many.name}}"), "t/page.mustache, line 1: the name \"many.name\" is not known here.")
        << "a list must be stepped into";
}

TEST(MustacheCheck, RefusesTagsAndSectionsLeftOpen) {
    EXPECT_EQ(refused("a\n{{title"),
              "t/page.mustache, line 2: a tag starts here and doesn't end. Close it with \"}}\".");
    EXPECT_EQ(refused("{{{style}}"),
              "t/page.mustache, line 1: a tag starts here and doesn't end. Close it with \"}}}\".");
    EXPECT_EQ(refused("{{title\n{{title}}"),
              "t/page.mustache, line 1: a tag starts here, and another within it. Close it with \"}}\".");
    EXPECT_EQ(refused("{{#one}}\n\n"),
              "t/page.mustache, line 1: the section \"one\" starts here and doesn't end. Close it with \"{{/one}}\".");
    EXPECT_EQ(refused("{{#one}}\n{{#many}}\n{{/one}}"),
              "t/page.mustache, line 3: the section \"one\" ends here, but \"many\" of line 2 is still open.");
    EXPECT_EQ(refused("{{/one}}"), "t/page.mustache, line 1: the section \"one\" ends here but never starts.");
    EXPECT_EQ(refused("{{}}"), "t/page.mustache, line 1: a tag has no name.");
    EXPECT_EQ(refused("{{"), "t/page.mustache, line 1: a tag starts here and doesn't end. Close it with \"}}\".");
}

TEST(MustacheCheck, RefusesUnescapedTextAndOtherDelimiters) {
    const std::string escaped =
        "t/page.mustache, line 1: \"title\" is text and must be escaped. Write it as \"{{title}}\".";
    EXPECT_EQ(refused("{{{title}}}"), escaped);
    EXPECT_EQ(refused("{{& title}}"), escaped);
    EXPECT_EQ(refused("{{=<% %>=}}"),
              "t/page.mustache, line 1: other delimiters than \"{{\" and \"}}\" can't be used.");
    EXPECT_EQ(refused("{{one}}"), "t/page.mustache, line 1: \"one\" is not a text; step into it with \"{{#one}}\".");
}

TEST(MustacheCheck, FollowsPartialsByTheirOwnFileAndLine) {
    EXPECT_EQ(refused("{{>part}}", {{"part", "\n{{titel}}"}}),
              "partials/part.mustache, line 2: the name \"titel\" is not known here; did you mean \"title\"?");
    EXPECT_EQ(refused("{{>prat}}", {{"part", ""}}),
              "t/page.mustache, line 1: there is no partial \"prat\"; did you mean \"part\"? Partials are the files "
              "*.mustache of the folder partials.");
    EXPECT_EQ(refused("{{>a}}", {{"a", "{{>b}}"}, {"b", "{{>a}}"}}),
              "partials/b.mustache, line 1: the partial \"a\" leads back to itself.");
}

TEST(MustacheCheck, SetsLimitsToDepthAndSize) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "{{#one}}";
    EXPECT_EQ(refused(deep), "t/page.mustache, line 1: sections are nested more than 30 deep.");
    std::map<std::string, std::string> doubling{{"p0", "{{title}}"}};
    for (int i = 1; i < 40; ++i) {
        const std::string inner = "{{>p" + std::to_string(i - 1) + "}}";
        doubling["p" + std::to_string(i)] = inner + inner;
    }
    EXPECT_THAT(refused("{{>p39}}", doubling), ::testing::EndsWith("the page has more than 20000 tags."));
}

}  // namespace quarterdeck::testing
