#include "render/html_page.h"

#include "render/html_shape.h"
#include "render/html_style.h"
#include "render/html_template.h"

namespace quarterdeck::render {

std::string html_page(const report::Report& report, const report::TemplateFolder& folder, Language language,
                      const DrawChart& draw) {
    return rendered(page_data(report, folder.locale, language, draw), page_shape(folder.locale), report, folder,
                    PageWords(folder.locale, language));
}

std::string rendered(nlohmann::json data, const Shape& shape, const report::Report& report,
                     const report::TemplateFolder& folder, const PageWords& words) {
    const PageTemplate page = PageTemplate::read(folder.folder, folder.folder.parent_path() / "partials", shape);
    PageStyle style = page_style(report, folder, words);
    data["style"] = std::move(style.css);
    data["csp"] = std::move(style.csp);
    expect_shape(data, shape);
    return page.render(data);
}

}  // namespace quarterdeck::render
