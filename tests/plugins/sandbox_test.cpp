#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "shelf.h"

// What a worker may do, on this kernel and on older ones. On a kernel without Landlock or seccomp these tests fail.
namespace {

using namespace quarterdeck::plugins;

using Lacking = std::set<Protection>;

Fleet on_a_kernel_without(const std::string& protection, const std::string& plugin) {
    return Fleet::launch_files({shelf::file("good"), shelf::file(plugin)},
                               {.deadline = std::chrono::milliseconds(3000),
                                .worker = std::filesystem::path(OLDER_KERNELS) / ("without_" + protection)});
}

/// The kernel's letter for what a process does: 'Z' for one that has ended, as for one that isn't there.
char state_of(const std::string& process) {
    std::ifstream file("/proc/" + process + "/stat");
    std::string number;
    std::string name;
    char state = 'Z';
    file >> number >> name >> state;
    return state;
}

TEST(Sandbox, IsCompleteOnThisKernel) {
    EXPECT_EQ(Fleet::launch_files({shelf::file("good")}, {}).lacking(), Lacking{});
}

TEST(Sandbox, IsNamedAsReducedWhereTheKernelHasNoLandlock) {
    const Fleet fleet = on_a_kernel_without("file_rules", "first_steps");
    EXPECT_EQ(fleet.lacking(), Lacking{Protection::file_rules});
    EXPECT_EQ(fleet.loaded().size(), 2U);
    shelf::expect_good(fleet);
}

TEST(Sandbox, IsNamedAsReducedWhereTheKernelHasNoSystemCallFilter) {
    const Fleet fleet = on_a_kernel_without("call_filter", "first_steps");
    EXPECT_EQ(fleet.lacking(), Lacking{Protection::call_filter});
    EXPECT_EQ(fleet.loaded().size(), 2U);
    shelf::expect_good(fleet);
}

TEST(Sandbox, KillsChildrenEvenWhereTheKernelLetThemBeForked) {
    // The child keeps the connection open, so the host learns of the end at the deadline only.
    const Fleet fleet = on_a_kernel_without("call_filter", "forks");
    ASSERT_EQ(fleet.refused().size(), 1U);
    EXPECT_EQ(fleet.refused()[0].what, "The plugin's worker exited with status 0 before it answered.");

    const std::string log = fleet.log_of(shelf::file("forks"));
    ASSERT_GT(log.size(), 1U);
    const std::string child = log.substr(0, log.size() - 1);
    for (int waits = 0; state_of(child) != 'Z' && waits < 1000; ++waits)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(state_of(child), 'Z') << child;
}

}  // namespace
