#include <algorithm>
#include <utility>

#include "common/outlook/tables.h"
#include "common/staff.h"
#include "quarterdeck/outlook/growth.h"
#include "quarterdeck/outlook/pay_bands.h"

namespace quarterdeck::programmes {
namespace {

constexpr int over_55_from = 56;

Figure or_not_applicable(const std::optional<Decimal>& figure) {
    return figure ? Figure(*figure) : Figure(Marker::not_applicable);
}

Query band_query(const OutlookPlan& plan) {
    Query query{.id = "outlook_bands", .population = plan.staff, .labels = {{"band", {"Band", "Band"}}}};
    for (const OutlookGroup& group : plan.groups)
        for (const GroupRow& band : group.bands)
            query.rows.push_back({.id = group.id + "_" + band.id, .labels = {band.label}, .where = band.where});
    query.measures = {headcount()};
    return query;
}

/// The counts of a group's bands, which begin at a row of the answer; nothing when one of them is hidden or missing.
std::optional<std::vector<std::int64_t>> sizes_of(const Table& answer, std::size_t first, std::size_t count) {
    std::vector<std::int64_t> sizes;
    for (std::size_t band = first; band < first + count; ++band) {
        const auto* size = std::get_if<Decimal>(&answer.rows.at(band).figures.at(0));
        if (size == nullptr) return std::nullopt;
        sizes.push_back(size->units);
    }
    return sizes;
}

Query growth_query(const OutlookPlan& plan) {
    return one_row("outlook_growth", plan.staff,
                   {{.id = "earlier", .title = {"A year earlier", "Flwyddyn ynghynt"}, .months_before = 12},
                    {.id = "now", .title = {"At the date", "Ar y dyddiad"}}});
}

}  // namespace

Metric outlook_groups(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_groups",
        .title = {"Staff groups and age", "Grwpiau staff ac oedran"},
        .definition = {"Staff in post of each group at the start and as expected at the end of the outlook, in the "
                       "first scenario; growth a year; and the share who are over 55 (56 and over). People are spread "
                       "over single years of age within 45 and under, 46 to 55, and 56 and over.",
                       "Staff mewn swydd pob grŵp ar y dechrau ac fel y disgwylir ar ddiwedd y rhagolwg, yn y senario "
                       "cyntaf; y twf y flwyddyn; a'r gyfran sydd dros 55 (56 oed a throsodd). Rhennir pobl dros "
                       "flynyddoedd unigol o oedran o fewn 45 ac iau, 46 i 55, a 56 a throsodd."},
        .unit = {"People; growth and shares in per cent", "Pobl; twf a chyfrannau fel canran"},
        .labels = {{"group", {"Staff group", "Grŵp staff"}}},
        .columns = {outlook_column("at_start", {"At the start", "Ar y dechrau"}),
                    outlook_column("at_end", {"At the end", "Ar y diwedd"}),
                    outlook_percent("growth", {"Growth a year", "Twf y flwyddyn"}),
                    outlook_percent("over_55_start", {"Over 55 at the start", "Dros 55 ar y dechrau"}),
                    outlook_percent("over_55_end", {"Over 55 at the end", "Dros 55 ar y diwedd"})}};
    return outlook_table(plan, table, [plan](const OutlookStart& start, const auto&, std::vector<TableRow>& rows) {
        const OutlookFigures show{start};
        for (std::size_t i = 0; i < plan.groups.size(); ++i) {
            TableRow row{plan.groups[i].id, {plan.title, plan.groups[i].label}, std::vector<Figure>(5, start.marker)};
            if (start.programme) {
                const std::int64_t first = start.programme->groups[i].start.ages.total();
                const outlook::Ages& last = start.base->groups[i].ages.back();
                row.figures = {show.people(first), show.people(last.total()),
                               or_not_applicable(outlook::annual_growth(first, last.total(), start.scenarios.years, 1)),
                               start.over_55[i] ? show.percent(*start.over_55[i], first) : Figure(Marker::confidential),
                               show.percent(last.from(over_55_from), last.total())};
            }
            rows.push_back(std::move(row));
        }
    });
}

Metric outlook_bands(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_bands",
        .title = {"Pay bands and grades", "Bandiau cyflog a graddau"},
        .definition = {"Each group's outlook in the first scenario, shared out over its bands: those who go and are "
                       "recruited by the bands' sizes, those from training in the band that they start in; four in "
                       "five posts left in a band above it are filled from the band below (assumption for "
                       "illustration). [c] where a count of one of the group's bands is hidden.",
                       "Rhagolwg pob grŵp yn y senario cyntaf, wedi'i rannu dros ei fandiau: y rhai sy'n gadael ac yn "
                       "cael eu recriwtio yn ôl maint y bandiau, y rhai o hyfforddiant yn y band y maent yn dechrau "
                       "ynddo; llenwir pedair o bob pum swydd a adewir mewn band uwch o'r band islaw (tybiaeth er "
                       "enghraifft). [c] lle cuddir cyfrif un o fandiau'r grŵp."},
        .unit = {"People", "Pobl"},
        .labels = {{"group", {"Staff group", "Grŵp staff"}}, {"band", {"Band", "Band"}}},
        .columns = {outlook_column("at_start", {"At the start", "Ar y dechrau"}),
                    outlook_column("at_end", {"At the end", "Ar y diwedd"}),
                    outlook_column("change", {"Change", "Newid"})},
        .needs = {band_query(plan)}};
    return outlook_table(
        plan, table, [plan](const OutlookStart& start, const std::vector<Table>& own, std::vector<TableRow>& rows) {
            constexpr outlook::PerMillion four_fifths = 800'000;
            std::size_t first = 0;
            for (std::size_t i = 0; i < plan.groups.size(); ++i) {
                const OutlookGroup& group = plan.groups[i];
                const auto sizes = sizes_of(own.at(0), first, group.bands.size());
                std::vector<std::vector<std::int64_t>> course;
                if (start.programme && sizes)
                    course =
                        outlook::band_courses(*sizes, start.base->groups[i].flows, {group.entry_band, four_fifths});
                for (std::size_t band = 0; band < group.bands.size(); ++band) {
                    const Figure& shown = own.at(0).rows.at(first + band).figures.at(0);
                    const auto* marker = std::get_if<Marker>(&shown);
                    const Marker why = !start.programme    ? start.marker
                                       : marker != nullptr ? *marker
                                                           : Marker::confidential;
                    TableRow row{group.id + "_" + group.bands[band].id,
                                 {plan.title, group.label, group.bands[band].label},
                                 std::vector<Figure>(3, why)};
                    if (!course.empty()) {
                        const std::int64_t end = course.back()[band];
                        row.figures = {Decimal{(*sizes)[band], 0}, Decimal{end, 0}, Decimal{end - (*sizes)[band], 0}};
                    }
                    rows.push_back(std::move(row));
                }
                first += group.bands.size();
            }
        });
}

Metric outlook_growth(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_growth",
        .title = {"Observed and projected growth", "Twf a arsylwyd a thwf rhagamcanol"},
        .definition = {"Staff in post of the staff groups together a year earlier, at the date, and as expected at the "
                       "end of the outlook in the first scenario. Observed growth is that of the year to the date, "
                       "projected growth the compound rate a year since; the change is between the rates as shown.",
                       "Staff mewn swydd y grwpiau staff gyda'i gilydd flwyddyn ynghynt, ar y dyddiad, ac fel y "
                       "disgwylir ar ddiwedd y rhagolwg yn y senario cyntaf. Y twf a arsylwyd yw twf y flwyddyn hyd at "
                       "y dyddiad, a'r twf rhagamcanol yw'r gyfradd gyfansawdd y flwyddyn ers hynny; mae'r newid "
                       "rhwng y cyfraddau fel y'u dangosir."},
        .unit = {"People; growth in per cent a year", "Pobl; twf fel canran y flwyddyn"},
        .labels = {},
        .columns = {outlook_column("earlier", {"A year earlier", "Flwyddyn ynghynt"}),
                    outlook_column("at_start", {"At the date", "Ar y dyddiad"}),
                    outlook_column("at_end", {"At the end", "Ar y diwedd"}),
                    outlook_percent("growth_observed", {"Observed growth", "Twf a arsylwyd"}),
                    outlook_percent("growth_projected", {"Projected growth a year", "Twf rhagamcanol y flwyddyn"}),
                    outlook_percent("growth_change", {"Change, percentage points", "Newid, pwyntiau canran"})},
        .needs = {growth_query(plan)}};
    return outlook_table(
        plan, table, [plan](const OutlookStart& start, const std::vector<Table>& own, std::vector<TableRow>& rows) {
            TableRow row{plan.programme, {plan.title}, std::vector<Figure>(6, start.marker)};
            const auto& counts = own.at(0).rows.at(0).figures;
            const auto* earlier = std::get_if<Decimal>(&counts.at(0));
            const auto* now = std::get_if<Decimal>(&counts.at(1));
            if (start.programme && earlier != nullptr && now != nullptr) {
                const std::int64_t first = start.programme->headcount();
                const std::int64_t last = start.base->headcount.back();
                const auto observed = outlook::annual_growth(earlier->units, now->units, 1, 1);
                const auto projected = outlook::annual_growth(first, last, start.scenarios.years, 1);
                row.figures = {*earlier,
                               *now,
                               Decimal{last, 0},
                               or_not_applicable(observed),
                               or_not_applicable(projected),
                               observed && projected ? Figure(Decimal{projected->units - observed->units, 1})
                                                     : Figure(Marker::not_applicable)};
            } else if (start.programme) {
                const auto* marker = std::get_if<Marker>(&counts.at(earlier == nullptr ? 0 : 1));
                std::fill(row.figures.begin(), row.figures.end(), *marker);
            }
            rows.push_back(std::move(row));
        });
}

}  // namespace quarterdeck::programmes
