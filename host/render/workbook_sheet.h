#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/table.h"
#include "quarterdeck/text.h"
#include "render/workbook_file.h"

namespace quarterdeck::render::spreadsheet {

/// A character of the sheets' font is wider than one of the font that Excel's widths count in.
inline constexpr double wider = 1.2;

/// One column of a table on a sheet.
struct TableColumn {
    std::string header;
    double width = 0;  ///< in Excel's characters
    bool figures = false;
};

/// How a printed page stands.
enum class Page { across, upright };

/// One sheet: text is cleaned on its way into a cell, and stored as text whatever it looks like.
class Sheet {
public:
    Sheet(File& file, const std::string& name);

    /// Writes in the next row of the first column.
    void line(std::string_view text, Style style = Style::plain);
    void link_line(const std::string& sheet, std::string_view text);

    /// Begins a table in the next row; `rows` of it follow. `name` is an identifier, unique in the workbook.
    void begin_table(const std::string& name, const std::vector<TableColumn>& columns, std::size_t rows);
    void text(std::size_t column, std::string_view text, Style style = Style::label);
    void link(std::size_t column, const std::string& sheet, std::string_view text);
    void figure(std::size_t column, const Figure& figure, bool total);
    void count(std::size_t column, std::uint64_t number);
    /// Shown in the language; as `otherwise` where it lies before those that a workbook counts.
    void date(std::size_t column, Date day, std::string_view otherwise, Language language);
    /// Gives the row the height that its text needs: not every program that opens a workbook works it out.
    void end_row();

    /// Set before text is written, since it decides where text wraps.
    void width(std::size_t column, double characters);
    /// A4, one page wide, with what the foot of every page says.
    void print_setup(const std::string& foot, Page page = Page::across);
    void insert_chart(lxw_chart* chart, double width, double height, const std::string& description);
    /// So many pixels to the right of the current row's first cell, and below it.
    void insert_chart(lxw_chart* chart, double width, double height, const std::string& description, int right,
                      int down);

    lxw_row_t row() const { return row_; }
    const std::string& name() const { return name_; }

private:
    /// Notes how high the current row must be to show this text.
    void make_room(std::size_t column, const std::string& text, Style style);

    File& file_;
    std::string name_;
    lxw_worksheet* sheet_;
    lxw_row_t row_ = 0;
    std::vector<double> widths_;  ///< of the columns from the first on, in characters
    double height_ = 0;           ///< that the current row needs, in points
};

}  // namespace quarterdeck::render::spreadsheet
