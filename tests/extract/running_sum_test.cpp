#include "extract/running_sum.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "../temporary_folder.h"
#include "extract/parallel.h"

namespace quarterdeck::extract {
namespace {

/// A byte-order mark, then 'a' a million times.
class RunningSumTest : public ::testing::Test {
protected:
    RunningSumTest() { folder_.write("a.csv", "\xEF\xBB\xBF" + text_); }

    std::shared_ptr<const TextFile> file() const { return std::make_shared<const TextFile>(folder_.path() / "a.csv"); }

    const std::string text_ = std::string(1'000'000, 'a');
    TemporaryFolder folder_;
    // From sha256sum.
    const std::string expected_ = "28e4809dbe869f9a5e548ecbd939d3573984a9a65ff6f878c7ac0eb827615554";
};

TEST_F(RunningSumTest, IsThatOfTheFileWhoeverReadsItsParts) {
    for (const std::size_t threads : {1U, 2U, 5U}) {
        RunningSum sum(file());
        sum.reach(10);
        parallel(100, threads, [&](std::size_t part, std::size_t) {
            const std::size_t begin = part == 0 ? 10 : part * 10'000;
            sum.add(begin, std::string_view(text_).substr(begin, (part + 1) * 10'000 - begin));
        });
        EXPECT_EQ(sum.text(), expected_) << threads;
        EXPECT_EQ(sum.text(), expected_) << "asked again";
    }
}

TEST_F(RunningSumTest, CountsNothingTwice) {
    RunningSum sum(file());
    sum.reach(15'000);
    sum.add(0, std::string_view(text_).substr(0, 10'000));
    sum.add(10'000, std::string_view(text_).substr(10'000, 10'000));
    EXPECT_EQ(sum.text(), expected_);
}

TEST_F(RunningSumTest, GoesOnWhereItWasStopped) {
    RunningSum sum(file());
    std::stop_source stop;
    stop.request_stop();
    sum.run_ahead(stop.get_token());
    sum.run_ahead({});
    EXPECT_EQ(sum.text(), expected_);
}

TEST_F(RunningSumTest, LetsNobodyWaitForAPartThatWillNotCome) {
    RunningSum sum(file());
    std::jthread waiting([&] { sum.add(500'000, "a"); });
    sum.give_up();
}

}  // namespace
}  // namespace quarterdeck::extract
