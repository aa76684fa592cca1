#include "common/outlook/vacancies.h"

#include <algorithm>
#include <utility>

#include "common/outlook/start.h"
#include "common/outlook/tables.h"
#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

Query by_group(const OutlookPlan& plan, const char* id, Source source, Measure measure) {
    Query query{.id = id,
                .source = source,
                .population = plan.staff,
                .labels = {{"programme", {"Programme", "Rhaglen"}}, {"group", {"Staff group", "Grŵp staff"}}},
                .measures = {std::move(measure)}};
    for (const OutlookGroup& group : plan.groups)
        query.rows.push_back({.id = group.id, .labels = {plan.title, group.label}, .where = group.where});
    if (plan.groups.size() > 1)
        query.rows.push_back({.id = "total", .labels = {plan.title, {"All groups", "Pob grŵp"}}, .total = true});
    return query;
}

Figure less(const Figure& funded, const Figure& in_post) {
    if (const auto* marker = std::get_if<Marker>(&in_post)) return *marker;
    if (const auto* marker = std::get_if<Marker>(&funded)) return *marker;
    return Decimal{hundredths(funded) - hundredths(in_post), 2};
}

Column fte_column(const char* id, Text title) {
    return {.id = id, .title = std::move(title), .places = 2};
}

}  // namespace

Figure Vacancies::rate() const {
    constexpr std::int64_t thousand = 1'000;
    if (std::holds_alternative<Marker>(vacant)) return vacant;
    const std::int64_t posts = hundredths(funded);
    return posts <= 0 ? Figure(Marker::not_applicable) : Decimal{rounded(hundredths(vacant) * thousand, posts), 1};
}

std::vector<Query> vacancy_needs(const OutlookPlan& plan) {
    return {by_group(plan, "outlook_funded", Source::establishment,
                     {.id = "funded_fte", .title = {"Funded FTE", "CALl a ariennir"}, .count = Count::value}),
            by_group(plan, "outlook_in_post", Source::staff, fte())};
}

std::vector<Vacancies> vacancies_of(const Table& funded, const Table& in_post) {
    std::vector<Vacancies> all;
    const bool every_group = std::none_of(funded.rows.begin(), funded.rows.end(), [](const TableRow& row) {
        return std::holds_alternative<Marker>(row.figures.at(0));
    });
    for (std::size_t row = 0; row < funded.rows.size(); ++row) {
        const bool known = every_group || !funded.rows[row].total;
        Vacancies vacancies{known ? funded.rows[row].figures.at(0) : Figure(Marker::not_available),
                            in_post.rows.at(row).figures.at(0),
                            {}};
        vacancies.vacant = less(vacancies.funded, vacancies.in_post);
        all.push_back(vacancies);
    }
    return all;
}

Metric outlook_vacancies(const OutlookPlan& plan) {
    const OutlookTable table{
        .id = "outlook_vacancies",
        .title = {"Funded posts and vacancies", "Swyddi a ariennir a swyddi gwag"},
        .definition = joined(
            {"Funded FTE at the reporting date is that of the establishment, under the subjective codes that fund "
             "these "
             "staff. Vacancies are funded FTE less FTE in post; below 0, more is in post than is funded. The rate is "
             "vacancies of funded FTE. [x]: the data have no funded posts for the staff group; then all groups "
             "together "
             "have none either.",
             "Daw'r CALl a ariennir ar y dyddiad adrodd o gofnodion cyllid, o dan y codau goddrychol sy'n ariannu'r "
             "staff hyn. Swyddi gwag yw'r CALl a ariennir heb y CALl mewn swydd; islaw 0, mae mwy mewn swydd nag a "
             "ariennir. Y gyfradd yw swyddi gwag fel canran o'r CALl a ariennir. [x]: nid oes swyddi a ariennir yn y "
             "data ar gyfer y grŵp staff; yna nid oes rhai ar gyfer pob grŵp gyda'i gilydd chwaith."},
            counting_rule()),
        .unit = {"Full-time equivalents; rate in per cent", "Cyfwerth ag amser llawn; cyfradd fel canran"},
        .labels = {{"group", {"Staff group", "Grŵp staff"}}},
        .columns = {fte_column("funded_fte", {"Funded, FTE", "A ariennir, CALl"}),
                    fte_column("fte", {"In post, FTE", "Mewn swydd, CALl"}),
                    fte_column("vacancies", {"Vacancies, FTE", "Swyddi gwag, CALl"}),
                    outlook_percent("vacancy_rate", {"Vacancy rate", "Cyfradd swyddi gwag"})},
        .needs = vacancy_needs(plan)};
    return outlook_table(plan, table,
                         [](const OutlookStart&, const std::vector<Table>& own, std::vector<TableRow>& rows) {
                             const std::vector<Vacancies> all = vacancies_of(own.at(0), own.at(1));
                             for (std::size_t i = 0; i < all.size(); ++i) {
                                 TableRow row = own.at(0).rows.at(i);
                                 row.figures = {all[i].funded, all[i].in_post, all[i].vacant, all[i].rate()};
                                 rows.push_back(std::move(row));
                             }
                         });
}

}  // namespace quarterdeck::programmes
