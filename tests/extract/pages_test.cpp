#include "extract/pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace quarterdeck::extract {
namespace {

TEST(Pages, AreNobodyElsesWhileSomebodyHasThem) {
    std::mt19937 random(3);
    std::map<std::uint32_t, LongArray<std::uint32_t>> held;
    for (std::uint32_t number = 0; number < 400; ++number) {
        held.emplace(number, LongArray<std::uint32_t>(200'000 + random() % 800'000, number));
        if (number % 3 != 0) held.erase(std::next(held.begin(), static_cast<std::ptrdiff_t>(random() % held.size())));
        if (number % 50 == 0) give_system_pages_back();
        while (held.size() > 20) {
            const auto& [owner, array] = *held.begin();
            ASSERT_EQ(std::count(array.begin(), array.end(), owner), std::ssize(array));
            held.erase(held.begin());
        }
    }
}

TEST(Pages, AreGivenToTheNextWhoAsks) {
    give_system_pages_back();
    void* const first = get_pages(std::size_t{5} << 20);
    void* const second = get_pages(std::size_t{5} << 20);
    give_pages_back(first, std::size_t{5} << 20);
    EXPECT_EQ(get_pages(std::size_t{4} << 20), first);
    give_pages_back(first, std::size_t{4} << 20);
    give_pages_back(second, std::size_t{5} << 20);
    EXPECT_EQ(get_pages(std::size_t{10} << 20), first) << "neighbours are joined";
    give_pages_back(first, std::size_t{10} << 20);
}

TEST(Runs, StandTogetherAndKeepTheirPlaces) {
    Runs<std::uint32_t> runs;
    std::vector<std::span<std::uint32_t>> ended;
    std::uint32_t next = 0;
    for (const std::uint32_t size : {3U, 700'000U, 0U, 2'000'000U, 5U}) {
        for (std::uint32_t i = 0; i < size; ++i) runs.add(next++);
        ended.push_back(runs.end_run());
    }
    std::uint32_t expected = 0;
    for (const auto& run : ended)
        for (const std::uint32_t value : run) ASSERT_EQ(value, expected++);
    EXPECT_EQ(expected, next);
}

}  // namespace
}  // namespace quarterdeck::extract
