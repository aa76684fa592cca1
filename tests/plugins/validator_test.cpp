#include "plugins/validator/validate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "shelf.h"

namespace {

using namespace quarterdeck::plugins;
using Names = std::set<std::string>;

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::filesystem::path written(const std::string& name, const std::string& bytes) {
    const auto file = std::filesystem::path(testing::TempDir()) / (name + ".so");
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

/// A copy of the faulty plugin with one fault.
std::filesystem::path plugin_with(const std::string& fault) {
    const std::string marker = "QDFAULT:none";
    std::string bytes = content_of(shelf::file("faulty"));
    const std::size_t at = bytes.find(marker + std::string(20, '\0'));
    if (at == std::string::npos) throw std::logic_error("The faulty plugin has no marker.");
    bytes.replace(at + marker.size() - 4, fault.size(), fault);
    return written("faulty-" + fault, bytes);
}

Names failed(const std::vector<CheckOutcome>& outcomes) {
    Names names;
    for (const CheckOutcome& outcome : outcomes)
        if (outcome.status == CheckOutcome::Status::failed) names.emplace(outcome.check->name);
    return names;
}

Names failed_by(const std::filesystem::path& plugin, const Limits& limits = {}) {
    std::vector<const Check*> checks = all_checks();
#ifdef QUARTERDECK_SANITIZE  // whose runtime every plugin then needs
    std::erase_if(checks, [](const Check* check) { return check->name == "needs-system-libraries-only"; });
#endif
    return failed(validate(plugin, checks, limits));
}

Limits short_deadline() {
    Limits limits;
    limits.deadline = std::chrono::milliseconds(3'000);
    return limits;
}

std::vector<const Check*> only(const std::string& name) {
    std::vector<const Check*> checks = all_checks();
    std::erase_if(checks, [&](const Check* check) { return check->name != name; });
    return checks;
}

TEST(Validator, FindsNoFaultInASoundPlugin) {
    for (const char* plugin : {"good", "faulty", "first_steps", "first_abi"})
        EXPECT_EQ(failed_by(shelf::file(plugin)), Names{}) << plugin;
}

TEST(Validator, HasDozensOfChecksWithNamesOfTheirOwnAndSomethingToDo) {
    Names names;
    for (const Check* check : all_checks()) {
        EXPECT_TRUE(names.emplace(check->name).second) << check->name;
        EXPECT_FALSE(check->about.empty()) << check->name;
        EXPECT_FALSE(check->remedy.empty()) << check->name;
    }
    EXPECT_GE(names.size(), 48U);
}

TEST(Validator, RunsTheChosenChecksOnly) {
    const auto outcomes = validate(shelf::file("good"), only("metrics-have-units"), {});
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes[0].status, CheckOutcome::Status::passed);
}

/// Faults that one check finds, and no other.
class Fault : public testing::TestWithParam<std::string> {};

TEST_P(Fault, IsFoundByTheCheckOfItsName) {
    EXPECT_EQ(failed_by(plugin_with(GetParam())), Names{GetParam()});
}

INSTANTIATE_TEST_SUITE_P(
    Validator, Fault,
    testing::Values("loads", "describes-itself", "describes-itself-the-same-again",
                    "describes-itself-the-same-elsewhere", "description-follows-the-schema",
                    "description-is-of-moderate-size", "supplies-something", "ids-are-well-formed", "version-is-stated",
                    "both-languages-are-present", "metrics-have-titles", "metrics-have-definitions",
                    "metrics-have-units", "definitions-explain", "welsh-differs-from-english", "texts-are-plain",
                    "texts-are-trimmed", "populations-are-complete", "populations-keep-one-meaning",
                    "queries-can-be-answered", "computed-metrics-declare-their-queries",
                    "metrics-are-declared-or-computed", "columns-are-named-once", "charts-draw-columns",
                    "plan-entries-are-complete", "plan-links-lead-somewhere", "plan-dates-can-be-read",
                    "refuses-unknown-metrics", "refuses-declared-metrics", "refuses-broken-requests",
                    "survives-missing-answers", "goes-on-after-a-refusal", "computes-from-ordinary-answers",
                    "computed-tables-can-be-published", "computes-the-same-again", "computes-the-same-columns-always",
                    "computes-from-hidden-answers", "computes-from-unavailable-answers", "computes-from-zeros",
                    "computes-from-nobody", "computes-from-many-rows", "hides-what-rests-on-hidden-figures",
                    "stops-when-cancelled", "logs-little", "prints-nothing", "touches-no-files", "uses-no-network",
                    "starts-no-processes", "leaves-other-processes-alone"),
    [](const auto& fault) {
        std::string name = fault.param;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

TEST(Validator, FindsARepeatedIdWhateverElseItBreaks) {
    EXPECT_EQ(failed_by(plugin_with("ids-are-unique")), (Names{"ids-are-unique", "description-follows-the-schema"}));
}

TEST(Validator, FindsWhatTakesMoreMemoryThanItShould) {
#ifdef QUARTERDECK_SANITIZE
    GTEST_SKIP() << "Sanitizers reserve the address space that the limit is about.";
#endif
    EXPECT_EQ(failed_by(plugin_with("stays-in-memory")), Names{"stays-in-memory"});
}

TEST(Validator, FindsWhatTakesMoreTimeThanItShould) {
    const auto outcomes = validate(plugin_with("answers-promptly"), only("answers-promptly"), short_deadline());
    EXPECT_EQ(failed(outcomes), Names{"answers-promptly"});
}

TEST(Validator, FindsWhatTheLinkerWasToldWrongly) {
#ifdef QUARTERDECK_SANITIZE
    GTEST_SKIP() << "Plugins are linked in another way for sanitizers.";
#endif
    EXPECT_EQ(failed_by(shelf::file("exports_more")), Names{"exports-one-symbol"});
    EXPECT_EQ(failed_by(shelf::file("binds_late")), Names{"binds-at-load"});
    EXPECT_TRUE(failed_by(shelf::file("needs_runtime")).contains("needs-system-libraries-only"));
    EXPECT_TRUE(failed_by(shelf::file("writable_code")).contains("code-is-read-only"));
}

TEST(Validator, FindsFilesThatAreNoPlugins) {
    EXPECT_TRUE(failed_by(written("empty", "")).contains("file-can-be-read"));
    EXPECT_TRUE(failed_by(testing::TempDir() + "/absent.so").contains("file-can-be-read"));
    EXPECT_TRUE(failed_by(written("words", "Not a plugin.")).contains("file-is-for-this-machine"));
    std::string bytes = content_of(shelf::file("first_abi"));
    EXPECT_TRUE(failed_by(written("truncated", bytes.substr(0, bytes.size() / 3))).contains("loads"));
    bytes.at(18) = 0x28;  // another processor
    EXPECT_TRUE(failed_by(written("elsewhere", bytes)).contains("file-is-for-this-machine"));
}

TEST(Validator, SurvivesWhateverTheFileHolds) {
    const std::string bytes = content_of(shelf::file("first_abi"));
    for (std::size_t at = 0; at < std::min<std::size_t>(bytes.size(), 1'024); at += 41) {
        std::string broken = bytes;
        for (std::size_t i = at; i < at + 8 && i < broken.size(); ++i) broken[i] = '\xFF';
        validate(written("broken", broken), only("exports-one-symbol"), {});
        validate(written("broken", broken), only("needs-system-libraries-only"), {});
    }
}

}  // namespace
