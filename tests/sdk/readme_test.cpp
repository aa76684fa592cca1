#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string content_of(const std::string& file) {
    std::ifstream stream(file);
    EXPECT_TRUE(stream) << file;
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Readme, ListsTheFirstPluginAndItsTestAsTheyAreBuiltHere) {
    const std::string readme = content_of(SDK "/README.md");
    for (const char* file : {"first_steps.h", "first_steps.cpp", "first_steps_test.cpp"}) {
        const std::string listing = "```cpp\n" + content_of(std::string(FIRST_STEPS "/") + file) + "```\n";
        EXPECT_NE(readme.find(listing), std::string::npos) << file;
    }
}

}  // namespace
