#include "common/training.h"

#include <utility>

namespace quarterdeck::programmes {
namespace {

Population series(const char* name, Text title, Text definition) {
    return {.id = name,
            .version = "2023.1",
            .title = std::move(title),
            .definition = std::move(definition),
            .rule = is(Field::series, {name})};
}

/// "2020-21" becomes "2020_21".
std::string in_id(std::string text) {
    for (char& letter : text)
        if (letter == '-') letter = '_';
    return text;
}

Measure places_in(const std::string& year, const char* stage_id, const char* stage, const Text& stage_title) {
    return {.id = "places_" + in_id(year) + "_" + stage_id,
            .title = {year + ", " + stage_title.en, year + ", " + stage_title.cy},
            .count = Count::value,
            .where = is(Field::year, {year}) && is(Field::stage, {stage})};
}

std::vector<Measure> places_by_year_and_stage() {
    std::vector<Measure> measures;
    for (const char* year : {"2020-21", "2021-22", "2022-23"}) {
        measures.push_back(places_in(year, "year_1", "1st year", {"1st year", "blwyddyn 1"}));
        measures.push_back(places_in(year, "year_2", "2nd year", {"2nd year", "blwyddyn 2"}));
        measures.push_back(places_in(year, "year_3", "3rd year", {"3rd year", "blwyddyn 3"}));
    }
    measures.push_back(
        places_in("2023-24", "commissioned", "Commissioning numbers", {"commissioned", "wedi'u comisiynu"}));
    return measures;
}

Measure in_year(const std::string& id, const std::string& year) {
    return {.id = id + "_" + year, .title = {year, year}, .count = Count::value, .where = is(Field::year, {year})};
}

Query course_table(const Courses& courses, const Population& population, std::vector<Measure> measures) {
    Query query{.id = population.id,
                .source = Source::training,
                .population = population,
                .labels = {{"course", {"Course", "Cwrs"}}, {"university", {"University", "Prifysgol"}}},
                .measures = std::move(measures)};
    for (const Course& course : courses.courses)
        query.rows.push_back(
            {.id = course.id,
             .labels = {course.title, course.university},
             .where = is(Field::subject, {course.title.en}) && is(Field::provider, {course.university.en})});
    for (const Course& course : courses.totals)
        query.rows.push_back({.id = course.id,
                              .labels = {course.title, course.university},
                              .where = is(Field::subject, {course.title.en}),
                              .total = true});
    return query;
}

}  // namespace

Population commissioned_places_population() {
    return series("commissioned_places", {"Commissioned places", "Lleoedd a gomisiynwyd"},
                  {"Places on courses that are commissioned each year for NHS Wales.",
                   "Lleoedd ar gyrsiau a gomisiynir bob blwyddyn ar gyfer GIG Cymru."});
}

Population cct_output_population() {
    return series("cct_output", {"CCT output", "Allbwn CCT"},
                  {"Specialty trainees who reach their Certificate of Completion of Training (CCT).",
                   "Hyfforddeion arbenigol sy'n ennill eu Tystysgrif Cwblhau Hyfforddiant (CCT)."});
}

Metric commissioned_places(const Courses& courses) {
    const Population places = commissioned_places_population();
    return {
        .id = places.id,
        .title = {"Commissioned places: " + courses.field.en, "Lleoedd a gomisiynwyd: " + courses.field.cy},
        .definition = {"Places in each year of study, by the year of the education and training plan. For 2023-24 the "
                       "number approved for commissioning, which isn't a count of students who started.",
                       "Lleoedd ym mhob blwyddyn astudio, yn ôl blwyddyn y cynllun addysg a hyfforddiant. Ar gyfer "
                       "2023-24 y nifer a gymeradwywyd i'w gomisiynu, nad yw'n gyfrif o'r myfyrwyr a ddechreuodd."},
        .unit = {"Places", "Lleoedd"},
        .tags = {places.id},
        .query = course_table(courses, places, places_by_year_and_stage()),
        .notes = courses.notes,
    };
}

Metric planned_output(const Courses& courses) {
    const Population graduates =
        series("planned_output", {"Planned output", "Allbwn arfaethedig"},
               {"Graduates expected from commissioned courses.", "Graddedigion a ddisgwylir o gyrsiau a gomisiynwyd."});
    return {
        .id = graduates.id,
        .title = {"Planned output: " + courses.field.en, "Allbwn arfaethedig: " + courses.field.cy},
        .definition = {"People expected to finish a commissioned course in the summer of the year. Fewer may finish "
                       "where students leave early.",
                       "Pobl y disgwylir iddynt orffen cwrs a gomisiynwyd yn haf y flwyddyn. Gall llai orffen os bydd "
                       "myfyrwyr yn gadael yn gynnar."},
        .unit = {"People", "Pobl"},
        .tags = {graduates.id},
        .query = course_table(courses, graduates, {in_year("output", "2024"), in_year("output", "2025")}),
        .notes = courses.notes,
    };
}

Metric cct_output(const std::string& id, const Text& specialty) {
    const Population doctors = cct_output_population();
    std::vector<Measure> years;
    for (const char* year : {"2023", "2024", "2025", "2026", "2027"}) years.push_back(in_year("cct", year));
    return {
        .id = doctors.id,
        .title = {"Doctors completing training: " + specialty.en, "Meddygon yn cwblhau hyfforddiant: " + specialty.cy},
        .definition = {"Doctors expected to reach their Certificate of Completion of Training (CCT) in the calendar "
                       "year.",
                       "Meddygon y disgwylir iddynt ennill eu Tystysgrif Cwblhau Hyfforddiant (CCT) yn y flwyddyn "
                       "galendr."},
        .unit = {"People", "Pobl"},
        .tags = {doctors.id},
        .query = {.id = doctors.id,
                  .source = Source::training,
                  .population = doctors,
                  .labels = {{"specialty", {"Specialty", "Arbenigedd"}}},
                  .rows = {{.id = id, .labels = {specialty}, .where = is(Field::subject, {specialty.en})}},
                  .measures = years},
    };
}

}  // namespace quarterdeck::programmes
