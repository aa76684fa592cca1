#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../temporary_folder.h"
#include "quarterdeck/text.h"
#include "report/model.h"

namespace quarterdeck::render {

/// A cell as its file stores it.
struct StoredCell {
    bool text = false;   ///< text rather than a number
    std::string value;   ///< the text, or the number's digits
    std::string format;  ///< number format

    bool operator==(const StoredCell&) const = default;
};

/// One sheet of an unpacked workbook.
struct StoredSheet {
    std::string name;
    std::string xml;
    std::string relations;                    ///< of the sheet to other parts; empty when it has none
    std::map<std::string, StoredCell> cells;  ///< by address: "A1"
    std::vector<std::string> tables;          ///< the XML of its tables
};

/// A workbook read by other means than those that wrote it: as a zip archive of XML parts.
class Unpacked {
public:
    explicit Unpacked(const std::filesystem::path& workbook);

    const std::map<std::string, std::string>& parts() const& { return parts_; }
    std::map<std::string, std::string> parts() && { return std::move(parts_); }
    const std::string& part(const std::string& name) const& { return parts_.at(name); }
    std::string part(const std::string& name) && { return parts_.at(name); }
    const std::vector<StoredSheet>& sheets() const& { return sheets_; }
    std::vector<StoredSheet> sheets() && { return std::move(sheets_); }
    const StoredSheet& sheet(const std::string& name) const&;
    StoredSheet sheet(const std::string& name) && { return std::as_const(*this).sheet(name); }

private:
    std::map<std::string, std::string> parts_;
    std::vector<StoredSheet> sheets_;
};

/// Writes a file as it is.
void save(const std::filesystem::path& file, const std::string& bytes);

using Folder = TemporaryFolder;

/// Writes a report with the project's wording and reads it back.
Unpacked written(const report::Report& report, Language language = Language::english);

/// A report with this one block.
report::Report report_with(report::Block block);

/// The value of the first attribute of this name in an element of this name; empty where there is none.
std::string attribute(const std::string& xml, const std::string& element, const std::string& name);

/// How often `what` stands in `text`.
std::size_t times(const std::string& text, const std::string& what);

/// "C7" to column and row, both from 1.
std::pair<int, int> position(const std::string& address);

}  // namespace quarterdeck::render
