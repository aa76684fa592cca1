#include "workbook_input/inline_texts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

#include "workbook_input/nodes.h"
#include "workbook_input/package.h"
#include "workbook_input/pieces.h"

namespace quarterdeck::workbook_input {
namespace {

constexpr const char* workbook_part = "xl/workbook.xml";
constexpr const char* targets_part = "xl/_rels/workbook.xml.rels";
constexpr std::string_view inline_text = "inlineStr";
constexpr std::size_t last_row = 1'048'576;
constexpr std::size_t last_column = 16'384;

std::string whole(const Package& package, const char* name) {
    std::string text;
    each_piece(package, name, [&](const std::string& piece, std::size_t fresh) {
        text += piece.substr(fresh);
        return true;
    });
    return text;
}

/// Begins every target that begins at the root, /xl/worksheets/…, in the folder xl, where the workbook's part lies.
std::string plain(std::string text) {
    for (const std::string quote : {"\"", "'"}) {
        const std::string from_root = "Target=" + quote + "/xl/";
        for (std::size_t at = text.find(from_root); at != std::string::npos; at = text.find(from_root, at))
            text.erase(at + from_root.size() - 4, 4);
    }
    return text;
}

/// The sheets' parts in the order in which the workbook lists them.
std::vector<std::string> sheet_parts(const Package& package) {
    std::map<std::string, std::string> targets;
    each_node(package, targets_part, [&](xmlTextReader* reader) {
        if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT || name_of(reader) != "Relationship") return;
        const std::string target = attribute(reader, "Target").value_or("");
        targets[attribute(reader, "Id").value_or("")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    });
    std::vector<std::string> parts;
    each_node(package, workbook_part, [&](xmlTextReader* reader) {
        if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT || name_of(reader) != "sheet") return;
        std::string id;
        while (xmlTextReaderMoveToNextAttribute(reader) == 1)
            if (name_of(reader) == "id") id = text_of(xmlTextReaderConstValue(reader));
        xmlTextReaderMoveToElement(reader);
        parts.push_back(targets[id]);
    });
    return parts;
}

bool has_inline_texts(const Package& package, const std::string& part) {
    bool found = false;
    each_piece(package, part.c_str(), [&](const std::string& piece, std::size_t /*fresh*/) {
        found = piece.find(inline_text) != std::string::npos;
        return !found;
    });
    return found;
}

/// Goes through a sheet's nodes and puts the texts that stand in cells.
class InlineCells {
public:
    InlineCells(std::size_t sheet, CellSink& sink) : sink_(sink), place_{.sheet = sheet, .row = 0, .column = 0} {}

    void visit(xmlTextReader* reader) {
        const std::string_view name = name_of(reader);
        const int type = xmlTextReaderNodeType(reader);
        if (type == XML_READER_TYPE_ELEMENT && name == "row") return begin_row(reader);
        if (name == "c") {
            if (type == XML_READER_TYPE_ELEMENT) begin_cell(reader);
            const bool ends = type == XML_READER_TYPE_END_ELEMENT || xmlTextReaderIsEmptyElement(reader) != 0;
            if (ends && inline_ && !runs_.text.empty()) sink_.put(place_, {Value::Kind::text, std::move(runs_.text)});
            if (ends) inline_ = false;
        } else if (inline_) {
            runs_.visit(reader);
        }
    }

private:
    /// A row or cell without a name follows the one before it.
    void begin_row(xmlTextReader* reader) {
        const std::optional<std::string> number = attribute(reader, "r");
        place_.row = number ? one_before(*number) : next_row_;
        next_row_ = place_.row + 1;
        next_column_ = 0;
    }

    void begin_cell(xmlTextReader* reader) {
        place_.column = next_column_;
        if (const std::optional<std::string> name = attribute(reader, "r")) {
            const auto digits = name->find_first_of("0123456789");
            if (digits == std::string::npos || digits == 0 || digits > 3)
                throw std::runtime_error("a cell has no place");
            std::size_t column = 0;
            for (std::size_t i = 0; i < digits; ++i) {
                if ((*name)[i] < 'A' || (*name)[i] > 'Z') throw std::runtime_error("a cell has no place");
                column = column * 26 + static_cast<std::size_t>((*name)[i] - 'A' + 1);
            }
            place_.column = column - 1;
            place_.row = one_before(name->substr(digits));
        }
        if (place_.row >= last_row || place_.column >= last_column) throw std::runtime_error("a cell beyond the sheet");
        next_column_ = place_.column + 1;
        inline_ = attribute(reader, "t").value_or("") == inline_text;
        runs_ = {};
    }

    /// A number from 1 up, counted from 0.
    static std::size_t one_before(const std::string& text) {
        constexpr std::size_t most_digits = 7;
        if (text.empty() || text.size() > most_digits || text.find_first_not_of("0123456789") != std::string::npos)
            throw std::runtime_error("a row has no number");
        const std::size_t number = std::stoul(text);
        if (number == 0) throw std::runtime_error("a row has no number");
        return number - 1;
    }

    CellSink& sink_;
    CellPlace place_;
    std::size_t next_row_ = 0;
    std::size_t next_column_ = 0;
    bool inline_ = false;
    TextInRuns runs_;
};

}  // namespace

std::string with_plain_targets(std::string_view bytes) {
    const Package package(bytes);
    const std::string targets = whole(package, targets_part);
    const std::string changed = plain(targets);
    if (changed == targets) return std::string(bytes);
    return with_part(bytes, targets_part, changed);
}

void put_inline_texts(std::string_view bytes, CellSink& sink) {
    const Package package(bytes);
    const std::vector<std::string> parts = sheet_parts(package);
    for (std::size_t sheet = 0; sheet < parts.size(); ++sheet) {
        if (!has_inline_texts(package, parts[sheet])) continue;
        InlineCells cells(sheet, sink);
        each_node(package, parts[sheet].c_str(), [&](xmlTextReader* reader) { cells.visit(reader); });
    }
}

}  // namespace quarterdeck::workbook_input
