#include "disclosure/other_dates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "disclosure/pattern.h"
#include "query/evaluate.h"
#include "staff.h"

namespace quarterdeck::disclosure {
namespace {

using quarterdeck::testing::Post;

constexpr Date now{2023, 3, 31};
constexpr Date then{2022, 3, 31};
constexpr Date before_then{2021, 3, 31};

/// Staff of one service at three dates: 20 in 2021, of whom 8 leave; 3 join, so there are 15 in 2022; 10 more join
/// until 2023. Every one of them is known by those sums alone.
std::vector<Post> people(int first, int last) {
    std::vector<Post> posts;
    for (int person = first; person < last; ++person) {
        Post post{person, 100'000, {}};
        post.value(Field::occupation_code) = "U1A";
        if (person >= 20) post.start = person < 23 ? Date{2021, 9, 1} : Date{2022, 9, 1};
        posts.push_back(post);
    }
    return posts;
}

snapshot::Input records() {
    snapshot::Input input;
    input.snapshots.push_back(testing::snapshot_of(now, people(8, 33)));
    input.snapshots.push_back(testing::snapshot_of(then, people(8, 23)));
    input.snapshots.push_back(testing::snapshot_of(before_then, people(0, 20)));
    return input;
}

Measure measure(const std::string& id, int months_before, Movement movement = Movement::none) {
    return {id, {}, Count::headcount, everyone(), months_before, movement};
}

Query service(const std::string& id, std::vector<Measure> measures) {
    Query query{.id = id, .labels = {{"service", {"Service", "Gwasanaeth"}}}};
    query.rows.push_back(
        {.id = "service", .labels = {{"Service", "Gwasanaeth"}}, .where = is(Field::occupation_code, {"U1A"})});
    query.measures = std::move(measures);
    return query;
}

/// In post a year before, and everybody who came and went since; not who is in post.
Query movements() {
    std::vector<Measure> measures{measure("in_post_then", 12)};
    for (int number = 1; number <= static_cast<int>(Movement::left); ++number)
        if (const auto movement = static_cast<Movement>(number); came(movement) || went(movement))
            measures.push_back(measure(movement == Movement::joined ? "joined"
                                       : movement == Movement::left ? "left"
                                                                    : "movement_" + std::to_string(number),
                                       12, movement));
    return service("movements", std::move(measures));
}

/// A release as at a date, made after others.
struct Made {
    Made(Date date, std::vector<Query> queries, const std::vector<EarlierRelease>& before = {}, bool joined = true)
        : as_at(date), own(queries) {
        const snapshot::Input input = records();
        for (const Query& query : queries) names.push_back(query.id);
        const Earlier earlier(before, query::dates_needed(queries, as_at), as_at);
        const std::vector<OtherDates> others = joined ? other_dates(before, queries, as_at) : std::vector<OtherDates>{};
        std::vector<AnsweredDates> answered;
        for (const OtherDates& other : others) {
            AnsweredDates& asked = answered.emplace_back(AnsweredDates{other, {}, {}});
            asked.answers = query::evaluate(other.queries(), input, other.as_at(), asked.membership);
        }
        queries.insert(queries.end(), earlier.queries().begin(), earlier.queries().end());
        answers = query::evaluate(queries, input, as_at, membership);
        pattern = find_pattern(answers, membership, names, {}, {}, Solver(QUARTERDECK_SOLVER), earlier, answered);
    }

    /// What is printed; -1 where it is hidden.
    std::int64_t printed(const std::string& id) const {
        const auto& measures = answers.front().measures;
        const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.id == id; });
        const auto at = static_cast<std::size_t>(found - measures.begin());
        return pattern.fates.front()[at] == Fate::shown ? answers.front().cells[at].value : -1;
    }

    EarlierRelease as_earlier() const {
        const std::string text = text_of(published_figures(own, names, answers, pattern.fates, as_at));
        return {"before", figures_from(text, "published-figures.json")};
    }

    Date as_at;
    std::vector<Query> own;
    std::vector<std::string> names;
    query::Membership membership;
    std::vector<query::Answer> answers;
    Pattern pattern;
};

Query staff_in_post() {
    return service("staff", {measure("now", 0), measure("a_year_ago", 12)});
}

TEST(MovementsOfEarlierReleases, StayHiddenBesideStaffInPostOfALaterOne) {
    const Made first(then, {movements()});
    ASSERT_EQ(first.printed("in_post_then"), 20);
    ASSERT_EQ(first.printed("left"), 8);
    ASSERT_EQ(first.printed("joined"), -1) << "three people joined";

    const Made apart(now, {staff_in_post()}, {first.as_earlier()}, false);
    EXPECT_EQ(apart.printed("a_year_ago"), 15) << "so 15 - 20 + 8 = 3 joined: what joining the dates is for";

    const Made joined(now, {staff_in_post()}, {first.as_earlier()});
    EXPECT_EQ(joined.printed("a_year_ago"), -1);
    EXPECT_EQ(joined.printed("now"), 25) << "tells nothing of the year before";
    EXPECT_TRUE(joined.pattern.certificate.narrow.empty());
}

TEST(MovementsOfEarlierReleases, LeaveShownWhatWasPrinted) {
    const Made first(then, {movements()});
    const Made second(then, {service("staff", {measure("a_year_ago", 12)})}, {first.as_earlier()});
    ASSERT_EQ(second.printed("a_year_ago"), 20);
    const Made third(now, {service("staff", {measure("two_years_ago", 24)})},
                     {first.as_earlier(), second.as_earlier()});
    EXPECT_EQ(third.printed("two_years_ago"), 20) << "both printed it";
}

TEST(MovementsOfEarlierReleases, AreJoinedThroughDatesThatOnlyTheyLookAt) {
    const Made first(then, {movements()});
    const Made second(now, {movements()}, {first.as_earlier()});
    EXPECT_EQ(second.printed("in_post_then"), -1) << "15 - 20 + 8 = 3 joined the year before";
    EXPECT_EQ(second.printed("joined"), 10);
    const Made third(now, {service("staff", {measure("now", 0)})}, {first.as_earlier(), second.as_earlier()});
    EXPECT_EQ(third.printed("now"), -1) << "25 - 10 = 15 a year ago, and 15 - 20 + 8 = 3";
    const std::vector<Query> own{service("staff", {measure("now", 0)})};
    EXPECT_TRUE(other_dates({first.as_earlier()}, own, now).empty());
    EXPECT_EQ(other_dates({first.as_earlier(), second.as_earlier()}, own, now).size(), 1U)
        << "the second one looks at the year before";
}

TEST(MovementsOfEarlierReleases, HaveNothingToDoWithOtherDates) {
    const Made first(then, {movements()});
    EXPECT_TRUE(other_dates({first.as_earlier()}, {service("staff", {measure("now", 0)})}, now).empty());
    EXPECT_EQ(other_dates({first.as_earlier()}, {staff_in_post()}, now).size(), 1U);
    const Made plain(then, {service("staff", {measure("now", 0)})});
    EXPECT_TRUE(other_dates({plain.as_earlier()}, {staff_in_post()}, now).empty()) << "it followed nobody";
}

}  // namespace
}  // namespace quarterdeck::disclosure
