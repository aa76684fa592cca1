#include "twelve_people.h"

#include <algorithm>

#include "query/evaluate.h"
#include "staff.h"

namespace quarterdeck::testing {
namespace {

struct Line {
    int person;
    const char* organisation;
    const char* staff_group;
    const char* occupation_code;
    const char* job_role;
    const char* pay_band;
    std::int32_t fte;
    const char* gender;
    const char* age_band;
};

std::vector<Post> posts(const std::vector<Line>& lines) {
    std::vector<Post> posts;
    for (const auto& line : lines) {
        Post post{line.person, line.fte, {}};
        post.value(Field::organisation) = line.organisation;
        post.value(Field::staff_group) = line.staff_group;
        post.value(Field::occupation_code) = line.occupation_code;
        post.value(Field::job_role) = line.job_role;
        post.value(Field::pay_band) = line.pay_band;
        post.value(Field::gender) = line.gender;
        post.value(Field::age_band) = line.age_band;
        post.assignment = static_cast<int>(
            std::count_if(posts.begin(), posts.end(), [&](const Post& other) { return other.person == post.person; }));
        posts.push_back(post);
    }
    return posts;
}

constexpr const char* scientists = "Healthcare Scientists";
constexpr const char* support = "Additional Clinical Services";
constexpr const char* medical = "Medical and Dental";

}  // namespace

std::vector<Post> posts_of_twelve_people() {
    return posts({
        {1, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 6", 100'000, "Female", "26-35"},
        {2, "7A4", scientists, "U2A", "Biomedical Scientist", "Band 7", 80'000, "Female", "46-55"},
        {3, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 5", 100'000, "Male", "25 and under"},
        {4, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 6", 60'000, "Female", "36-45"},
        {4, "7A4", scientists, "U1A", "Team Manager", "Band 7", 40'000, "Female", "36-45"},
        {5, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 6", 50'000, "Male", "56 and over"},
        {5, "7A1", scientists, "U1D", "Clinical Scientist", "Band 8a", 50'000, "Male", "56 and over"},
        {6, "7A1", support, "U9A", "Phlebotomist", "Band 2", 60'000, "Female", "56 and over"},
        {7, "7A1", support, "U9A", "Phlebotomist", "Band 3", 100'000, "Female", "46-55"},
        {8, "7A1", medical, "071", "Consultant", "Consultant", 100'000, "Male", "46-55"},
        {9, "7A1", medical, "171", "Consultant", "Consultant", 50'000, "Female", "36-45"},
        {10, "7A1", medical, "071", "Specialty Registrar", "Specialty Registrar", 100'000, "Female", "26-35"},
        {11, "7A3", scientists, "U1C", "Biomedical Scientist", "Band 6", 100'000, "Unknown", "36-45"},
        {12, "7A3", scientists, "U1A", "Biomedical Scientist", "Band 9", 100'000, "Male", "56 and over"},
    });
}

snapshot::Input twelve_people() {
    snapshot::Input input;
    input.snapshots.push_back(snapshot_of(as_at, posts_of_twelve_people()));
    input.snapshots.push_back(snapshot_of(
        a_year_before,
        posts({
            {1, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 5", 100'000, "Female", "26-35"},
            {4, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 6", 60'000, "Female", "36-45"},
            {8, "7A1", medical, "071", "Consultant", "Consultant", 100'000, "Male", "46-55"},
            {11, "7A3", scientists, "U1C", "Biomedical Scientist", "Band 6", 100'000, "Unknown", "36-45"},
            {13, "7A2", scientists, "U1A", "Biomedical Scientist", "Band 6", 100'000, "Male", "56 and over"},
        })));
    return input;
}

snapshot::Input twelve_people_who_moved() {
    std::vector<Post> now = posts_of_twelve_people();
    for (Post& post : now) post.start = {2022, 5, 1};
    for (Post& post : now)
        if (post.person == 3) post.start = {2022, 1, 10};
    std::vector<Post> then =
        posts({{1, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 5", 100'000, "Female", "26-35"},
               {2, "7A4", scientists, "U2A", "Biomedical Scientist", "Band 7", 80'000, "Female", "46-55"},
               {4, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 6", 60'000, "Female", "36-45"},
               {5, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 6", 100'000, "Male", "56 and over"},
               {6, "7A1", scientists, "U1A", "Biomedical Scientist", "Band 5", 60'000, "Female", "46-55"},
               {7, "7A4", scientists, "U1A", "Biomedical Scientist", "Band 5", 100'000, "Female", "46-55"},
               {8, "7A1", medical, "071", "Consultant", "Consultant", 100'000, "Male", "46-55"},
               {9, "7A2", medical, "171", "Consultant", "Consultant", 50'000, "Female", "36-45"},
               {12, "7A3", scientists, "U1C", "Biomedical Scientist", "Band 9", 100'000, "Male", "56 and over"},
               {13, "7A2", scientists, "U1A", "Biomedical Scientist", "Band 6", 100'000, "Male", "56 and over"},
               {14, "7A2", scientists, "U2A", "Biomedical Scientist", "Band 6", 80'000, "Female", "26-35"},
               {15, "7A1", medical, "071", "Consultant", "Consultant", 100'000, "Male", "56 and over"}});
    for (Post& post : then) {
        if (post.person == 2) post.counted = false;
        if (post.person == 7 || post.person == 9) post.assignment = 5;
        if (post.person != 14) continue;
        now.push_back(post);
        now.back().counted = false;
    }
    snapshot::Input input;
    input.snapshots.push_back(snapshot_of(as_at, now));
    input.snapshots.push_back(snapshot_of(a_year_before, then));
    return input;
}

Rule blood_scientists() {
    return matches(Field::occupation_code, {"U?A"}) && is_not(Field::job_role, {"Phlebotomist"});
}

query::Answer ask(const Query& query) {
    return query::evaluate({query}, twelve_people(), as_at).front();
}

std::vector<std::int64_t> values(const query::Answer& answer, std::size_t row) {
    std::vector<std::int64_t> values;
    for (std::size_t measure = 0; measure < answer.measures.size(); ++measure)
        values.push_back(answer.cell(row, measure).value);
    return values;
}

}  // namespace quarterdeck::testing
