#include "common/outlook/start.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/staff.h"
#include "common/training.h"

namespace quarterdeck::programmes {
namespace {

constexpr std::array<const char*, 3> study_years{"1st year", "2nd year", "3rd year"};
constexpr int course_years = 3;
constexpr int last_summer_of_places = 2023;  ///< in which the third year of 2022-23 finishes
constexpr int first_completion = 2023;
constexpr int last_completion = 2027;

Query staff_query(const OutlookPlan& plan) {
    Query query{.id = "outlook_staff", .population = plan.staff, .labels = {{"group", {"Staff group", "Grŵp staff"}}}};
    for (const OutlookGroup& group : plan.groups)
        query.rows.push_back({.id = group.id, .labels = {group.label}, .where = group.where});
    query.measures = {
        headcount(),
        fte(),
        {.id = "aged_46_55", .title = {"Aged 46 to 55", "46 i 55 oed"}, .where = is(Field::age_band, {"46-55"})},
        over_55()};
    return query;
}

Query series_query(const Population& series) {
    return {.id = series.id,
            .source = Source::training,
            .population = series,
            .labels = {{"subject", {"Course or specialty", "Cwrs neu arbenigedd"}}}};
}

Query course_query(const OutlookCourses& courses) {
    Query query = series_query(commissioned_places_population());
    for (const std::string& name : courses.names)
        query.rows.push_back({.id = "course_" + std::to_string(query.rows.size() + 1),
                              .labels = {{name, name}},
                              .where = is(Field::subject, {name})});
    for (std::size_t stage = 0; stage < study_years.size(); ++stage)
        query.measures.push_back({.id = "year_" + std::to_string(stage + 1),
                                  .title = {study_years[stage], "blwyddyn " + std::to_string(stage + 1)},
                                  .count = Count::value,
                                  .where = is(Field::year, {"2022-23"}) && is(Field::stage, {study_years[stage]})});
    query.measures.push_back({.id = "commissioned",
                              .title = {"2023-24, commissioned", "2023-24, wedi'u comisiynu"},
                              .count = Count::value,
                              .where = is(Field::year, {"2023-24"}) && is(Field::stage, {"Commissioning numbers"})});
    return query;
}

Query completion_query(const OutlookSpecialty& specialty) {
    Query query = series_query(cct_output_population());
    query.rows = {{.id = "specialty",
                   .labels = {{specialty.name, specialty.name}},
                   .where = is(Field::subject, {specialty.name})}};
    for (int year = first_completion; year <= last_completion; ++year) {
        const std::string number = std::to_string(year);
        query.measures.push_back({.id = "cct_" + number,
                                  .title = {number, number},
                                  .count = Count::value,
                                  .where = is(Field::year, {number})});
    }
    return query;
}

bool has(const Table& table, Marker marker) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
        return std::find(row.figures.begin(), row.figures.end(), Figure(marker)) != row.figures.end();
    });
}

/// Whether headcount or FTE of some group is hidden. Hidden ages can be done without.
bool hides_a_group(const Table& staff) {
    return std::any_of(staff.rows.begin(), staff.rows.end(), [](const TableRow& row) {
        return row.figures.at(0) == Figure(Marker::confidential) || row.figures.at(1) == Figure(Marker::confidential);
    });
}

/// Whole units; `otherwise` in place of a marker.
std::int64_t whole(const Figure& figure, std::int64_t otherwise) {
    const auto* decimal = std::get_if<Decimal>(&figure);
    if (decimal == nullptr) return otherwise;
    std::int64_t units = decimal->units;
    for (int place = 0; place < decimal->places; ++place) units /= 10;
    return units;
}

std::optional<std::int64_t> shown(const Figure& figure) {
    if (std::holds_alternative<Marker>(figure)) return std::nullopt;
    return whole(figure, 0);
}

outlook::Group group_at_start(const TableRow& row) {
    const std::int64_t people = whole(row.figures.at(0), 0);
    const std::optional<std::int64_t> middle = shown(row.figures.at(2));
    const std::optional<std::int64_t> older = shown(row.figures.at(3));
    std::optional<std::int64_t> younger;
    if (middle && older) younger = std::max<std::int64_t>(people - *middle - *older, 0);
    const std::vector<outlook::AgeSpread> spread = outlook::usual_spread();
    outlook::Group group{.id = row.id};
    group.start.ages =
        outlook::single_years(outlook::with_hidden_spread({younger, middle, older}, people, spread), spread);
    group.fte = hundredths(row.figures.at(1));
    return group;
}

/// Students of 2022-23 by the summer in which they finish, and the places of 2023-24 for every autumn from then on.
void add_courses(const Table& courses, int start_year, outlook::Pipeline& pipeline) {
    pipeline.course_years = course_years;
    for (const TableRow& row : courses.rows) {
        for (int stage = 1; stage <= course_years; ++stage) {
            const int summer = last_summer_of_places + course_years - stage;
            const std::int64_t students = whole(row.figures.at(static_cast<std::size_t>(stage) - 1), 0);
            if (summer >= start_year && students > 0) pipeline.students.push_back({summer - start_year + 1, students});
        }
        pipeline.places += whole(row.figures.at(course_years), 0);
    }
}

void add_completions(const Table& completions, const OutlookSpecialty& specialty, int start_year,
                     outlook::Pipeline& pipeline) {
    constexpr std::int64_t thousandths = 1'000;
    for (int year = start_year; year <= last_completion; ++year) {
        const int column = year - first_completion;
        std::int64_t doctors = specialty.where_unknown;
        if (column >= 0 && !completions.rows.empty()) {
            const Figure& figure = completions.rows.front().figures.at(static_cast<std::size_t>(column));
            doctors =
                std::holds_alternative<Decimal>(figure) ? whole(figure, 0) * thousandths : specialty.where_unknown;
        }
        pipeline.qualifying.push_back(doctors);
    }
}

}  // namespace

std::vector<Query> outlook_needs(const OutlookPlan& plan) {
    std::vector<Query> needs{staff_query(plan)};
    if (plan.courses) needs.push_back(course_query(*plan.courses));
    if (plan.specialty) needs.push_back(completion_query(*plan.specialty));
    needs.push_back(outlook::scenario_titles());
    needs.push_back(outlook::scenario_changes());
    needs.push_back(outlook::assumption_values());
    needs.push_back(outlook::assumption_sources());
    return needs;
}

OutlookStart outlook_start(const OutlookPlan& plan, const std::vector<Table>& answers) {
    std::size_t next = 0;
    const Table& staff = answers.at(next++);
    const Table* courses = plan.courses ? &answers.at(next++) : nullptr;
    const Table* completions = plan.specialty ? &answers.at(next++) : nullptr;
    const Table& titles = answers.at(next++);
    const Table& changes = answers.at(next++);
    const Table& values = answers.at(next++);
    const Table& sources = answers.at(next++);

    OutlookStart start{.scenarios = outlook::read_scenarios(titles, changes, plan.programme),
                       .assumptions = outlook::with_replaced(plan.assumptions, values, sources, plan.programme)};
    if (hides_a_group(staff)) return start;
    for (std::size_t i = 1; i < next; ++i)
        if (has(answers[i], Marker::confidential)) return start;
    start.marker = Marker::not_available;
    if (has(staff, Marker::not_available)) return start;

    outlook::ProgrammeStart programme{.groups = {}, .assumptions = start.assumptions};
    for (const TableRow& row : staff.rows) {
        programme.groups.push_back(group_at_start(row));
        start.over_55.push_back(shown(row.figures.at(3)));
    }
    const int first = start.scenarios.start_year;
    if (courses != nullptr) add_courses(*courses, first, programme.groups.at(plan.courses->group).start.pipeline);
    if (completions != nullptr)
        add_completions(*completions, *plan.specialty, first,
                        programme.groups.at(plan.specialty->group).start.pipeline);
    start.base = outlook::expected_future(programme, start.scenarios.all.front().levers, start.scenarios.years);
    start.programme = std::move(programme);
    return start;
}

std::int64_t hundredths(const Figure& figure) {
    const auto* decimal = std::get_if<Decimal>(&figure);
    if (decimal == nullptr) return 0;
    std::int64_t units = decimal->units;
    for (int place = decimal->places; place < 2; ++place) units *= 10;
    return units;
}

Text outlook_year(int start_year, int year) {
    const int first = start_year + year - 1;
    const int second = (first + 1) % 100;
    const std::string text = std::to_string(first) + (second < 10 ? "-0" : "-") + std::to_string(second);
    return {text, text};
}

std::int64_t rounded(std::int64_t part, std::int64_t whole) {
    const std::int64_t magnitude = (2 * (part < 0 ? -part : part) + whole) / (2 * whole);
    return part < 0 ? -magnitude : magnitude;
}

Figure OutlookFigures::fte(std::int64_t hundredths) const {
    constexpr std::int64_t one = 100;
    return start.programme ? Figure(Decimal{rounded(hundredths, one), 0}) : Figure(start.marker);
}

Figure OutlookFigures::people(std::int64_t count) const {
    return start.programme ? Figure(Decimal{count, 0}) : Figure(start.marker);
}

Figure OutlookFigures::percent(std::int64_t part, std::int64_t whole) const {
    constexpr std::int64_t thousand = 1'000;
    if (!start.programme) return start.marker;
    return whole <= 0 ? Figure(Marker::not_applicable) : Figure(Decimal{rounded(part * thousand, whole), 1});
}

}  // namespace quarterdeck::programmes
