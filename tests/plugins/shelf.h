#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "plugins/fleet.h"

/// The plugins that were built for these tests.
namespace shelf {

inline std::filesystem::path file(const std::string& plugin) {
    return std::filesystem::path(SHELF) / (plugin + ".so");
}

/// A staff table as the host answers it: one headcount is hidden.
inline quarterdeck::Table answer() {
    using namespace quarterdeck;
    return {
        .labels = {{"area", {"Area", "Maes"}}},
        .columns = {{"headcount", {"Headcount", "Nifer y bobl"}}, {.id = "fte", .title = {"FTE", "CALl"}, .places = 2}},
        .rows = {{.id = "pathology",
                  .labels = {{"Pathology", "Patholeg"}},
                  .figures = {Marker::confidential, Marker::confidential}},
                 {.id = "total",
                  .labels = {{"Total", "Cyfanswm"}},
                  .figures = {Decimal{12, 0}, Decimal{1050, 2}},
                  .total = true}}};
}

inline const quarterdeck::plugins::LoadedPlugin* loaded(const quarterdeck::plugins::Fleet& fleet,
                                                        const std::string& programme) {
    for (const auto& plugin : fleet.loaded())
        if (plugin.programme.id == programme) return &plugin;
    return nullptr;
}

inline const quarterdeck::Metric& metric(const quarterdeck::plugins::LoadedPlugin& plugin, const std::string& id) {
    for (const auto& metric : plugin.programme.metrics)
        if (metric.id == id) return metric;
    throw std::logic_error("The plugin has no metric " + id + ".");
}

/// The good plugin takes part, and its computed metric gives the first column of the answer.
inline void expect_good(const quarterdeck::plugins::Fleet& fleet) {
    const auto* good = loaded(fleet, "good");
    ASSERT_NE(good, nullptr);
    quarterdeck::Table expected = answer();
    expected.columns.pop_back();
    for (auto& row : expected.rows) row.figures.pop_back();
    EXPECT_EQ(metric(*good, "headcount").compute({answer()}), expected);
}

}  // namespace shelf
