#pragma once

#include <Poco/AutoPtr.h>
#include <Poco/DOM/Document.h>
#include <Poco/DOM/Element.h>

#include <filesystem>
#include <string>
#include <vector>

#include "../temporary_folder.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/table.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The built `web` folder.
std::filesystem::path web();
const report::Locale& locale();

using Folder = TemporaryFolder;

Figure whole(std::int64_t number);

/// A table named "sample" with one label column, all of its columns drawn.
struct Sample {
    Chart::Kind kind = Chart::Kind::stacked_bar;
    bool percent = true;
    std::vector<Text> columns;
    std::vector<TableRow> rows;
};
TableRow row(const Text& label, std::vector<Figure> figures);
report::TableBlock block(const Sample& sample);

/// A picture, read as XML by a parser that refuses what isn't well-formed.
class Drawing {
public:
    explicit Drawing(const std::string& svg);

    std::vector<Poco::XML::Element*> elements() const;
    std::vector<Poco::XML::Element*> elements(const std::string& name) const;
    /// What stands in the picture, a text element each.
    std::vector<std::string> texts() const;
    /// Content of the element with this id; empty when there is none.
    std::string text_of(const std::string& id) const;
    /// Lengths of the horizontal bars painted so, left to right and top to bottom. `fill` is a colour, also for
    /// a pattern on that ground.
    std::vector<double> bars(const std::string& fill) const;

private:
    std::string ground(const std::string& fill) const;

    Poco::AutoPtr<Poco::XML::Document> document_;
};

Drawing draw(const report::TableBlock& block, Language language = Language::english);

}  // namespace quarterdeck::render
