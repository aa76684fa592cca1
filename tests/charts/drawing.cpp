#include "drawing.h"

#include <Poco/DOM/DOMParser.h>
#include <Poco/DOM/NodeList.h>

#include <atomic>
#include <fstream>
#include <sstream>

#include "disclosure/protect.h"
#include "render/chart.h"

namespace quarterdeck::render {

std::filesystem::path web() {
    return std::filesystem::path(TEMPLATES) / "web";
}

const report::Locale& locale() {
    static const report::Locale read = report::Locale::read(std::filesystem::path(TEMPLATES) / "locale");
    return read;
}

Figure whole(std::int64_t number) {
    return Decimal{number, 0};
}

TableRow row(const Text& label, std::vector<Figure> figures) {
    return {.id = label.en, .labels = {label}, .figures = std::move(figures)};
}

report::TableBlock block(const Sample& sample) {
    Table table{.labels = {{"area", {"Area", "Maes"}}}, .rows = sample.rows};
    Chart chart{
        .kind = sample.kind, .title = {"Age profile", "Proffil oedran"}, .description = {"Ages.", "Oedrannau."}};
    for (std::size_t i = 0; i < sample.columns.size(); ++i) {
        const std::string id = "column_" + std::to_string(i);
        table.columns.push_back({.id = id, .title = sample.columns[i], .percent = sample.percent});
        chart.series.push_back(id);
    }
    disclosure::Protector protector{{}};
    return {.id = "sample", .title = {"A table", "Tabl"}, .table = protector.adopt(std::move(table)), .chart = chart};
}

Drawing::Drawing(const std::string& svg) {
    Poco::XML::DOMParser parser;
    document_ = parser.parseString(svg);
}

std::vector<Poco::XML::Element*> Drawing::elements() const {
    return elements("*");
}

std::vector<Poco::XML::Element*> Drawing::elements(const std::string& name) const {
    const Poco::AutoPtr<Poco::XML::NodeList> found = document_->getElementsByTagName(name);
    std::vector<Poco::XML::Element*> all;
    for (unsigned long i = 0; i < found->length(); ++i)
        all.push_back(dynamic_cast<Poco::XML::Element*>(found->item(i)));
    return all;
}

std::vector<std::string> Drawing::texts() const {
    std::vector<std::string> all;
    for (const auto* text : elements("text")) all.push_back(text->innerText());
    return all;
}

std::string Drawing::text_of(const std::string& id) const {
    for (const auto* element : elements())
        if (element->getAttribute("id") == id) return element->innerText();
    return {};
}

std::string Drawing::ground(const std::string& fill) const {
    for (const auto* pattern : elements("pattern"))
        if (fill == "url(#" + pattern->getAttribute("id") + ")") {
            const Poco::AutoPtr<Poco::XML::NodeList> paths = pattern->getElementsByTagName("path");
            return dynamic_cast<Poco::XML::Element*>(paths->item(0))->getAttribute("fill");
        }
    return fill;
}

std::vector<double> Drawing::bars(const std::string& fill) const {
    std::vector<double> lengths;
    for (const auto* path : elements("path")) {
        if (ground(path->getAttribute("fill")) != fill || path->hasAttribute("transform")) continue;
        std::istringstream outline(path->getAttribute("d"));
        char command = 0;
        double x = 0;
        double y = 0;
        double length = 0;
        if (outline >> command >> x >> y >> command >> length && command == 'l') lengths.push_back(length);
    }
    return lengths;
}

Drawing draw(const report::TableBlock& block, Language language) {
    static ChartEngine engine(web());
    return Drawing(engine.svg(block, locale(), language));
}

}  // namespace quarterdeck::render
