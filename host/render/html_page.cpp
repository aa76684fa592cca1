#include "render/html_page.h"

#include "render/html_shape.h"
#include "render/html_style.h"
#include "render/html_template.h"

namespace quarterdeck::render {

std::string html_page(const report::Report& report, const report::TemplateFolder& folder, Language language,
                      const DrawChart& draw) {
    const Shape shape = page_shape(folder.locale);
    const PageTemplate page = PageTemplate::read(folder.folder, folder.folder.parent_path() / "partials", shape);
    PageStyle style = page_style(report, folder, PageWords(folder.locale, language));
    nlohmann::json data = page_data(report, folder.locale, language, draw);
    data["style"] = std::move(style.css);
    data["csp"] = std::move(style.csp);
    expect_shape(data, shape);
    return page.render(data);
}

}  // namespace quarterdeck::render
