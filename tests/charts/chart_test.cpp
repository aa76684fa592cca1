#include "render/chart.h"

#include <Poco/DOM/NamedNodeMap.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "drawing.h"

namespace quarterdeck::render {
namespace {

using ::testing::Contains;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr auto hidden = Marker::confidential;
/// What the thin lines between parts take off a few bars together, in units of the picture.
constexpr double separators = 4;
const std::string first_colour = "#12436d";
const std::string second_colour = "#28a197";
const std::string third_colour = "#801650";
const std::string hidden_ground = "#f0f4f5";

const std::vector<Text> two_bands = {{"Under 46", "Dan 46"}, {"46 and over", "46 a throsodd"}};

/// Fifteen areas and five bands, as in the published age profile of scientists.
Sample published_size() {
    Sample sample;
    for (const char* band : {"25 and under", "26-35", "36-45", "46-55", "56 and over"})
        sample.columns.push_back({band, band});
    for (int area = 1; area <= 15; ++area) {
        const std::string name = "Area of diagnostic science, number " + std::to_string(area);
        sample.rows.push_back(row({name, name}, {whole(12), whole(area), whole(30 - area), whole(27), whole(31)}));
    }
    return sample;
}

TEST(Chart, HasTheSameBytesEachTime) {
    const auto sample = block(published_size());
    ChartEngine engine(web());
    const std::string first = engine.svg(sample, locale(), Language::english);
    engine.svg(block({.kind = Chart::Kind::line, .columns = two_bands}), locale(), Language::welsh);
    EXPECT_EQ(engine.svg(sample, locale(), Language::english), first);
    EXPECT_EQ(ChartEngine(web()).svg(sample, locale(), Language::english), first);
}

TEST(Chart, OfFifteenAreasAndFiveBandsStaysSmallEnoughForAPageOfMany) {
    ChartEngine engine(web());
    EXPECT_LT(engine.svg(block(published_size()), locale(), Language::english).size(), 40'000U);
}

TEST(Chart, IsNamedAndDescribedInTheReadersLanguage) {
    const auto sample = block({.columns = two_bands, .rows = {row({"Audiology", "Awdioleg"}, {whole(40), whole(60)})}});
    const Drawing english = draw(sample);
    EXPECT_EQ(english.text_of("chart-sample-title"), "Age profile");
    EXPECT_EQ(english.text_of("chart-sample-desc"),
              "Ages. One horizontal bar for each of: Audiology. Parts of each bar: Under 46; 46 and over. "
              "Largest for Under 46: Audiology, 40%. Largest for 46 and over: Audiology, 60%.");
    EXPECT_THAT(english.texts(), Contains("Audiology"));

    const Drawing welsh = draw(sample, Language::welsh);
    EXPECT_EQ(welsh.text_of("chart-sample-title"), "Proffil oedran");
    EXPECT_THAT(welsh.text_of("chart-sample-desc"), StartsWith("Oedrannau. Un bar llorweddol"));
    EXPECT_THAT(welsh.texts(), Contains("Awdioleg"));
    EXPECT_THAT(welsh.texts(), Contains("46 a throsodd"));
    EXPECT_THAT(welsh.texts(), Not(Contains("Audiology")));
}

TEST(Chart, IsAnImageThatPointsToItsTitleAndDescription) {
    const Drawing drawing = draw(block(published_size()));
    const auto* svg = drawing.elements("svg").at(0);
    EXPECT_EQ(svg->getAttribute("role"), "img");
    EXPECT_EQ(svg->getAttribute("aria-labelledby"), "chart-sample-title chart-sample-desc");
    EXPECT_EQ(svg->getAttribute("width"), "100%");
    EXPECT_THAT(svg->getAttribute("viewBox"), StartsWith("0 0 640 "));
}

TEST(Chart, ShowsMarkupInNamesAsText) {
    const std::string name = R"(<script>alert("1")</script>)";
    const std::string band = R"(B&B's "best" {a|b})";
    const Drawing drawing = draw(block({.columns = {{band, band}}, .rows = {row({name, name}, {whole(100)})}}));
    EXPECT_THAT(drawing.texts(), Contains(name));
    EXPECT_THAT(drawing.texts(), Contains(band));
    EXPECT_THAT(drawing.elements("script"), IsEmpty());
}

TEST(Chart, IsWellFormedWhateverBytesANameHolds) {
    const std::string name = "\x01 \xff \xf0\x9f\xa9\xbb zr0-p0";
    const Drawing drawing = draw(block({.columns = {{name, name}}, .rows = {row({name, name}, {whole(100)})}}));
    EXPECT_THAT(drawing.texts(), Contains(HasSubstr("\xf0\x9f\xa9\xbb zr0-p0")));
}

TEST(Chart, HoldsNoStyleNoScriptAndNothingFromElsewhere) {
    Sample sample = published_size();
    sample.rows[3].figures[1] = sample.rows[3].figures[2] = hidden;
    for (const auto kind : {Chart::Kind::stacked_bar, Chart::Kind::bar, Chart::Kind::line}) {
        sample.kind = kind;
        const Drawing drawing = draw(block(sample));
        for (const auto* element : drawing.elements()) {
            EXPECT_THAT((std::set<std::string>{"svg", "title", "desc", "defs", "pattern", "clipPath", "g", "path",
                                               "rect", "text"}),
                        Contains(element->tagName()));
            const Poco::AutoPtr<Poco::XML::NamedNodeMap> attributes = element->attributes();
            for (unsigned long i = 0; i < attributes->length(); ++i) {
                const std::string name = attributes->item(i)->nodeName();
                const std::string value = attributes->item(i)->getNodeValue();
                EXPECT_NE(name, "style");
                EXPECT_THAT(name, Not(StartsWith("on")));
                EXPECT_THAT(name, Not(HasSubstr("href")));
                if (value.find("url(") != std::string::npos) {
                    EXPECT_THAT(value, StartsWith("url(#chart-sample-"));
                }
                if (name == "id") {
                    EXPECT_THAT(value, StartsWith("chart-sample-"));
                }
            }
        }
    }
}

TEST(Chart, UsesEachIdOnce) {
    Sample sample = published_size();
    sample.rows[3].figures[1] = sample.rows[3].figures[2] = hidden;
    std::multiset<std::string> ids;
    const Drawing drawing = draw(block(sample));
    for (const auto* element : drawing.elements())
        if (element->hasAttribute("id")) ids.insert(element->getAttribute("id"));
    EXPECT_THAT(ids, Contains("chart-sample-p0"));
    EXPECT_THAT(ids, SizeIs(std::set<std::string>(ids.begin(), ids.end()).size()));
}

TEST(Chart, HasNoTextSmallerThanTwelve) {
    const Drawing drawing = draw(block(published_size()));
    ASSERT_THAT(drawing.texts(), Not(IsEmpty()));
    for (const auto* text : drawing.elements("text"))
        EXPECT_GE(std::atof(text->getAttribute("font-size").c_str()), 12.0);
}

TEST(StackedBar, IsAsLongAsItsShares) {
    const Drawing drawing =
        draw(block({.columns = two_bands, .rows = {row({"Audiology", "Awdioleg"}, {whole(25), whole(75)})}}));
    const double quarter = drawing.bars(first_colour).at(0);
    EXPECT_GT(quarter, 50.0);
    EXPECT_THAT(drawing.bars(second_colour), ElementsAre(DoubleNear(3 * quarter, separators)));
    EXPECT_THAT(drawing.texts(), Contains("25"));
    EXPECT_THAT(drawing.texts(), Contains("75"));
}

TEST(StackedBar, EndsAtAHundredWhenRoundedSharesDoNot) {
    const Text band{"Band", "Band"};
    const Drawing drawing = draw(block({.columns = {band, band, band},
                                        .rows = {row({"Exact", "Exact"}, {whole(100), whole(0), whole(0)}),
                                                 row({"Thirds", "Traean"}, {whole(33), whole(33), whole(33)})}}));
    const auto first = drawing.bars(first_colour);
    ASSERT_THAT(first, SizeIs(2));
    EXPECT_NEAR(3 * first[1], first[0], separators);
}

TEST(StackedBar, ShowsHiddenPartsAsWhatIsLeftOfTheWhole) {
    const Drawing drawing = draw(block({.columns = {{"a", "a"}, {"b", "b"}, {"c", "c"}},
                                        .rows = {row({"Endoscopy", "Endosgopi"}, {hidden, whole(20), hidden})}}));
    EXPECT_THAT(drawing.bars(first_colour), IsEmpty());
    EXPECT_THAT(drawing.bars(third_colour), IsEmpty());
    const auto shown = drawing.bars(second_colour);
    ASSERT_THAT(shown, SizeIs(1));
    EXPECT_THAT(drawing.bars(hidden_ground), ElementsAre(DoubleNear(4 * shown[0], separators)));
    EXPECT_THAT(drawing.texts(), Contains("[c]"));
    EXPECT_THAT(drawing.texts(), Contains("[c] Hidden to protect small numbers"));
    EXPECT_THAT(drawing.text_of("chart-sample-desc"),
                HasSubstr("Figures hidden to protect small numbers, marked [c]: 2."));
}

TEST(StackedBar, DrawsNoPartForZeroAndNoMarkerEither) {
    const Drawing drawing =
        draw(block({.columns = two_bands, .rows = {row({"Audiology", "Awdioleg"}, {whole(0), whole(100)})}}));
    EXPECT_THAT(drawing.bars(first_colour), IsEmpty());
    EXPECT_THAT(drawing.bars(second_colour), SizeIs(1));
    EXPECT_THAT(drawing.texts(), Not(Contains(HasSubstr("[c]"))));
}

TEST(StackedBar, GivesHiddenCountsOneLengthWhateverTheyStandFor) {
    const Drawing drawing =
        draw(block({.percent = false,
                    .columns = two_bands,
                    .rows = {row({"One", "Un"}, {whole(900), hidden}), row({"Two", "Dau"}, {hidden, whole(30)})}}));
    const auto hatched = drawing.bars(hidden_ground);
    ASSERT_THAT(hatched, SizeIs(2));
    EXPECT_NEAR(hatched[0], hatched[1], 0.001);
}

TEST(StackedBar, SaysWhyARowIsEmpty) {
    const Drawing drawing =
        draw(block({.columns = two_bands,
                    .rows = {row({"Audiology", "Awdioleg"}, {Marker::not_available, Marker::not_available})}}));
    EXPECT_THAT(drawing.texts(), Contains("[x]"));
    EXPECT_THAT(drawing.bars(hidden_ground), Not(Contains(::testing::Gt(0.0))));
    EXPECT_THAT(drawing.texts(), Not(Contains(HasSubstr("[c]"))));
}

TEST(StackedBar, PaintsTenPartsEachInItsOwnWay) {
    Sample sample{.rows = {row({"Audiology", "Awdioleg"}, std::vector<Figure>(10, whole(10)))}};
    for (int band = 1; band <= 10; ++band) sample.columns.push_back({std::to_string(band), std::to_string(band)});
    std::set<std::string> fills;
    const Drawing drawing = draw(block(sample));
    for (const auto* path : drawing.elements("path"))
        if (!path->hasAttribute("transform") && path->getAttribute("stroke") == "#ffffff" &&
            path->getAttribute("fill") != "none")
            fills.insert(path->getAttribute("fill"));
    EXPECT_THAT(fills, SizeIs(10));
}

TEST(GroupedBar, LeavesAHiddenFigureWithoutBarAndShowsZeroAsZero) {
    const Drawing drawing = draw(block({.kind = Chart::Kind::bar,
                                        .percent = false,
                                        .columns = two_bands,
                                        .rows = {row({"Bangor", "Bangor"}, {hidden, whole(1234)}),
                                                 row({"Cardiff", "Caerdydd"}, {whole(0), whole(617)})}}));
    EXPECT_THAT(drawing.bars(first_colour), ElementsAre(0.0));
    const auto bars = drawing.bars(second_colour);
    ASSERT_THAT(bars, SizeIs(2));
    EXPECT_NEAR(bars[0], 2 * bars[1], 0.1);
    EXPECT_THAT(drawing.texts(), Contains("[c]"));
    EXPECT_THAT(drawing.texts(), Contains("1,234"));
    EXPECT_THAT(drawing.texts(), Contains("0").Times(2)) << "the axis and the figure";
}

TEST(Line, BreaksWhereAFigureIsHidden) {
    const Drawing drawing = draw(block({.kind = Chart::Kind::line,
                                        .percent = false,
                                        .columns = {{"Radiology", "Radioleg"}},
                                        .rows = {row({"2023", "2023"}, {whole(11)}), row({"2024", "2024"}, {whole(15)}),
                                                 row({"2025", "2025"}, {hidden}), row({"2026", "2026"}, {whole(26)}),
                                                 row({"2027", "2027"}, {whole(18)})}}));
    std::vector<std::string> lines;
    int points = 0;
    for (const auto* path : drawing.elements("path")) {
        const bool placed = path->hasAttribute("transform");
        if (!placed && path->getAttribute("stroke") == first_colour) lines.push_back(path->getAttribute("d"));
        if (placed && path->getAttribute("fill") == first_colour) ++points;
    }
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), 'M'), 2);
    EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), 'L'), 2);
    EXPECT_EQ(points, 4 + 1) << "four figures and the legend";
    EXPECT_THAT(drawing.texts(), Contains("[c]"));
}

TEST(Line, NamesTheSeriesThatHasNoFigure) {
    const Drawing drawing = draw(block({.kind = Chart::Kind::line,
                                        .percent = false,
                                        .columns = {{"Radiology", "Radioleg"}, {"Histopathology", "Histopatholeg"}},
                                        .rows = {row({"2023", "2023"}, {whole(11), Marker::not_available})}}));
    EXPECT_THAT(drawing.texts(), Contains("Histopathology [x]"));
}

TEST(Chart, LeavesTotalsOut) {
    TableRow total = row({"Total", "Cyfanswm"}, {whole(50), whole(50)});
    total.total = true;
    const Drawing drawing =
        draw(block({.columns = two_bands, .rows = {row({"Audiology", "Awdioleg"}, {whole(40), whole(60)}), total}}));
    EXPECT_THAT(drawing.texts(), Not(Contains("Total")));
    EXPECT_THAT(drawing.bars(first_colour), SizeIs(1));
}

TEST(Chart, OfNoRowsSaysSo) {
    for (const auto kind : {Chart::Kind::stacked_bar, Chart::Kind::bar, Chart::Kind::line})
        EXPECT_THAT(draw(block({.kind = kind, .columns = two_bands})).texts(), Contains("There are no rows to draw."));
}

TEST(Chart, WithoutItsScriptIsRefusedWithASentence) {
    const Folder empty;
    ChartEngine engine(empty.path());
    try {
        engine.svg(block(published_size()), locale(), Language::english);
        FAIL() << "drawn without a script";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(),
                     "The chart \"sample\" can't be drawn. charts.js can't be read. It draws the charts and is made "
                     "when the project is built: build it again.");
    }
}

TEST(Chart, OfAColumnThatThereIsNotIsRefusedWithASentence) {
    auto sample = block(published_size());
    sample.chart->series = {"column_7"};
    ChartEngine engine(web());
    try {
        engine.svg(sample, locale(), Language::english);
        FAIL() << "drawn without the column";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(),
                     "The chart \"sample\" can't be drawn. Its series \"column_7\" isn't a column of the table.");
    }
}

}  // namespace
}  // namespace quarterdeck::render
