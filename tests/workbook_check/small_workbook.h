#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <functional>
#include <string>

namespace quarterdeck::workbook_check {

/// A workbook as the guidance wants it, by libxlsxwriter: a cover with links, and a sheet with a table in A3:B5 whose
/// headings are frozen. A test spoils it before it is saved.
struct SmallWorkbook {
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* cover = nullptr;
    lxw_worksheet* staff = nullptr;
    bool mark_table = true;
    bool freeze_headings = true;
    bool set_properties = true;
};

using Spoil = std::function<void(SmallWorkbook&)>;

/// Writes the workbook, after `spoil` changed it, into a folder that the process removes at its end.
std::filesystem::path written(const std::string& name, const Spoil& spoil = {});

}  // namespace quarterdeck::workbook_check
