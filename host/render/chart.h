#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// Draws the charts of a report as static SVG with Apache ECharts, in an engine of its own without access to
/// files, network or clock, which starts with the first chart.
class ChartEngine {
public:
    /// `web` is the templates' built `web` folder, which holds charts.js.
    explicit ChartEngine(std::filesystem::path web);
    ~ChartEngine();
    ChartEngine(const ChartEngine&) = delete;
    ChartEngine& operator=(const ChartEngine&) = delete;

    /// Does ahead what all engines share, for a report that will have charts. Throws `std::runtime_error`.
    static void prepare(const std::filesystem::path& web);

    /// One `<svg>` element with title and description, for a block that has a chart. Rows are the categories
    /// (total rows are left out), the chart's series the parts; a hidden figure is drawn as hidden, never as zero.
    /// Same block, same bytes. Throws `std::runtime_error` when the engine fails.
    std::string svg(const report::TableBlock& block, const report::Locale& locale, Language language);

private:
    struct Engine;
    std::filesystem::path web_;
    std::unique_ptr<Engine> engine_;
};

}  // namespace quarterdeck::render
