#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "quarterdeck/testing.h"

namespace quarterdeck::test_kit {

/// For EXPECT_TRUE in a GoogleTest: whether a table, or a plan of actions, shows what is expected. Where it doesn't,
/// the test's failure names each row and column that differs:
///
///     EXPECT_TRUE(shows(published(metric, records), R"(
///         band   | headcount | fte
///         Band 6 | 6         | 5.30
///         Total  | 6         | 5.30
///     )"));
template <class Shown>
testing::AssertionResult shows(const Shown& shown, std::string_view expected) {
    const std::string differs = difference(shown, expected);
    return differs.empty() ? testing::AssertionSuccess() : testing::AssertionFailure() << differs;
}

}  // namespace quarterdeck::test_kit
