#include <utility>

#include "common/outlook/tables.h"
#include "common/outlook/vacancies.h"
#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

Measure over_46() {
    return {.id = "over_46",
            .title = {"46 and over", "46 oed a throsodd"},
            .where = is(Field::age_band, {"46-55", "56 and over"})};
}

Measure experts() {
    return {.id = "experts",
            .title = {"Band 8c and above, and consultants", "Band 8c ac uwch, ac ymgynghorwyr"},
            .where = is(Field::band_group, {"Band 8c/8d/9", "Consultant"})};
}

Measure support_staff() {
    return {.id = "support_staff",
            .title = {"Support staff (bands 2 to 4)", "Staff cymorth (bandiau 2 i 4)"},
            .where = is(Field::band_group, {"Band 2-4"})};
}

Measure registrants() {
    return {.id = "registrants",
            .title = {"Registered staff (bands 5 to 9)", "Staff cofrestredig (bandiau 5 i 9)"},
            .where = is(Field::band_group, {"Band 8c/8d/9", "Band 7/8a/8b", "Band 5-6"})};
}

Query risk_query(const OutlookPlan& plan) {
    Query query{.id = "outlook_risk",
                .population = plan.staff,
                .labels = {{"programme", {"Programme", "Rhaglen"}}, {"group", {"Staff group", "Grŵp staff"}}}};
    for (const OutlookGroup& group : plan.groups)
        query.rows.push_back({.id = group.id, .labels = {plan.title, group.label}, .where = group.where});
    if (plan.groups.size() > 1)
        query.rows.push_back({.id = "total", .labels = {plan.title, {"All groups", "Pob grŵp"}}, .total = true});
    query.measures = {headcount(), fte(), over_46(), over_55(), experts()};
    return query;
}

Column ratio_column(const char* id, Text title) {
    return {.id = id, .title = std::move(title), .places = 2};
}

std::vector<Query> pipeline_needs(const OutlookPlan& plan) {
    std::vector<Query> needs{one_row("outlook_support", plan.staff, {support_staff(), registrants()})};
    for (Query& query : vacancy_needs(plan)) needs.push_back(std::move(query));
    return needs;
}

/// Of two figures with as many places, to two places; a marker of either is the result.
Figure ratio(const Figure& of, const Figure& over) {
    constexpr std::int64_t hundred = 100;
    for (const Figure* figure : {&of, &over})
        if (const auto* marker = std::get_if<Marker>(figure)) return *marker;
    const std::int64_t divisor = std::get<Decimal>(over).units;
    if (divisor <= 0) return Marker::not_applicable;
    return Decimal{rounded(std::get<Decimal>(of).units * hundred, divisor), 2};
}

}  // namespace

Metric outlook_risk(const OutlookPlan& plan) {
    return {
        .id = "outlook_risk",
        .title = {"Signs of risk", "Arwyddion o risg"},
        .definition = joined(
            {"For each staff group: the shares aged 46 and over and over 55 (56 and over), FTE for each person, and "
             "how "
             "many senior experts it has. [c] among the experts also stands for a group with one to four of them.",
             "Ar gyfer pob grŵp staff: y cyfrannau sy'n 46 oed a throsodd a thros 55 (56 oed a throsodd), CALl am bob "
             "person, a faint o arbenigwyr uwch sydd ganddo. Mae [c] ymhlith yr arbenigwyr hefyd yn dynodi grŵp ag un "
             "i "
             "bedwar ohonynt."},
            counting_rule()),
        .unit = {"People; shares in per cent; FTE per head as a ratio",
                 "Pobl; cyfrannau fel canran; CALl y pen fel cymhareb"},
        .tags = {"outlook_risk"},
        .query = risk_query(plan),
        .formulas = {share_of_headcount(over_46()), share_of_headcount(over_55()), fte_per_head()},
        .columns = {"headcount", "over_46_percent", "over_55_percent", "fte_per_head", "experts"},
        .notes = plan.notes,
    };
}

Metric outlook_pipeline(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_pipeline",
        .title = {"Training against retirement, support and vacancies",
                  "Hyfforddiant o'i gymharu ag ymddeol, cymorth a swyddi gwag"},
        .definition =
            {"Over the whole outlook, in the first scenario as expected: people who join from courses and medical "
             "training, people who retire, and joiners for each person who retires. Support staff (bands 2 to 4) for "
             "each registered member of staff (bands 5 to 9) at the start. Vacancies are funded FTE less FTE in post "
             "at "
             "the start, and joiners from training are set against them; [x]: the data have no funded posts for all of "
             "the programme's staff groups; [z]: nothing is vacant.",
             "Dros y rhagolwg cyfan, yn y senario cyntaf fel y disgwylir: pobl sy'n ymuno o gyrsiau a hyfforddiant "
             "meddygol, pobl sy'n ymddeol, ac ymunwyr am bob person sy'n ymddeol. Staff cymorth (bandiau 2 i 4) am bob "
             "aelod cofrestredig o staff (bandiau 5 i 9) ar y dechrau. Swyddi gwag yw'r CALl a ariennir heb y CALl "
             "mewn "
             "swydd ar y dechrau, a gosodir ymunwyr o hyfforddiant yn eu herbyn; [x]: nid oes swyddi a ariennir yn y "
             "data "
             "ar gyfer pob un o grwpiau staff y rhaglen; [z]: nid oes dim yn wag."},
        .unit = {"People, projected; vacancies in full-time equivalents; the others as ratios",
                 "Pobl, rhagamcanol; swyddi gwag mewn cyfwerth ag amser llawn; y lleill fel cymarebau"},
        .labels = {},
        .columns = {outlook_column("trained", {"Join from training", "Yn ymuno o hyfforddiant"}),
                    outlook_column("retired", {"Retire", "Yn ymddeol"}),
                    ratio_column("trained_per_retirement", {"Join for each who retires",
                                                            "Yn ymuno am bob un sy'n "
                                                            "ymddeol"}),
                    ratio_column("support_per_registrant", {"Support staff per registrant",
                                                            "Staff cymorth am bob "
                                                            "cofrestrydd"}),
                    ratio_column("vacancies", {"Vacancies, FTE", "Swyddi gwag, CALl"}),
                    ratio_column("trained_per_vacancy", {"Join from training for each FTE vacant",
                                                         "Yn ymuno o hyfforddiant am bob CALl "
                                                         "gwag"})},
        .needs = pipeline_needs(plan)};
    return outlook_table(
        plan, table, [plan](const OutlookStart& start, const std::vector<Table>& own, std::vector<TableRow>& rows) {
            const auto& counts = own.at(0).rows.at(0).figures;
            const Figure vacant = vacancies_of(own.at(1), own.at(2)).back().vacant;
            TableRow row{
                plan.programme,
                {plan.title},
                {start.marker, start.marker, start.marker, ratio(counts.at(0), counts.at(1)), vacant, start.marker}};
            if (start.programme) {
                std::int64_t trained = 0;
                std::int64_t retired = 0;
                for (const outlook::Course& course : start.base->groups)
                    for (const outlook::Flows& year : course.flows) {
                        trained += year.graduates + year.qualified;
                        retired += year.retired;
                    }
                row.figures[0] = Decimal{trained, 0};
                row.figures[1] = Decimal{retired, 0};
                row.figures[2] = ratio(row.figures[0], row.figures[1]);
                row.figures[5] = ratio(Decimal{trained * 100, 2}, vacant);
            }
            rows.push_back(std::move(row));
        });
}

}  // namespace quarterdeck::programmes
