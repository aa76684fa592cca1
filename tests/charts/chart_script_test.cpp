#include "render/chart_script.h"

#include <gmock/gmock.h>

#include "drawing.h"

namespace quarterdeck::render {
namespace {

using ::testing::HasSubstr;

std::string run(const std::string& script) {
    const Folder folder;
    folder.write("charts.js", script);
    return ChartScript(folder.path() / "charts.js").draw("{\"a\":\"\xc3\xa2\"}");
}

std::string failure(const std::string& script) {
    try {
        return "no failure: " + run(script);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

TEST(ChartScript, GetsTheDescriptionAndGivesBackText) {
    EXPECT_EQ(run("function drawChart(json) { return JSON.parse(json).a + '!'; }"), "\xc3\xa2!");
}

TEST(ChartScript, KnowsNoTimeAndNoChance) {
    EXPECT_EQ(run("function drawChart() {"
                  "  return [Date.now(), new Date().getTime(), Math.random(), new Date(5).getTime()].join(' ');"
                  "}"),
              "0 0 0.5 5");
}

TEST(ChartScript, ReachesNothingOutsideItself) {
    EXPECT_EQ(run("function drawChart() {"
                  "  return [typeof require, typeof process, typeof XMLHttpRequest, typeof fetch].join(' ');"
                  "}"),
              "undefined undefined undefined undefined");
}

TEST(ChartScript, ThatFailsSaysWhatHappened) {
    EXPECT_EQ(failure("function drawChart() { throw new Error('no such kind'); }"),
              "The script that draws it failed: Error: no such kind.");
    EXPECT_THAT(failure("function drawChart() { return 7; }"), HasSubstr("string required, found 7"));
    EXPECT_THAT(failure("var other = 1;"), HasSubstr("not callable"));
}

TEST(ChartScript, ThatIsNoScriptSaysSo) {
    EXPECT_THAT(failure("function ("), HasSubstr("The script charts.js can't be loaded: SyntaxError"));
}

TEST(ChartScript, ThatTakesTooMuchMemoryIsStopped) {
    EXPECT_THAT(failure("function drawChart() {"
                        "  var all = [];"
                        "  for (;;) all.push(new Uint8Array(16777216));"
                        "}"),
                HasSubstr("The script that draws it failed: "));
}

TEST(ChartScript, ThatNeverReturnsFromItselfIsStopped) {
    EXPECT_THAT(failure("function drawChart() { return drawChart(); }; drawChart = function f() { return 1 + f(); };"),
                HasSubstr("The script that draws it failed: "));
}

}  // namespace
}  // namespace quarterdeck::render
