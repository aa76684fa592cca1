#pragma once

#include <filesystem>

namespace quarterdeck::render::spreadsheet {

/// What a template's `workbook.yaml` chooses; a key that it leaves out keeps its value here.
struct Settings {
    bool charts = true;     ///< a sheet with a native chart after each table that has one
    int label_width = 46;   ///< widest column of labels, in characters
    int figure_width = 13;  ///< narrowest column of figures, in characters

    /// Reads `folder`/workbook.yaml; no such file, all as above. Throws `Refusal` with file and line for an
    /// unknown or double key and for a value out of range.
    static Settings read(const std::filesystem::path& folder);
};

}  // namespace quarterdeck::render::spreadsheet
