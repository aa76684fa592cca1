#include <gtest/gtest.h>

#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

/// What the table of a plan's sheet holds under a heading, in its first row; a number is told apart by a hash.
std::string under(const Unpacked& workbook, const std::string& heading) {
    for (const StoredSheet& sheet : workbook.sheets())
        for (const auto& [address, cell] : sheet.cells) {
            if (cell.value != heading) continue;
            const std::size_t digits = address.find_first_of("0123456789");
            const int row = std::stoi(address.substr(digits)) + 1;
            const auto found = sheet.cells.find(address.substr(0, digits) + std::to_string(row));
            if (found == sheet.cells.end()) return "no cell";
            return found->second.text ? found->second.value : "#" + found->second.value;
        }
    return "no heading";
}

report::ActionsBlock plan(const returns::ActionState& state) {
    const Action action{.id = "I1", .title = same("Open a room")};
    return {.id = "plan",
            .programme = "imaging",
            .title = same("Imaging"),
            .actions = {action},
            .quarter = returns::Quarter::parse("2022-23Q4"),
            .states = {state}};
}

const returns::Entry entry{.action_id = "I1",
                           .status = returns::Status::in_progress,
                           .rating = returns::Rating::green,
                           .percent_complete = 40,
                           .narrative = "=SUM(A1)",
                           .forecast = Date{2023, 9, 30}};

TEST(WorkbookActions, ShowWhatWasReturned) {
    returns::Entry before = entry;
    before.rating = returns::Rating::red;
    const Unpacked workbook = written(report_with(plan({entry, before})));
    EXPECT_EQ(under(workbook, "Status this quarter"), "In progress");
    EXPECT_EQ(under(workbook, "Complete (%)"), "#40");
    EXPECT_EQ(under(workbook, "Rating this quarter"), "Green");
    EXPECT_EQ(under(workbook, "Rating last quarter"), "Red");
    EXPECT_EQ(under(workbook, "Forecast"), "30 September 2023");
}

TEST(WorkbookActions, KeepTextThatLooksLikeAFormulaAsText) {
    EXPECT_EQ(under(written(report_with(plan({entry, entry}))), "Narrative"), "=SUM(A1)");
}

TEST(WorkbookActions, SpeakWelsh) {
    const Unpacked workbook = written(report_with(plan({entry, entry})), Language::welsh);
    EXPECT_EQ(under(workbook, "Sgôr y chwarter hwn"), "Gwyrdd");
}

TEST(WorkbookActions, NeverShowLastQuarterAsThisOne) {
    const Unpacked workbook = written(report_with(plan({std::nullopt, entry})));
    for (const char* heading : {"Status this quarter", "Complete (%)", "Rating this quarter", "Forecast", "Narrative"})
        EXPECT_EQ(under(workbook, heading), "Not returned") << heading;
    EXPECT_EQ(under(workbook, "Rating last quarter"), "Green");
}

TEST(WorkbookActions, SayNotReturnedWithoutARegister) {
    report::ActionsBlock block = plan({entry, entry});
    block.quarter.reset();
    block.states.clear();
    const Unpacked workbook = written(report_with(block));
    EXPECT_EQ(under(workbook, "Status this quarter"), "Not returned");
    EXPECT_EQ(under(workbook, "Rating this quarter"), "no heading");
}

}  // namespace
}  // namespace quarterdeck::render
