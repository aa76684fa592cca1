#include "workbook_check/workbook.h"

#include <Poco/AutoPtr.h>
#include <Poco/DOM/DOMParser.h>
#include <Poco/DOM/Document.h>
#include <Poco/DOM/Element.h>
#include <Poco/DOM/NodeList.h>
#include <Poco/Exception.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "refusal.h"
#include "workbook_check/chart_reader.h"
#include "workbook_check/sheet_reader.h"

namespace quarterdeck::workbook_check {
namespace {

using Poco::AutoPtr;
using Poco::XML::Document;
using Poco::XML::Element;
using Poco::XML::NodeList;

const std::string& text_of(const Package& package, const std::string& name) {
    const auto found = package.find(name);
    if (found == package.end()) throw Poco::NotFoundException("the part " + name);
    return found->second;
}

/// A part as XML. Elements are found by their name without prefix, since programs choose prefixes freely.
class Part {
public:
    Part(const Package& package, const std::string& name) {
        document_ = Poco::XML::DOMParser().parseString(text_of(package, name));
    }

    std::vector<const Element*> elements(const std::string& name) const& {
        std::vector<const Element*> found;
        const AutoPtr<NodeList> nodes = document_->getElementsByTagNameNS("*", name);
        for (unsigned long i = 0; i < nodes->length(); ++i)
            found.push_back(static_cast<const Element*>(nodes->item(i)));
        return found;
    }

    std::string text(const std::string& name) const {
        const auto found = elements(name);
        return found.empty() ? std::string() : found.front()->innerText();
    }

private:
    AutoPtr<Document> document_;
};

struct Related {
    std::string type;  ///< the end of the relation's type: "worksheet", "table"
    std::string part;
};

/// What a part is related to, by id.
std::map<std::string, Related> relations_of(const Package& package, const std::string& part) {
    const std::filesystem::path path(part);
    const std::string name = (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
    std::map<std::string, Related> relations;
    if (!package.contains(name)) return relations;
    const Part listed(package, name);
    for (const Element* relation : listed.elements("Relationship")) {
        const std::string type = relation->getAttribute("Type");
        const std::string target = relation->getAttribute("Target");
        const std::filesystem::path place =
            target.starts_with('/') ? std::filesystem::path(target.substr(1)) : path.parent_path() / target;
        relations[relation->getAttribute("Id")] = {type.substr(type.rfind('/') + 1),
                                                   place.lexically_normal().generic_string()};
    }
    return relations;
}

MarkedTable table_of(const Part& part) {
    const Element* table = part.elements("table").at(0);
    MarkedTable marked{.range = range_of(table->getAttribute("ref")),
                       .header_row = table->getAttribute("headerRowCount") != "0",
                       .columns = {}};
    for (const Element* column : part.elements("tableColumn")) marked.columns.push_back(column->getAttribute("name"));
    return marked;
}

void read_drawings(const Part& part, Sheet& sheet) {
    for (const Element* drawing : part.elements("cNvPr"))
        sheet.drawings.push_back({drawing->getAttribute("name"), drawing->getAttribute("descr")});
}

Sheet sheet_of(const Package& package, const Element& listed, const Related& place,
               const std::vector<std::string>& shared) {
    Sheet sheet;
    sheet.name = listed.getAttribute("name");
    const std::string state = listed.getAttribute("state");
    sheet.hidden = !state.empty() && state != "visible";
    read_sheet(text_of(package, place.part), shared, sheet);
    for (const auto& [id, related] : relations_of(package, place.part)) {
        if (related.type == "table") sheet.tables.push_back(table_of(Part(package, related.part)));
        if (related.type != "drawing") continue;
        read_drawings(Part(package, related.part), sheet);
        for (const auto& [chart, drawn] : relations_of(package, related.part))
            if (drawn.type == "chart") sheet.charts.push_back(read_chart(text_of(package, drawn.part)));
    }
    return sheet;
}

Workbook workbook_of(const Package& package) {
    Workbook workbook;
    if (package.contains("docProps/core.xml")) {
        const Part core(package, "docProps/core.xml");
        workbook.title = core.text("title");
        workbook.author = core.text("creator");
        workbook.language = core.text("language");
    }
    for (const auto& [name, text] : package) {
        workbook.macros |= name.ends_with("vbaProject.bin");
        workbook.links_outside |= name.starts_with("xl/externalLinks/");
    }
    std::vector<std::string> shared;
    if (package.contains("xl/sharedStrings.xml")) shared = shared_texts(package.at("xl/sharedStrings.xml"));
    const Part book(package, "xl/workbook.xml");
    const auto views = book.elements("workbookView");
    if (!views.empty() && views.front()->hasAttribute("activeTab"))
        workbook.opens_at = static_cast<std::size_t>(std::stoul(views.front()->getAttribute("activeTab")));
    const auto places = relations_of(package, "xl/workbook.xml");
    for (const Element* listed : book.elements("sheet")) {
        const auto place = places.find(
            listed->getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"));
        if (place == places.end()) throw Poco::NotFoundException("the part of a sheet");
        workbook.sheets.push_back(sheet_of(package, *listed, place->second, shared));
    }
    return workbook;
}

}  // namespace

std::string address(Position position) {
    std::string letters;
    for (std::uint32_t column = position.second; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters + std::to_string(position.first);
}

Workbook read_workbook(const Package& package, const std::string& name) {
    std::string what;
    try {
        return workbook_of(package);
    } catch (const Poco::Exception& fault) {
        what = fault.displayText();
    } catch (const std::logic_error& fault) {
        what = fault.what();
    }
    throw Refusal(fmt::format("{}: the workbook is damaged ({}). Open it in a spreadsheet program and save it again.",
                              name, what));
}

}  // namespace quarterdeck::workbook_check
