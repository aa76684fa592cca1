#include <utility>

#include "common/outlook/tables.h"
#include "common/staff.h"
#include "quarterdeck/outlook/growth.h"

namespace quarterdeck::programmes {
namespace {

Text how_ranges_are_drawn() {
    return {
        "Ranges hold eight futures in ten: one in ten lies below, one in ten above. Each future draws every "
        "assumption from its range and decides by lot for every person.",
        "Mae'r ystodau'n cynnwys wyth o bob deg dyfodol: mae un o bob deg islaw, ac un o bob deg uwchlaw. Mae pob "
        "dyfodol yn tynnu gwerth pob tybiaeth o'i hystod ac yn penderfynu drwy hap dros bob person."};
}

Text how_supply_runs() {
    return {
        "Supply starts from the staff in post of the staff groups shown, doctors in training left out. Each year "
        "people retire by age, leave for other reasons, join from commissioned courses after attrition, join on "
        "completing medical training, and are recruited from other jobs and from overseas. FTE follows headcount "
        "at today's FTE per head, with the change assumed. Where a count by age is hidden, the people whose age isn't "
        "shown are spread evenly over the years of age. Projections are not counts of staff.",
        "Mae'r cyflenwad yn dechrau o staff mewn swydd y grwpiau staff a ddangosir, heb feddygon dan hyfforddiant. "
        "Bob blwyddyn mae pobl yn ymddeol yn ôl oedran, yn gadael am resymau eraill, yn ymuno o gyrsiau a "
        "gomisiynwyd ar ôl athreuliad, yn ymuno wrth gwblhau hyfforddiant meddygol, ac yn cael eu recriwtio o "
        "swyddi eraill ac o dramor. Mae CALl yn dilyn nifer y staff yn ôl y CALl y pen presennol, gyda'r newid a "
        "dybir. Lle cuddir cyfrif yn ôl oedran, caiff y bobl nad yw eu hoedran i'w weld eu gwasgaru'n gyfartal dros y "
        "blynyddoedd oedran. Nid cyfrifon o staff yw rhagamcanion."};
}

Chart path_chart(const OutlookPlan& plan) {
    return {.kind = Chart::Kind::line,
            .title = {"Supply and demand: " + plan.title.en, "Cyflenwad a galw: " + plan.title.cy},
            .description = {"Projected supply with its range, and demand, in FTE at the end of each year.",
                            "Y cyflenwad a ragamcenir gyda'i ystod, a'r galw, mewn CALl ar ddiwedd pob blwyddyn."},
            .series = {"supply_low", "supply", "supply_high", "demand"}};
}

}  // namespace

Metric outlook_supply(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_supply",
        .title = {"Supply by scenario", "Cyflenwad yn ôl senario"},
        .definition = joined(how_supply_runs(), how_ranges_are_drawn()),
        .unit = {"Full-time equivalents; growth in per cent a year",
                 "Cyfwerth ag amser llawn; twf fel canran y flwyddyn"},
        .labels = {{"scenario", {"Scenario", "Senario"}}},
        .columns = {outlook_column("fte_start", {"FTE at the start", "CALl ar y dechrau"}),
                    outlook_column("fte_end", {"FTE at the end, expected", "CALl ar y diwedd, disgwyliedig"}),
                    outlook_column("fte_low", {"Low end of range", "Pen isaf yr ystod"}),
                    outlook_column("fte_high", {"High end of range", "Pen uchaf yr ystod"}),
                    outlook_percent("growth", {"Growth a year", "Twf y flwyddyn"})}};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        const OutlookFigures show{start};
        for (const outlook::Scenario& scenario : start.scenarios.all) {
            TableRow row{
                plan.programme + "_" + scenario.id, {plan.title, scenario.title}, std::vector<Figure>(5, start.marker)};
            if (start.programme) {
                const int years = start.scenarios.years;
                const auto expected = outlook::expected_future(*start.programme, scenario.levers, years);
                const auto drawn =
                    outlook::ranges(*start.programme, scenario.levers, start.scenarios).supply_fte.back();
                const std::int64_t end = expected.supply_fte.back();
                const auto growth = outlook::annual_growth(start.programme->fte(), end, years, 1);
                row.figures = {show.fte(start.programme->fte()), show.fte(end), show.fte(drawn.low),
                               show.fte(drawn.high), growth ? Figure(*growth) : Figure(Marker::not_applicable)};
            }
            rows.push_back(std::move(row));
        }
    });
}

Metric outlook_path(const OutlookPlan& plan) {
    OutlookTable table{
        .id = "outlook_path",
        .title = {"Supply and demand year by year: " + plan.title.en,
                  "Cyflenwad a galw fesul blwyddyn: " + plan.title.cy},
        .definition = joined({"The first scenario of the template. Demand is today's FTE, grown with activity and "
                              "lessened by productivity.",
                              "Senario cyntaf y templed. Y galw yw'r CALl presennol, wedi'i gynyddu gyda "
                              "gweithgarwch a'i ostwng gan gynhyrchiant."},
                             how_ranges_are_drawn()),
        .unit = {"Full-time equivalents at the end of the year", "Cyfwerth ag amser llawn ar ddiwedd y flwyddyn"},
        .labels = {{"year", {"Year", "Blwyddyn"}}},
        .columns = {outlook_column("supply_low", {"Supply, low", "Cyflenwad, isel"}),
                    outlook_column("supply", {"Supply, expected", "Cyflenwad, disgwyliedig"}),
                    outlook_column("supply_high", {"Supply, high", "Cyflenwad, uchel"}),
                    outlook_column("demand", {"Demand", "Galw"}), outlook_column("gap", {"Gap", "Bwlch"})},
        .needs = {},
        .chart = path_chart(plan),
        .shared = false};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        const OutlookFigures show{start};
        outlook::Ranges drawn;
        if (start.programme)
            drawn = outlook::ranges(*start.programme, start.scenarios.all.front().levers, start.scenarios);
        for (int year = 1; year <= start.scenarios.years; ++year) {
            const auto at = static_cast<std::size_t>(year - 1);
            TableRow row{plan.programme + "_" + std::to_string(year),
                         {outlook_year(start.scenarios.start_year, year)},
                         std::vector<Figure>(5, start.marker)};
            if (start.programme)
                row.figures = {show.fte(drawn.supply_fte[at].low), show.fte(start.base->supply_fte[at]),
                               show.fte(drawn.supply_fte[at].high), show.fte(start.base->demand_fte[at]),
                               show.fte(start.base->gap_fte[at])};
            rows.push_back(std::move(row));
        }
    });
}

Metric outlook_flows(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_flows",
        .title = {"How the workforce changes", "Sut mae'r gweithlu'n newid"},
        .definition = joined(how_supply_runs(),
                             {"The first scenario, as expected. Staff at the end of a year are those at its start, "
                              "less those who retire and leave, plus those who join, exactly.",
                              "Y senario cyntaf, fel y disgwylir. Y staff ar ddiwedd blwyddyn yw'r rhai ar ei "
                              "dechrau, heb y rhai sy'n ymddeol ac yn gadael, a'r rhai sy'n ymuno, yn union."}),
        .unit = {"People, projected", "Pobl, rhagamcanol"},
        .labels = {{"year", {"Year", "Blwyddyn"}}},
        .columns = {outlook_column("at_start", {"At the start", "Ar y dechrau"}),
                    outlook_column("retired", {"Retire", "Yn ymddeol"}), outlook_column("left", {"Leave", "Yn gadael"}),
                    outlook_column("graduates", {"From courses", "O gyrsiau"}),
                    outlook_column("qualified", {"From medical training", "O hyfforddiant meddygol"}),
                    outlook_column("recruited", {"From other jobs", "O swyddi eraill"}),
                    outlook_column("overseas", {"From overseas", "O dramor"}),
                    outlook_column("at_end", {"At the end", "Ar y diwedd"})}};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        const OutlookFigures show{start};
        for (int year = 1; year <= start.scenarios.years; ++year) {
            outlook::Flows all;
            if (start.programme)
                for (const outlook::Course& course : start.base->groups) {
                    const outlook::Flows& one = course.flows[static_cast<std::size_t>(year - 1)];
                    all = {all.start + one.start,         all.retired + one.retired,
                           all.left + one.left,           all.graduates + one.graduates,
                           all.qualified + one.qualified, all.recruited + one.recruited,
                           all.overseas + one.overseas,   all.end + one.end};
                }
            rows.push_back({plan.programme + "_" + std::to_string(year),
                            {plan.title, outlook_year(start.scenarios.start_year, year)},
                            {show.people(all.start), show.people(all.retired), show.people(all.left),
                             show.people(all.graduates), show.people(all.qualified), show.people(all.recruited),
                             show.people(all.overseas), show.people(all.end)}});
        }
    });
}

}  // namespace quarterdeck::programmes
