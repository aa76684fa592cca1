#pragma once

#include <libxml/xmlreader.h>

#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "workbook_input/package.h"

namespace quarterdeck::workbook_input {

inline std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

inline std::string_view name_of(xmlTextReader* reader) {
    return text_of(xmlTextReaderConstLocalName(reader));
}

/// An attribute of the element that the reader stands at, by its name with prefix; nothing where it has none.
inline std::optional<std::string> attribute(xmlTextReader* reader, const char* name) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
        xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name)), xmlFree);
    if (!value) return std::nullopt;
    return std::string(text_of(value.get()));
}

/// Hands the nodes of a part on, one by one; does nothing where the workbook hasn't got it. Throws `Refusal` for a part
/// that can't be unpacked, std::runtime_error for one that isn't well-formed.
template <typename Visit>
void each_node(const Package& package, const char* name, const Visit& visit) {
    using File = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;
    const zip_int64_t number = zip_name_locate(package.get(), name, ZIP_FL_NOCASE);
    if (number < 0) return;
    const File file(zip_fopen_index(package.get(), static_cast<zip_uint64_t>(number), 0), zip_fclose);
    if (!file) refuse_damaged();
    const auto read_some = [](void* from, char* buffer, int size) {
        return static_cast<int>(zip_fread(static_cast<zip_file_t*>(from), buffer, static_cast<zip_uint64_t>(size)));
    };
    const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
        xmlReaderForIO(read_some, nullptr, file.get(), nullptr, nullptr,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        xmlFreeTextReader);
    if (!reader) throw std::bad_alloc();
    int state = 0;
    while ((state = xmlTextReaderRead(reader.get())) == 1) visit(reader.get());
    if (state != 0) throw std::runtime_error(std::string(name) + " isn't well-formed");
}

/// Puts a text together that may stand in several runs; how it is pronounced doesn't belong to it.
class TextInRuns {
public:
    void visit(xmlTextReader* reader) {
        switch (xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT:
                if (xmlTextReaderIsEmptyElement(reader) == 0) begin_or_end(name_of(reader), true);
                break;
            case XML_READER_TYPE_END_ELEMENT: begin_or_end(name_of(reader), false); break;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                if (in_text_ && !in_pronunciation_) text += text_of(xmlTextReaderConstValue(reader));
                break;
            default: break;
        }
    }

    std::string text;

private:
    void begin_or_end(std::string_view element, bool begins) {
        if (element == "t") in_text_ = begins;
        if (element == "rPh") in_pronunciation_ = begins;
    }

    bool in_text_ = false;
    bool in_pronunciation_ = false;
};

}  // namespace quarterdeck::workbook_input
