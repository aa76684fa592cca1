#include "workbook_check/chart_reader.h"

#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/SAXParser.h>

#include <algorithm>
#include <utility>

namespace quarterdeck::workbook_check {
namespace {

using Poco::XML::Attributes;
using Poco::XML::XMLString;

class ChartHandler : public Poco::XML::DefaultHandler {
public:
    SheetChart chart;

    void startElement(const XMLString&, const XMLString& name, const XMLString&, const Attributes& given) override {
        if (name == "ser") {
            chart.series.emplace_back();
            in_series_ = true;
        }
        if (in_series_ && around_.back() == "ser") enter(name);
        if (name == "numLit" || name == "strLit") chart.literal = true;
        if (name == "pt") point_ = given.getValue({}, "idx");
        if (name == "ptCount" && source_ != nullptr) source_->count = given.getValue({}, "val");
        if (name == "max" || name == "min") chart.limits.push_back(given.getValue({}, "val"));
        around_.push_back(name);
        text_.clear();
    }

    void characters(const Poco::XML::XMLChar text[], int start, int length) override {
        text_.append(text + start, static_cast<std::size_t>(length));
    }

    void endElement(const XMLString&, const XMLString& name, const XMLString&) override {
        around_.pop_back();
        const std::string text = std::exchange(text_, {});
        if (name == "ser") in_series_ = false;
        if (in_series_ && !around_.empty() && around_.back() == "ser") source_ = nullptr;
        if (name == "f")
            take_formula(text);
        else if (name == "v" && source_ != nullptr && around_.back() == "pt")
            source_->cached.emplace_back(point_, text);
        else if (name != "formatCode" && text.find_first_not_of(" \n\r\t") != std::string::npos)
            chart.words.push_back(text);
    }

private:
    void enter(const std::string& part) {
        ChartSeries& series = chart.series.back();
        if (part == "tx") source_ = &series.name;
        if (part == "cat" || part == "xVal") source_ = &series.categories;
        if (part == "val" || part == "yVal") source_ = &series.values;
    }

    void take_formula(const std::string& formula) {
        if (source_ != nullptr && source_->formula.empty())
            source_->formula = formula;
        else
            chart.other_formulas.push_back(formula);
    }

    bool in_series_ = false;
    ChartSource* source_ = nullptr;  ///< that is being read
    std::vector<std::string> around_;
    std::string point_;
    std::string text_;
};

}  // namespace

SheetChart read_chart(const std::string& xml) {
    ChartHandler handler;
    Poco::XML::SAXParser parser;
    parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
    parser.setContentHandler(&handler);
    parser.parseMemoryNP(xml.data(), xml.size());
    return std::move(handler.chart);
}

}  // namespace quarterdeck::workbook_check
