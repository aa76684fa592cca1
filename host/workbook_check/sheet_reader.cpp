#include "workbook_check/sheet_reader.h"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/SAXParser.h>

#include <charconv>

namespace quarterdeck::workbook_check {
namespace {

using Poco::XML::Attributes;
using Poco::XML::XMLString;

std::uint32_t number_of(const std::string& digits) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw Poco::DataFormatException("a number is expected");
    return number;
}

Position position_of(const std::string& address) {
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < address.size() && at < 3 && address[at] >= 'A' && address[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::uint32_t>(address[at] - 'A' + 1);
    return {number_of(address.substr(at)), column};
}

bool is_true(const XMLString& value) {
    return value == "1" || value == "true";
}

void parse(const std::string& xml, Poco::XML::DefaultHandler& handler) {
    Poco::XML::SAXParser parser;
    parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
    parser.setContentHandler(&handler);
    parser.parseMemoryNP(xml.data(), xml.size());
}

/// Text within certain elements.
class TextCollector : public Poco::XML::DefaultHandler {
public:
    void characters(const Poco::XML::XMLChar text[], int start, int length) override {
        if (collecting_) text_.append(text + start, static_cast<std::size_t>(length));
    }

protected:
    void collect() { collecting_ = true; }
    void pause() { collecting_ = false; }
    std::string taken() {
        collecting_ = false;
        return std::exchange(text_, {});
    }

private:
    bool collecting_ = false;
    std::string text_;
};

class SharedTexts : public TextCollector {
public:
    std::vector<std::string> texts;

    void startElement(const XMLString&, const XMLString& name, const XMLString&, const Attributes&) override {
        if (name == "t") collect();
    }
    void endElement(const XMLString&, const XMLString& name, const XMLString&) override {
        if (name == "t") pause();
        if (name == "si") texts.push_back(taken());
    }
};

class SheetHandler : public TextCollector {
public:
    SheetHandler(const std::vector<std::string>& shared, Sheet& sheet) : shared_(shared), sheet_(sheet) {}

    void startElement(const XMLString&, const XMLString& name, const XMLString&, const Attributes& given) override {
        if (name == "c") {
            at_ = position_of(given.getValue({}, "r"));
            kind_ = given.getValue({}, "t");
        } else if (name == "v" || name == "t") {
            collect();
        } else if (name == "row" || name == "col") {
            sheet_.hidden_rows_or_columns |= is_true(given.getValue({}, "hidden"));
        } else if (name == "pane") {
            sheet_.frozen |= given.getValue({}, "state").starts_with("frozen");
        } else if (name == "mergeCell") {
            sheet_.merged.push_back(given.getValue({}, "ref"));
        } else if (name == "hyperlink" && !given.getValue({}, "location").empty()) {
            sheet_.links.push_back(given.getValue({}, "location"));
        }
    }

    void endElement(const XMLString&, const XMLString& name, const XMLString&) override {
        if (name == "v" || name == "t") pause();
        if (name != "c") return;
        Cell cell{.number = kind_.empty() || kind_ == "n", .text = taken()};
        if (kind_ == "s" && !cell.text.empty()) cell.text = shared_text(cell.text);
        if (!cell.text.empty()) sheet_.cells[at_] = std::move(cell);
    }

private:
    const std::string& shared_text(const std::string& digits) const {
        const std::uint32_t number = number_of(digits);
        if (number >= shared_.size()) throw Poco::DataFormatException("a cell names a text that isn't there");
        return shared_[number];
    }

    const std::vector<std::string>& shared_;
    Sheet& sheet_;
    Position at_;
    std::string kind_;
};

}  // namespace

std::vector<std::string> shared_texts(const std::string& xml) {
    SharedTexts handler;
    parse(xml, handler);
    return std::move(handler.texts);
}

void read_sheet(const std::string& xml, const std::vector<std::string>& shared, Sheet& sheet) {
    SheetHandler handler(shared, sheet);
    parse(xml, handler);
}

Range range_of(const std::string& text) {
    const auto colon = text.find(':');
    return {position_of(text.substr(0, colon)),
            position_of(colon == std::string::npos ? text : text.substr(colon + 1))};
}

}  // namespace quarterdeck::workbook_check
