#include "workbook_input/parts.h"

#include "workbook_input/nodes.h"
#include "workbook_input/package.h"

namespace quarterdeck::workbook_input {
namespace {

/// The texts of the shared table.
class Texts {
public:
    explicit Texts(std::vector<std::string>& texts) : texts_(texts) {}

    void visit(xmlTextReader* reader) {
        if (name_of(reader) == "si") {
            const bool begins = xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT;
            if (!begins || xmlTextReaderIsEmptyElement(reader) != 0) texts_.push_back(std::move(runs_.text));
            runs_ = {};
        } else {
            runs_.visit(reader);
        }
    }

private:
    std::vector<std::string>& texts_;
    TextInRuns runs_;
};

bool says_1904(xmlTextReader* reader) {
    if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT || name_of(reader) != "workbookPr") return false;
    const std::string value = attribute(reader, "date1904").value_or("");
    return value == "1" || value == "true";
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
