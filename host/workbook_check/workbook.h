#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "workbook_check/package.h"

namespace quarterdeck::workbook_check {

/// Row and column, both from 1.
using Position = std::pair<std::uint32_t, std::uint32_t>;

/// "C7" for {7, 3}.
std::string address(Position position);

struct Cell {
    bool number = false;
    std::string text;  ///< shown text, or the number's digits
};

/// A rectangle of cells, both corners included.
struct Range {
    Position first;
    Position last;

    bool holds(Position at) const {
        return at.first >= first.first && at.first <= last.first && at.second >= first.second &&
               at.second <= last.second;
    }
};

/// A range that is marked as an Excel table.
struct MarkedTable {
    Range range;
    bool header_row = true;
    std::vector<std::string> columns;
};

/// A chart or picture with its alternative text.
struct Drawing {
    std::string name;
    std::string description;
};

/// Where a chart takes something from, and what it keeps of that beside it.
struct ChartSource {
    std::string formula;  ///< as written: "'Table 1'!$B$5:$B$9"; empty: there is none
    std::string count;    ///< of what is kept, as written
    std::vector<std::pair<std::string, std::string>> cached;  ///< number of a cell from 0, as written, and its text
};

struct ChartSeries {
    ChartSource name;
    ChartSource categories;
    ChartSource values;
};

/// A native chart.
struct SheetChart {
    std::vector<ChartSeries> series;
    std::vector<std::string> words;           ///< titles and other text of its own
    std::vector<std::string> limits;          ///< where its axes begin or end, if it says so
    std::vector<std::string> other_formulas;  ///< what else it points to
    bool literal = false;                     ///< it holds figures or names that come from no cell
};

struct Sheet {
    std::string name;
    bool hidden = false;
    bool hidden_rows_or_columns = false;
    bool frozen = false;
    std::map<Position, Cell> cells;   ///< those that hold something
    std::vector<std::string> merged;  ///< ranges as written: "A1:C1"
    std::vector<std::string> links;   ///< places within the workbook: "'Notes'!A1"
    std::vector<MarkedTable> tables;
    std::vector<Drawing> drawings;
    std::vector<SheetChart> charts;
};

/// What the guidance looks at in a workbook.
struct Workbook {
    std::string title;
    std::string author;
    std::string language;
    std::size_t opens_at = 0;  ///< number of the sheet that is in front, from 0
    bool macros = false;
    bool links_outside = false;
    std::vector<Sheet> sheets;
};

/// Throws `Refusal`, starting with `name`, when a part that must be there is missing or isn't XML.
Workbook read_workbook(const Package& package, const std::string& name);

}  // namespace quarterdeck::workbook_check
