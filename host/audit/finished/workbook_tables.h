#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "audit/finished/page_reader.h"

namespace quarterdeck::audit {

/// A sheet with a table.
struct SheetTable {
    std::string heading;  ///< what stands in its first cell: "Table 3: Pathology workforce [note 1]"
    ShownRows rows;

    /// Whether the heading names a table with this title.
    bool is_titled(const std::string& title) const;
};

/// A workbook's sheets with tables, in their order. Throws `Refusal` for a file that is no workbook.
std::vector<SheetTable> tables_of_workbook(const std::filesystem::path& file);

}  // namespace quarterdeck::audit
