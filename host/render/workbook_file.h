#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <utility>

#include "quarterdeck/period.h"
#include "quarterdeck/text.h"

namespace quarterdeck::render::spreadsheet {

/// How a cell looks.
enum class Style {
    plain,          ///< a line beside or above a table
    paragraph,      ///< wrapped
    title,          ///< in A1
    heading,        ///< over paragraphs
    marking,        ///< synthetic, draft, not for publication
    header,         ///< of a column of text
    figure_header,  ///< of a column of figures
    label,          ///< text in a table, wrapped
    total_label,
    marker,  ///< [c] and the like, where a number would stand
    total_marker,
    link,
};

/// A workbook being written, in memory.
class File {
public:
    File();
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    lxw_worksheet* add_sheet(const std::string& name);
    lxw_chart* add_chart(std::uint8_t type);
    /// Adds what stands in the cells that the formulas refer to.
    lxw_chart_series* add_series(lxw_chart* chart, const std::string& categories, const std::string& values);
    lxw_format* style(Style style);
    lxw_format* figure(int places, bool total);
    lxw_format* date(Language language);
    /// How a chart's axis shows a day: its month and year.
    static const char* month_format(Language language);
    lxw_workbook* workbook() { return workbook_; }

    /// The bytes of the finished file; `language` is its code ("cy"). Throws `std::runtime_error`.
    std::string close(const std::string& language);

    /// Throws `std::runtime_error` unless `error` is none.
    void expect(lxw_error error) const;

private:
    lxw_format* add_format();

    int memory_;  ///< descriptor of the file in memory that the library writes to
    lxw_workbook* workbook_;
    std::map<Style, lxw_format*> styles_;
    std::map<std::pair<int, bool>, lxw_format*> figures_;
    std::map<Language, lxw_format*> dates_;
};

/// A day as a workbook counts it: 1 March 1900 is 61.
inline int serial(Date day) {
    constexpr int first_of_1970 = 25'569;
    return day.days() + first_of_1970;
}

}  // namespace quarterdeck::render::spreadsheet
