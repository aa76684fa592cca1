#include "render/date_text.h"

#include <gtest/gtest.h>

namespace quarterdeck::render {
namespace {

TEST(DateText, WritesTheMonthInTheLanguage) {
    EXPECT_EQ(date_text({2023, 3, 31}, Language::english), "31 March 2023");
    EXPECT_EQ(date_text({2023, 3, 31}, Language::welsh), "31 Mawrth 2023");
    EXPECT_EQ(date_text({2024, 2, 29}, Language::english), "29 February 2024");
    EXPECT_EQ(date_text({2026, 10, 1}, Language::welsh), "1 Hydref 2026");
}

TEST(DateText, WritesDatesBefore1970) {
    EXPECT_EQ(date_text({1948, 7, 5}, Language::english), "5 July 1948");
}

}  // namespace
}  // namespace quarterdeck::render
