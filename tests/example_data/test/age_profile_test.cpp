#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <set>

#include "extract.h"

namespace example_test {
namespace {

constexpr std::size_t bands = 5;

std::size_t band_of(int age) {
    return age <= 25 ? 0 : age <= 35 ? 1 : age <= 45 ? 2 : age <= 55 ? 3 : 4;
}

struct Area {
    std::array<std::set<std::string>, bands> by_age;
    std::map<std::string, std::set<std::string>> by_group;

    std::int64_t people() const {
        std::int64_t all = 0;
        for (const auto& band : by_age) all += static_cast<std::int64_t>(band.size());
        return all;
    }
};

/// A share in hundredths, rounded half away from zero; -1 of nobody.
std::int64_t share(std::size_t part, std::int64_t whole) {
    return whole == 0 ? -1 : (static_cast<std::int64_t>(part) * 200 + whole) / (2 * whole);
}

std::map<std::string, Area> count_areas(const std::vector<Record>& records) {
    std::map<std::string, Area> areas;
    for (const Record& record : records) {
        if (!record.counted() || record.area().empty()) continue;
        Area& area = areas[record.area()];
        area.by_age.at(band_of(record.age())).insert(record.person);
        area.by_group[record.band_group()].insert(record.person);
    }
    return areas;
}

/// Printed shares by area and age band, in hundredths; nothing where none is printed.
std::map<std::string, std::array<std::optional<std::int64_t>, bands>> printed_shares() {
    std::map<std::string, std::array<std::optional<std::int64_t>, bands>> shares;
    std::map<std::string, std::size_t> next;
    for (const auto& row : read_table(published / "appendix1_age_profile.csv")) {
        const std::string area = row.at("area_type") + "|" + row.at("area");
        auto& cell = shares[area].at(next[area]++);
        if (!row.at("share").empty()) cell = units(row.at("share"), 2);
    }
    return shares;
}

/// Whether people can be counted out so that each of the four lower shares rounds to the printed one.
bool can_agree(std::int64_t under, std::int64_t people, const std::array<std::optional<std::int64_t>, bands>& printed) {
    std::set<std::int64_t> sums{0};
    for (std::size_t band = 0; band < 4; ++band) {
        std::set<std::int64_t> longer;
        for (std::int64_t count = 0; count <= people; ++count)
            if (share(static_cast<std::size_t>(count), people) == printed.at(band))
                for (const std::int64_t sum : sums) longer.insert(sum + count);
        sums = longer;
    }
    return sums.contains(under);
}

class AgeProfile : public testing::TestWithParam<std::uint64_t> {
protected:
    std::map<std::string, Area> areas_ = count_areas(records(GetParam()));
};

class SkillMix : public AgeProfile {};

TEST_P(AgeProfile, AgreesInTheLowerBandsWhereverThatIsPossible) {
    int agreeing = 0;
    for (const auto& [name, printed] : printed_shares()) {
        if (!printed[0]) continue;
        const Area& area = areas_.at(name);
        const std::int64_t people = area.people();
        if (!can_agree(people - static_cast<std::int64_t>(area.by_age[4].size()), people, printed)) continue;
        ++agreeing;
        for (std::size_t band = 0; band < 4; ++band)
            EXPECT_EQ(share(area.by_age.at(band).size(), people), printed.at(band)) << name << ", band " << band;
    }
    EXPECT_GE(agreeing, 12);
}

TEST_P(AgeProfile, ListsExactlyTheSharesThatDiffer) {
    std::set<std::string> listed;
    for (const auto& line : read_table(example(GetParam()) / "calibration.csv"))
        if (line.at("table").starts_with("Age profile, ") && !line.at("published").empty())
            listed.insert(line.at("table").substr(13) + "|" + line.at("row") + "|" + line.at("cell"));
    const std::array<std::string, bands> names{"≤25", "26-35", "36-45", "46-55", "55+"};
    std::set<std::string> different;
    for (const auto& [name, printed] : printed_shares())
        for (std::size_t band = 0; band < bands; ++band)
            if (printed.at(band) &&
                share(areas_[name].by_age.at(band).size(), areas_[name].people()) != printed.at(band))
                different.insert(name + "|" + names.at(band));
    EXPECT_EQ(listed, different);
}

TEST_P(AgeProfile, OfBloodScienceIsThatOfTheOtherPathologySciencesBelow56) {
    std::array<double, 4> others{};
    double all = 0;
    for (const char* name : {"science|Phlebotomy", "science|Celllular Science",
                             "science|Infection Science (Minus Cytopathology)", "science|Cytopathology"})
        for (std::size_t band = 0; band < 4; ++band) {
            others.at(band) += static_cast<double>(areas_[name].by_age.at(band).size());
            all += static_cast<double>(areas_[name].by_age.at(band).size());
        }
    const Area& blood = areas_["science|Blood Science (Minus Phlebotomy)"];
    const auto under = static_cast<double>(blood.people()) - static_cast<double>(blood.by_age[4].size());
    for (std::size_t band = 0; band < 4; ++band)
        EXPECT_NEAR(static_cast<double>(blood.by_age.at(band).size()), under * others.at(band) / all, 1.0);
}

TEST_P(AgeProfile, PutsTheYoungerMainlyInLowerBands) {
    double assistants = 0;
    double advanced = 0;
    std::set<std::string> seen_assistants;
    std::set<std::string> seen_advanced;
    for (const Record& record : records(GetParam())) {
        if (record.area() != "science|Diagnostic Radiography" || record.over_55() || !record.counted()) continue;
        if (record.band_group() == "Band 2-4" && seen_assistants.insert(record.person).second)
            assistants += record.age();
        if (record.band_group() == "Band 7/8a/8b" && seen_advanced.insert(record.person).second)
            advanced += record.age();
    }
    EXPECT_LT(assistants / static_cast<double>(seen_assistants.size()) + 8,
              advanced / static_cast<double>(seen_advanced.size()));
}

TEST_P(AgeProfile, HasNobodyOfAnImpossibleAge) {
    for (const Record& record : records(GetParam())) {
        EXPECT_GE(record.age(), 16);
        EXPECT_LE(record.age(), 74);
        if (record.pay_band == "Consultant" || record.band_group() == "Band 8c/8d/9") {
            EXPECT_GE(record.age(), 32);
        }
    }
}

TEST_P(AgeProfile, HasSomebodyWhoTurns56OnTheDayAndSomebodyTheDayAfter) {
    std::set<std::string> birthdays;
    for (const Record& record : records(GetParam()))
        if (record.counted() && !record.row().empty()) birthdays.insert(record.born);
    EXPECT_TRUE(birthdays.contains("1967-03-31"));
    EXPECT_TRUE(birthdays.contains("1967-04-01"));
}

TEST_P(SkillMix, OfCytoscreenersIsAsPublished) {
    const Area& area = areas_.at("science|Cytopathology");
    EXPECT_EQ(share(area.by_group.at("Band 2-4").size(), area.people()), 59);
    EXPECT_EQ(share(area.by_group.at("Band 5-6").size(), area.people()), 17);
    EXPECT_EQ(share(area.by_group.at("Band 7/8a/8b").size(), area.people()), 17);
    EXPECT_EQ(share(area.by_group.at("Band 8c/8d/9").size(), area.people()), 7);
}

TEST_P(SkillMix, ListsExactlyTheSharesThatDiffer) {
    const std::map<std::string, std::string> groups{
        {"2/3/4", "Band 2-4"}, {"5/6", "Band 5-6"}, {"7/8a/8b", "Band 7/8a/8b"}, {"8c/8d/9", "Band 8c/8d/9"}};
    std::set<std::string> different;
    for (const auto& row : read_table(published / "appendix1_skill_mix.csv")) {
        Area& area = areas_["science|" + row.at("area")];
        const std::size_t part = area.by_group[groups.at(row.at("band_group"))].size();
        if (share(part, area.people()) != units(row.at("share"), 2))
            different.insert(row.at("area") + "|" + row.at("band_group"));
    }
    std::set<std::string> listed;
    for (const auto& line : read_table(example(GetParam()) / "calibration.csv"))
        if (line.at("table") == "Skill mix") listed.insert(line.at("row") + "|" + line.at("cell"));
    EXPECT_EQ(listed, different);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AgeProfile, testing::Values(1, 2, 3));
INSTANTIATE_TEST_SUITE_P(Seeds, SkillMix, testing::Values(1, 2, 3));

}  // namespace
}  // namespace example_test
