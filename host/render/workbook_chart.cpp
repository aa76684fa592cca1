#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "render/chart_words.h"
#include "render/workbook_sheets.h"
#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

constexpr std::array<lxw_color_t, 5> palette{0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D};
constexpr double chart_width = 960;

/// The rows of a table that a chart draws, and where their cells are.
class Source {
public:
    Source(const Job& job, const PlannedSheet& planned)
        : block_(std::get<report::TableBlock>(*planned.block)), place_{planned.table_sheet, header_row(job, block_)} {
        const auto& rows = block_.table.rows();
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (!rows[i].total) rows_.push_back(i);
    }

    const std::vector<std::size_t>& rows() const { return rows_; }
    bool empty() const { return rows_.empty(); }

    /// The column of the table with this id; throws when there is none.
    std::size_t column(const std::string& id) const {
        const auto& columns = block_.table.columns();
        const auto found =
            std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.id == id; });
        if (found == columns.end())
            throw std::runtime_error("The chart of " + block_.programme + "/" + block_.metric + " names the column \"" +
                                     id + "\", which its table doesn't have.");
        return static_cast<std::size_t>(found - columns.begin());
    }

    bool hides(std::size_t column) const {
        return std::any_of(rows_.begin(), rows_.end(), [&](std::size_t row) {
            return std::holds_alternative<Marker>(block_.table.rows()[row].figures[column]);
        });
    }

    bool hides_any(const std::vector<std::string>& series) const {
        return std::any_of(series.begin(), series.end(), [&](const std::string& id) { return hides(column(id)); });
    }

    std::string categories() const { return ranges(block_.table.labels().size() - 1); }
    std::string values(std::size_t column) const { return ranges(block_.table.labels().size() + column); }
    /// The chart's columns in a row, or in the heading row for nothing. They stand side by side.
    std::string across(std::optional<std::size_t> row) const {
        const std::size_t labels = block_.table.labels().size();
        const auto column = [&](const std::string& id) { return static_cast<lxw_col_t>(labels + this->column(id)); };
        const lxw_row_t at = row ? place_.at(*row) : place_.header;
        std::string formula(LXW_MAX_FORMULA_RANGE_LENGTH, '\0');
        lxw_rowcol_to_formula_abs(formula.data(), place_.sheet.c_str(), at, column(block_.chart->series.front()), at,
                                  column(block_.chart->series.back()));
        formula.resize(formula.find('\0'));
        return "=" + formula;
    }
    bool hides_in(std::size_t row) const {
        const auto& figures = block_.table.rows()[row].figures;
        return std::any_of(block_.chart->series.begin(), block_.chart->series.end(),
                           [&](const std::string& id) { return std::holds_alternative<Marker>(figures[column(id)]); });
    }

    std::string heading(std::size_t column) const { return place_.heading(block_.table.labels().size() + column); }

private:
    /// One range, or several in brackets where total rows stand between.
    std::string ranges(std::size_t column) const {
        std::string formula;
        std::size_t parts = 0;
        for (std::size_t i = 0; i < rows_.size(); ++parts) {
            std::size_t last = i;
            while (last + 1 < rows_.size() && rows_[last + 1] == rows_[last] + 1) ++last;
            formula += (parts == 0 ? "" : ",") + place_.range(column, place_.at(rows_[i]), place_.at(rows_[last]));
            i = last + 1;
        }
        return parts == 1 ? "=" + formula : "=(" + formula + ")";
    }

    const report::TableBlock& block_;
    TablePlace place_;
    std::vector<std::size_t> rows_;
};

/// In a line chart Excel draws text such as [c] as zero; a column of no height is a gap.
std::uint8_t chart_type(Chart::Kind kind, bool something_hidden) {
    switch (kind) {
        case Chart::Kind::stacked_bar: return LXW_CHART_BAR_STACKED;
        case Chart::Kind::bar: return LXW_CHART_BAR;
        case Chart::Kind::line: return something_hidden ? LXW_CHART_COLUMN : LXW_CHART_LINE;
    }
    return LXW_CHART_BAR;
}

void paint(lxw_chart_series* series, lxw_color_t colour, bool as_line) {
    if (as_line) {
        lxw_chart_line line{};
        line.color = colour;
        line.width = 2.25F;
        chart_series_set_line(series, &line);
    } else {
        lxw_chart_fill fill{};
        fill.color = colour;
        chart_series_set_fill(series, &fill);
        lxw_chart_line edge{};
        edge.color = LXW_COLOR_WHITE;
        edge.width = 0.75F;
        chart_series_set_line(series, &edge);
    }
}

void add_series(File& file, lxw_chart* chart, const Source& source, std::size_t column, lxw_color_t colour,
                bool as_line) {
    lxw_chart_series* series = file.add_series(chart, source.categories(), source.values(column));
    chart_series_set_name(series, source.heading(column).c_str());
    if (source.hides(column)) series->values->ignore_cache = LXW_TRUE;  // it would hold zeros for what is hidden
    paint(series, colour, as_line);
}

void set_gridlines(lxw_chart_axis* values) {
    lxw_chart_line pale{};
    pale.color = 0xD9D9D9;
    pale.width = 0.75F;
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &pale);
    chart_axis_set_num_format(values, "#,##0");
}

bool all_percent(const report::TableBlock& block, const Source& source) {
    return std::all_of(block.chart->series.begin(), block.chart->series.end(),
                       [&](const std::string& id) { return block.table.columns()[source.column(id)].percent; });
}

/// Categories from top to bottom as in the table; shares of a whole up to 100.
void set_axes(lxw_chart* chart, const report::TableBlock& block, const Source& source) {
    constexpr double whole = 100;
    const bool bars = block.chart->kind != Chart::Kind::line;
    lxw_chart_axis* const categories = bars ? chart->y_axis : chart->x_axis;
    lxw_chart_axis* const values = bars ? chart->x_axis : chart->y_axis;
    set_gridlines(values);
    if (!bars) return;
    chart_axis_set_reverse(categories);
    chart_axis_set_crossing_max(categories);
    if (block.chart->kind == Chart::Kind::stacked_bar && all_percent(block, source)) chart_axis_set_max(values, whole);
}

lxw_chart* draw(const Job& job, const report::TableBlock& block, const Source& source) {
    const std::uint8_t type = chart_type(block.chart->kind, source.hides_any(block.chart->series));
    lxw_chart* chart = job.file.add_chart(type);
    std::size_t colour = 0;
    for (const std::string& id : block.chart->series)
        add_series(job.file, chart, source, source.column(id), palette[colour++ % palette.size()],
                   type == LXW_CHART_LINE);
    chart_title_off(chart);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_set_series_gap(chart, 60);
    set_axes(chart, block, source);
    return chart;
}

double chart_height(std::size_t categories) {
    constexpr double least = 320;
    constexpr double frame = 140;
    constexpr double category = 34;
    constexpr double most = 1400;
    return std::clamp(frame + category * static_cast<double>(categories), least, most);
}

/// A small chart of one row.
lxw_chart* draw_row(const Job& job, const Source& source, std::size_t row, const std::string& name) {
    const bool hides = source.hides_in(row);
    lxw_chart* chart = job.file.add_chart(hides ? LXW_CHART_COLUMN : LXW_CHART_LINE);
    lxw_chart_series* series = job.file.add_series(chart, source.across({}), source.across(row));
    chart_series_set_name(series, name.c_str());
    if (hides) series->values->ignore_cache = LXW_TRUE;
    paint(series, palette[0], !hides);
    chart_set_series_gap(chart, 60);
    chart_title_set_name(chart, name.c_str());
    lxw_chart_font font{};
    font.size = 10;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_axis_set_min(chart->y_axis, 0);
    set_gridlines(chart->y_axis);
    // Eleven headings below each would leave no room for the line; the words above say what stands from left to right.
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    lxw_chart_font small{};
    small.size = 8;
    chart_axis_set_num_font(chart->y_axis, &small);
    return chart;
}

void insert_pictures_of_rows(const Job& job, const report::TableBlock& block, const Source& source, Sheet& sheet,
                             const ChartParts& parts) {
    constexpr int across = 3;
    constexpr int width = 300;  // all of them stand in the first column, whose width programs differ about
    constexpr int height = 210;
    for (std::size_t i = 0; i < source.rows().size(); ++i) {
        const auto place = static_cast<int>(i);
        const std::string& name = parts.series[i].name;
        sheet.insert_chart(draw_row(job, source, source.rows()[i], name), width, height,
                           block.chart->title.in(job.words.language()) + ": " + name, place % across * width,
                           place / across * height);
    }
}

}  // namespace

std::string TablePlace::range(std::size_t column, lxw_row_t first, lxw_row_t last) const {
    std::string formula(LXW_MAX_FORMULA_RANGE_LENGTH, '\0');
    lxw_rowcol_to_formula_abs(formula.data(), sheet.c_str(), first, static_cast<lxw_col_t>(column), last,
                              static_cast<lxw_col_t>(column));
    formula.resize(formula.find('\0'));
    return formula;
}

std::string TablePlace::rows(std::size_t column, std::size_t first, std::size_t last) const {
    return "=" + range(column, at(first), at(last));
}

std::string TablePlace::two_cells(std::size_t column, std::size_t one, std::size_t other) const {
    return "=(" + range(column, at(one), at(one)) + "," + range(column, at(other), at(other)) + ")";
}

Sheet begin_chart_sheet(const Job& job, const PlannedSheet& planned, const std::string& description) {
    constexpr double width_of_text = 130;
    Sheet sheet = begin_sheet(job, planned.name, planned.title, width_of_text);
    sheet.line(filled(job.words("chart.about"), {{"sheet", planned.table_sheet}}));
    sheet.line(description, Style::paragraph);
    sheet.link_line(planned.table_sheet, job.words("chart.table"));
    return sheet;
}

void write_chart(const Job& job, const PlannedSheet& planned) {
    const auto& block = std::get<report::TableBlock>(*planned.block);
    const Language language = job.words.language();
    const Source source(job, planned);
    const ChartParts parts = chart_parts(block, language);
    std::string description = chart_in_words(block, parts, job.words.locale(), language);
    if (source.hides_any(block.chart->series)) description += " " + job.words("chart.hidden");
    Sheet sheet = begin_chart_sheet(job, planned, description);
    if (has_picture_a_row(*block.chart))
        insert_pictures_of_rows(job, block, source, sheet, parts);
    else if (!source.empty() && !block.chart->series.empty())
        sheet.insert_chart(draw(job, block, source), chart_width, chart_height(source.rows().size()), description);
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
