#include "render/chart.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "refusal.h"
#include "render/chart_description.h"
#include "render/chart_script.h"

namespace quarterdeck::render {

struct ChartEngine::Engine {
    ChartScript script;
};

ChartEngine::ChartEngine(std::filesystem::path web) : web_(std::move(web)) {}

ChartEngine::~ChartEngine() = default;

void ChartEngine::prepare(const std::filesystem::path& web) {
    ChartScript::prepare(web / "charts.js");
}

std::string ChartEngine::svg(const report::TableBlock& block, const report::Locale& locale, Language language) {
    try {
        if (!block.chart) throw std::runtime_error("The table has none.");
        const std::string description = chart_description(block, locale, language);
        if (!engine_) engine_ = std::unique_ptr<Engine>(new Engine{ChartScript(web_ / "charts.js")});
        return engine_->script.draw(description);
    } catch (const Refusal&) {
        throw;
    } catch (const std::exception& error) {
        throw std::runtime_error(fmt::format("The chart \"{}\" can't be drawn. {}", block.id, error.what()));
    }
}

}  // namespace quarterdeck::render
