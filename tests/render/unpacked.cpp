#include "unpacked.h"

#include <Poco/AutoPtr.h>
#include <Poco/DOM/DOMParser.h>
#include <Poco/DOM/Document.h>
#include <Poco/DOM/Element.h>
#include <Poco/DOM/NodeList.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "render/workbook.h"
#include "sample_report.h"

namespace quarterdeck::render {
namespace {

using Poco::AutoPtr;
using Poco::XML::Document;
using Poco::XML::Element;
using Poco::XML::NodeList;

std::map<std::string, std::string> parts_of(const std::filesystem::path& workbook) {
    std::ifstream bytes(workbook, std::ios::binary);
    const Poco::Zip::ZipArchive archive(bytes);
    std::map<std::string, std::string> parts;
    for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
        bytes.clear();
        Poco::Zip::ZipInputStream content(bytes, entry->second);
        parts[entry->first] = {std::istreambuf_iterator<char>(content), {}};
    }
    return parts;
}

AutoPtr<Document> parsed(const std::string& xml) {
    return Poco::XML::DOMParser().parseString(xml);
}

std::vector<const Element*> elements(const Document& document, const std::string& name) {
    std::vector<const Element*> found;
    const AutoPtr<NodeList> nodes = document.getElementsByTagName(name);
    for (unsigned long i = 0; i < nodes->length(); ++i) found.push_back(static_cast<const Element*>(nodes->item(i)));
    return found;
}

std::vector<std::string> shared_strings(const std::map<std::string, std::string>& parts) {
    std::vector<std::string> strings;
    const AutoPtr<Document> document = parsed(parts.at("xl/sharedStrings.xml"));
    for (const Element* item : elements(*document, "si")) strings.push_back(item->innerText());
    return strings;
}

/// The number format of each cell style.
std::vector<std::string> formats(const std::map<std::string, std::string>& parts) {
    const AutoPtr<Document> document = parsed(parts.at("xl/styles.xml"));
    std::map<std::string, std::string> codes{
        {"0", "General"}, {"1", "0"}, {"2", "0.00"}, {"3", "#,##0"}, {"4", "#,##0.00"}};
    for (const Element* format : elements(*document, "numFmt"))
        codes[format->getAttribute("numFmtId")] = format->getAttribute("formatCode");
    std::vector<std::string> styles;
    const Element* cell_styles = elements(*document, "cellXfs").at(0);
    const AutoPtr<NodeList> nodes = cell_styles->getElementsByTagName("xf");
    for (unsigned long i = 0; i < nodes->length(); ++i)
        styles.push_back(codes.at(static_cast<const Element*>(nodes->item(i))->getAttribute("numFmtId")));
    return styles;
}

StoredCell stored(const Element& cell, const std::vector<std::string>& strings,
                  const std::vector<std::string>& styles) {
    if (cell.getChildElement("f") != nullptr) throw std::runtime_error("a formula in " + cell.getAttribute("r"));
    const Element* value = cell.getChildElement("v");
    StoredCell read;
    read.text = cell.getAttribute("t") == "s";
    if (value != nullptr) read.value = value->innerText();
    if (read.text) read.value = strings.at(std::stoul(read.value));
    read.format = cell.hasAttribute("s") ? styles.at(std::stoul(cell.getAttribute("s"))) : "General";
    return read;
}

StoredSheet read_sheet(const std::map<std::string, std::string>& parts, const std::string& name, std::size_t number) {
    StoredSheet sheet;
    sheet.name = name;
    const std::string file = "sheet" + std::to_string(number) + ".xml";
    sheet.xml = parts.at("xl/worksheets/" + file);
    const auto relations = parts.find("xl/worksheets/_rels/" + file + ".rels");
    if (relations != parts.end()) sheet.relations = relations->second;
    const std::vector<std::string> strings = shared_strings(parts);
    const std::vector<std::string> styles = formats(parts);
    const AutoPtr<Document> document = parsed(sheet.xml);
    for (const Element* cell : elements(*document, "c"))
        sheet.cells[cell->getAttribute("r")] = stored(*cell, strings, styles);
    if (sheet.relations.empty()) return sheet;
    const AutoPtr<Document> related = parsed(sheet.relations);
    for (const Element* relation : elements(*related, "Relationship"))
        if (relation->getAttribute("Type").ends_with("/table"))
            sheet.tables.push_back(parts.at("xl/" + relation->getAttribute("Target").substr(3)));
    return sheet;
}

}  // namespace

Unpacked::Unpacked(const std::filesystem::path& workbook) : parts_(parts_of(workbook)) {
    const AutoPtr<Document> document = parsed(parts_.at("xl/workbook.xml"));
    std::size_t number = 0;
    for (const Element* sheet : elements(*document, "sheet"))
        sheets_.push_back(read_sheet(parts_, sheet->getAttribute("name"), ++number));
}

const StoredSheet& Unpacked::sheet(const std::string& name) const& {
    for (const StoredSheet& sheet : sheets_)
        if (sheet.name == name) return sheet;
    throw std::out_of_range("no sheet " + name);
}

void save(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

Unpacked written(const report::Report& report, Language language) {
    const Folder folder;
    const std::filesystem::path file = folder.path() / "report.xlsx";
    save(file, workbook(report, sample_folder(), language));
    return Unpacked(file);
}

report::Report report_with(report::Block block) {
    report::Report report = sample_report();
    report.sections.resize(1);
    report.sections[0].blocks = {std::move(block)};
    return report;
}

std::string attribute(const std::string& xml, const std::string& element, const std::string& name) {
    const AutoPtr<Document> document = parsed(xml);
    const auto found = elements(*document, element);
    return found.empty() ? "" : found.front()->getAttribute(name);
}

std::size_t times(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

std::pair<int, int> position(const std::string& address) {
    int column = 0;
    std::size_t i = 0;
    for (; i < address.size() && address[i] >= 'A' && address[i] <= 'Z'; ++i)
        column = column * 26 + (address[i] - 'A' + 1);
    return {column, std::stoi(address.substr(i))};
}

}  // namespace quarterdeck::render
