#include <utility>

#include "common/outlook/tables.h"
#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

Text how_demand_runs() {
    return {
        "Demand is the FTE in post at the start, grown each year with activity and lessened by productivity; "
        "vacancies at the start are not in it: the signs of risk show them. The gap is demand less supply: "
        "below 0, supply is ahead of demand.",
        "Y galw yw'r CALl mewn swydd ar y dechrau, wedi'i gynyddu bob blwyddyn gyda gweithgarwch a'i ostwng gan "
        "gynhyrchiant; nid yw'n cynnwys swyddi gwag ar y dechrau: mae'r arwyddion o risg yn eu dangos. Y bwlch "
        "yw'r galw heb y cyflenwad: islaw 0, mae'r cyflenwad ar y blaen i'r galw."};
}

/// In per cent with two places, from thousandths of a per cent.
Figure assumed(std::int64_t thousandths) {
    constexpr std::int64_t tens = 10;
    return Decimal{rounded(thousandths, tens), 2};
}

Column assumed_column(const char* id, Text title) {
    return {.id = id, .title = std::move(title), .places = 2, .percent = true};
}

}  // namespace

Metric outlook_gap(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_gap",
        .title = {"Demand, supply and the gap", "Galw, cyflenwad a'r bwlch"},
        .definition = joined(how_demand_runs(),
                             {"The range holds eight futures in ten. The gap opens in the first year whose end finds "
                              "demand above expected supply, counted from 1; [z] where it doesn't.",
                              "Mae'r ystod yn cynnwys wyth o bob deg dyfodol. Mae'r bwlch yn agor yn y flwyddyn gyntaf "
                              "y mae'r galw yn uwch na'r cyflenwad disgwyliedig ar ei diwedd, gan gyfrif o 1; [z] lle "
                              "nad yw'n agor."}),
        .unit = {"Full-time equivalents at the end of the outlook", "Cyfwerth ag amser llawn ar ddiwedd y rhagolwg"},
        .labels = {{"scenario", {"Scenario", "Senario"}}},
        .columns = {outlook_column("demand", {"Demand", "Galw"}), outlook_column("supply", {"Supply", "Cyflenwad"}),
                    outlook_column("gap", {"Gap, expected", "Bwlch, disgwyliedig"}),
                    outlook_column("gap_low", {"Gap, low end", "Bwlch, pen isaf"}),
                    outlook_column("gap_high", {"Gap, high end", "Bwlch, pen uchaf"}),
                    outlook_column("opens", {"Year in which it opens", "Blwyddyn y mae'n agor"})}};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        const OutlookFigures show{start};
        for (const outlook::Scenario& scenario : start.scenarios.all) {
            TableRow row{
                plan.programme + "_" + scenario.id, {plan.title, scenario.title}, std::vector<Figure>(6, start.marker)};
            if (start.programme) {
                const auto expected =
                    outlook::expected_future(*start.programme, scenario.levers, start.scenarios.years);
                const auto drawn = outlook::ranges(*start.programme, scenario.levers, start.scenarios).gap_fte.back();
                const auto opens = outlook::gap_opens(expected.supply_fte, expected.demand_fte);
                row.figures = {show.fte(expected.demand_fte.back()),
                               show.fte(expected.supply_fte.back()),
                               show.fte(expected.gap_fte.back()),
                               show.fte(drawn.low),
                               show.fte(drawn.high),
                               opens ? Figure(Decimal{*opens, 0}) : Figure(Marker::not_applicable)};
            }
            rows.push_back(std::move(row));
        }
    });
}

Metric outlook_sensitivity(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_sensitivity",
        .title = {"What the gap depends on", "Yr hyn y mae'r bwlch yn dibynnu arno"},
        .definition = joined(how_demand_runs(),
                             {"The expected gap at the end of the outlook with one assumption at each end of its range "
                              "and the others at their central values.",
                              "Y bwlch disgwyliedig ar ddiwedd y rhagolwg gydag un dybiaeth ar bob pen i'w hystod a'r "
                              "lleill ar eu gwerthoedd canolog."}),
        .unit = {"Full-time equivalents", "Cyfwerth ag amser llawn"},
        .labels = {{"assumption", {"Assumption", "Tybiaeth"}}},
        .columns = {outlook_column("gap_at_low", {"Gap, assumption low", "Bwlch, tybiaeth isel"}),
                    outlook_column("gap_at_high", {"Gap, assumption high", "Bwlch, tybiaeth uchel"}),
                    outlook_column("difference", {"Difference", "Gwahaniaeth"})}};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        for (std::size_t i = 0; i < start.assumptions.size(); ++i) {
            TableRow row{plan.programme + "_" + start.assumptions[i].id,
                         {plan.title, start.assumptions[i].title},
                         std::vector<Figure>(3, start.marker)};
            if (start.programme) {
                const auto gap = outlook::sensitivity(*start.programme, i, start.scenarios.years);
                constexpr std::int64_t one = 100;
                const std::int64_t low = rounded(gap.at_low, one);
                const std::int64_t high = rounded(gap.at_high, one);
                row.figures = {Decimal{low, 0}, Decimal{high, 0}, Decimal{high - low, 0}};
            }
            rows.push_back(std::move(row));
        }
    });
}

Metric outlook_assumed(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_assumed",
        .title = {"Assumptions and their sources", "Tybiaethau a'u ffynonellau"},
        .definition =
            {"What the outlook assumes of each year. In half of the futures drawn an assumption lies below "
             "its central value, in half above. An assumption for illustration shows how the model works: "
             "replace it with the programme's own before anything is decided on it.",
             "Yr hyn y mae'r rhagolwg yn ei dybio am bob blwyddyn. Yn hanner y dyfodolau a dynnir mae tybiaeth "
             "islaw ei gwerth canolog, ac yn hanner uwchlaw. Mae tybiaeth er enghraifft yn dangos sut mae'r "
             "model yn gweithio: rhowch un y rhaglen ei hun yn ei lle cyn penderfynu dim arni."},
        .unit = {"Per cent", "Canran"},
        .labels = {{"assumption", {"Assumption", "Tybiaeth"}}, {"source", {"Source", "Ffynhonnell"}}},
        .columns = {assumed_column("low", {"Low", "Isel"}), assumed_column("central", {"Central", "Canolog"}),
                    assumed_column("high", {"High", "Uchel"})}};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        for (const outlook::Assumption& each : start.assumptions)
            rows.push_back({plan.programme + "_" + each.id,
                            {plan.title, each.title, each.source},
                            {assumed(each.low), assumed(each.central), assumed(each.high)}});
    });
}

}  // namespace quarterdeck::programmes
