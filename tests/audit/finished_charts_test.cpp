#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "made_release.h"
#include "refusal.h"

namespace quarterdeck::testing {
namespace {

constexpr const char* page = "tables.en.html, chart of the table \"bands\"";
constexpr const char* workbook = "tables.en.xlsx, chart of the table \"bands\"";

/// A release in which both tables have a chart of men and women, and some of them are hidden.
struct WithCharts : MadeRelease {
    explicit WithCharts(Chart::Kind kind) : MadeRelease(1, 40) {
        chart = Chart{.kind = kind,
                      .title = {"Men and women", "Dynion a menywod"},
                      .description = {"Two in each row.", "Dau ym mhob rhes."},
                      .series = {"male", "female"}};
        write();
    }
};

std::string refusal(const MadeRelease& release) {
    try {
        release.audited();
        return {};
    } catch (const Refusal& refused) {
        return refused.what();
    }
}

/// Expects that a change to finished files is found, and said without the number that was put in.
void expect_found(Chart::Kind kind, const std::string& start, const std::function<bool(MadeRelease&)>& change) {
    WithCharts release(kind);
    ASSERT_TRUE(change(release)) << "there is nothing to change";
    const std::string said = refusal(release);
    EXPECT_TRUE(said.starts_with(start)) << said;
    EXPECT_NE(said.find("Nothing was published"), std::string::npos) << said;
    EXPECT_EQ(said.find("993"), std::string::npos) << said;
}

TEST(FinishedCharts, PassAsTheyWereDrawn) {
    for (const Chart::Kind kind : {Chart::Kind::stacked_bar, Chart::Kind::bar, Chart::Kind::line})
        EXPECT_EQ(refusal(WithCharts(kind)), "");
}

TEST(FinishedCharts, AreRefusedWhenAPictureWritesAFigureForOneThatIsHidden) {
    expect_found(Chart::Kind::bar, page, [](MadeRelease& release) {
        return release.change_page("en", "font-size=\"14\">[c]</text>", "font-size=\"14\">993</text>");
    });
}

TEST(FinishedCharts, AreRefusedWhenAPictureDrawsABarForAFigureThatIsHidden) {
    expect_found(Chart::Kind::bar, page, [](MadeRelease& release) {
        return release.change_page("en", "</desc>\n",
                                   "</desc>\n<path d=\"M300 60l120 0l0 10l-120 0Z\" fill=\"#801650\"/>");
    });
}

TEST(FinishedCharts, AreRefusedWhenALineGoesThroughAFigureThatIsHidden) {
    expect_found(Chart::Kind::line, page, [](MadeRelease& release) {
        return release.change_page("en", "</desc>\n",
                                   "</desc>\n<path d=\"M1 0\" transform=\"matrix(4,0,0,4,330,151.5)\"/>");
    });
}

TEST(FinishedCharts, AreRefusedWhenADescriptionTellsAFigureThatTheTableDoesNotShow) {
    for (const std::string end : {"</desc>", "</title>\n<desc"})
        expect_found(Chart::Kind::stacked_bar, page,
                     [&](MadeRelease& release) { return release.change_page("en", end, " Women: 993." + end); });
    expect_found(Chart::Kind::stacked_bar, page, [](MadeRelease& release) {
        return release.change_page("en", "role=\"region\" aria-label=\"Chart: bands\"",
                                   "role=\"region\" aria-label=\"Chart: bands, 993\"");
    });
}

TEST(FinishedCharts, AreRefusedWhenSomethingUnseenHoldsAFigure) {
    for (const std::string unseen : {"<!-- female 993 -->", "<metadata>993</metadata>", "<g data-value=\"993\"></g>"})
        expect_found(Chart::Kind::bar, page,
                     [&](MadeRelease& release) { return release.change_page("en", "</desc>", "</desc>" + unseen); });
}

TEST(FinishedCharts, AreHeldAgainstTheirTablesInWelshToo) {
    expect_found(Chart::Kind::bar, "tables.cy.html, chart of the table \"bands\"", [](MadeRelease& release) {
        return release.change_page("cy", "font-size=\"14\">[c]</text>", "font-size=\"14\">993</text>");
    });
}

/// The end of the figures of a series that hides some: nothing is kept beside their cells.
constexpr const char* without_figures = "</c:f></c:numRef></c:val>";

TEST(FinishedCharts, AreRefusedWhenAWorkbookKeepsAFigureOfACellThatShowsNone) {
    expect_found(Chart::Kind::bar, workbook, [](MadeRelease& release) {
        std::string kept = "</c:f><c:numCache><c:formatCode>General</c:formatCode>";
        for (int cell = 0; cell < 4; ++cell) kept += "<c:pt idx=\"" + std::to_string(cell) + "\"><c:v>993</c:v></c:pt>";
        return release.change_workbook("xl/charts/chart1.xml", without_figures,
                                       kept + "</c:numCache></c:numRef></c:val>");
    });
}

TEST(FinishedCharts, AreRefusedWhenAWorkbookHoldsFiguresOfNoCell) {
    expect_found(Chart::Kind::bar, workbook, [](MadeRelease& release) {
        return release.change_workbook("xl/charts/chart1.xml", "</c:ser>",
                                       "<c:errBars><c:plus><c:numLit><c:pt idx=\"0\"><c:v>993</c:v></c:pt></c:numLit>"
                                       "</c:plus></c:errBars></c:ser>");
    });
}

TEST(FinishedCharts, AreRefusedWhenAWorkbooksRangesPointElsewhere) {
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"<c:val><c:numRef><c:f>'", "<c:val><c:numRef><c:f>'Other "},
                                                          {"<c:cat><c:strRef><c:f>", "<c:cat><c:strRef><c:f>1+"},
                                                          {"!$D$", "!$C$"},
                                                          {"</c:plotArea>", "<c:f>'Kept'!$A$1</c:f></c:plotArea>"}}) {
        WithCharts release(Chart::Kind::bar);
        ASSERT_TRUE(release.change_workbook("xl/charts/chart1.xml", from, to)) << from;
        EXPECT_NE(refusal(release).find("points to cells that aren't those of"), std::string::npos)
            << from << ": " << refusal(release);
    }
}

TEST(FinishedCharts, AreRefusedWhenAWorkbooksTextsOrAxesTellAFigure) {
    expect_found(Chart::Kind::bar, workbook, [](MadeRelease& release) {
        return release.change_workbook("xl/drawings/drawing1.xml", "descr=\"", "descr=\"Women: 993. ");
    });
    expect_found(Chart::Kind::bar, workbook, [](MadeRelease& release) {
        return release.change_workbook("xl/charts/chart1.xml", "<c:autoTitleDeleted",
                                       "<c:title><a:t>Women: 993</a:t></c:title><c:autoTitleDeleted");
    });
    expect_found(Chart::Kind::bar, workbook, [](MadeRelease& release) {
        return release.change_workbook("xl/charts/chart1.xml", "<c:orientation", "<c:max val=\"993\"/><c:orientation");
    });
}

}  // namespace
}  // namespace quarterdeck::testing
