#include "render/html.h"

#include "render/chart.h"
#include "render/html_page.h"

namespace quarterdeck::render {

std::string html(const report::Report& report, const report::TemplateFolder& folder, Language language) {
    ChartEngine charts(folder.folder.parent_path() / "web");
    return html_page(report, folder, language,
                     [&](const report::TableBlock& block) { return charts.svg(block, folder.locale, language); });
}

}  // namespace quarterdeck::render
