#include "workbook_input/parts.h"

#include <libxml/xmlreader.h>

#include <memory>
#include <stdexcept>

#include "workbook_input/package.h"

namespace quarterdeck::workbook_input {
namespace {

using File = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

int read_some(void* file, char* buffer, int size) {
    return static_cast<int>(zip_fread(static_cast<zip_file_t*>(file), buffer, static_cast<zip_uint64_t>(size)));
}

std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Hands the nodes of a part on, one by one; does nothing where the workbook hasn't got it.
template <typename Visit>
void each_node(const Package& package, const char* name, const Visit& visit) {
    const zip_int64_t number = zip_name_locate(package.get(), name, ZIP_FL_NOCASE);
    if (number < 0) return;
    const File file(zip_fopen_index(package.get(), static_cast<zip_uint64_t>(number), 0), zip_fclose);
    if (!file) refuse_damaged();
    const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
        xmlReaderForIO(read_some, nullptr, file.get(), nullptr, nullptr,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        xmlFreeTextReader);
    if (!reader) throw std::bad_alloc();
    int state = 0;
    while ((state = xmlTextReaderRead(reader.get())) == 1) visit(reader.get());
    if (state != 0) throw std::runtime_error(std::string(name) + " isn't well-formed");
}

/// Puts the texts together: a text may stand in several runs; how it is pronounced doesn't belong to it.
class Texts {
public:
    explicit Texts(std::vector<std::string>& texts) : texts_(texts) {}

    void visit(xmlTextReader* reader) {
        const std::string_view name = text_of(xmlTextReaderConstLocalName(reader));
        switch (xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT:
                if (name == "si") texts_.emplace_back();
                if (xmlTextReaderIsEmptyElement(reader) == 0) begin_or_end(name, true);
                break;
            case XML_READER_TYPE_END_ELEMENT: begin_or_end(name, false); break;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                if (in_text_ && !in_pronunciation_ && !texts_.empty())
                    texts_.back() += text_of(xmlTextReaderConstValue(reader));
                break;
            default: break;
        }
    }

private:
    void begin_or_end(std::string_view element, bool begins) {
        if (element == "t") in_text_ = begins;
        if (element == "rPh") in_pronunciation_ = begins;
    }

    std::vector<std::string>& texts_;
    bool in_text_ = false;
    bool in_pronunciation_ = false;
};

bool says_1904(xmlTextReader* reader) {
    if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT ||
        text_of(xmlTextReaderConstLocalName(reader)) != "workbookPr")
        return false;
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
        xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>("date1904")), xmlFree);
    return text_of(value.get()) == "1" || text_of(value.get()) == "true";
}

}  // namespace

Parts read_parts(std::string_view bytes) {
    Parts parts;
    const Package package(bytes);
    Texts texts(parts.texts);
    each_node(package, "xl/sharedStrings.xml", [&](xmlTextReader* reader) { texts.visit(reader); });
    each_node(package, "xl/workbook.xml", [&](xmlTextReader* reader) { parts.days_from_1904 |= says_1904(reader); });
    return parts;
}

}  // namespace quarterdeck::workbook_input
