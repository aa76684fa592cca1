#include "small_workbook.h"

#include <stdexcept>
#include <string>

#include "../temporary_folder.h"

namespace quarterdeck::workbook_check {
namespace {

void mark_table(lxw_worksheet* sheet) {
    std::string band = "Band";
    std::string headcount = "Headcount";
    lxw_table_column first{};
    lxw_table_column second{};
    first.header = band.data();
    second.header = headcount.data();
    lxw_table_column* columns[] = {&first, &second, nullptr};
    lxw_table_options options{};
    options.columns = columns;
    worksheet_add_table(sheet, 2, 0, 4, 1, &options);
}

}  // namespace

std::filesystem::path written(const std::string& name, const Spoil& spoil) {
    static const TemporaryFolder shelf;
    const std::filesystem::path file = shelf.path() / name;
    SmallWorkbook small;
    small.workbook = workbook_new(file.c_str());
    small.cover = workbook_add_worksheet(small.workbook, "Cover");
    small.staff = workbook_add_worksheet(small.workbook, "Staff");
    worksheet_write_string(small.cover, 0, 0, "Staff in post", nullptr);
    worksheet_write_url(small.cover, 1, 0, "internal:'Staff'!A1", nullptr);
    worksheet_write_string(small.staff, 0, 0, "Table 1: staff", nullptr);
    worksheet_write_string(small.staff, 1, 0, "This sheet contains one table.", nullptr);
    worksheet_write_string(small.staff, 3, 0, "Band 5", nullptr);
    worksheet_write_number(small.staff, 3, 1, 12, nullptr);
    worksheet_write_string(small.staff, 4, 0, "Band 6", nullptr);
    worksheet_write_string(small.staff, 4, 1, "[c]", nullptr);
    if (spoil) spoil(small);
    if (small.freeze_headings) worksheet_freeze_panes(small.staff, 3, 0);
    if (small.mark_table) mark_table(small.staff);
    if (small.set_properties) {
        std::string title = "Staff in post";
        std::string author = "Statistics";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = author.data();
        workbook_set_properties(small.workbook, &properties);
    }
    if (workbook_close(small.workbook) != LXW_NO_ERROR) throw std::runtime_error("the workbook can't be written");
    return file;
}

}  // namespace quarterdeck::workbook_check
