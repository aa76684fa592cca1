#include <algorithm>
#include <array>

#include "render/board/tables.h"
#include "render/board/timeline_marks.h"
#include "render/workbook_sheets.h"
#include "render/workbook_text.h"
#include "render/workbook_timeline.h"

namespace quarterdeck::render::spreadsheet {
namespace {

constexpr double chart_width = 960;
constexpr lxw_color_t ink = 0x212B32;

/// A rating as on the page, and told from its neighbours without its colour too.
struct Look {
    lxw_color_t colour;
    lxw_color_t ground;
    std::uint8_t pattern;
};

/// In the order of the table's columns: red, amber, green, blue, not returned.
constexpr std::array<Look, 5> looks{{{0xD5281B, 0xA81E14, LXW_CHART_PATTERN_LARGE_CHECK},
                                     {0xE68A00, 0xFFC766, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL},
                                     {0x007F3B, 0x007F3B, LXW_CHART_PATTERN_NONE},
                                     {0x005EB8, 0x7FB2E5, LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL},
                                     {0xD8DDE0, 0xD8DDE0, LXW_CHART_PATTERN_NONE}}};

double height_for(std::size_t lines, double each) {
    constexpr double frame = 140;
    constexpr double least = 320;
    constexpr double most = 1400;
    return std::clamp(frame + each * static_cast<double>(lines), least, most);
}

/// How many of the table's columns are drawn: neither its first, of names, nor its last, of all actions.
std::size_t drawn(const WordsTable& table) {
    return table.columns.size() - 2;
}

void colour(lxw_chart_series* series, const Look& look) {
    lxw_chart_fill fill{};
    fill.color = look.colour;
    lxw_chart_pattern pattern{};
    pattern.fg_color = look.colour;
    pattern.bg_color = look.ground;
    pattern.type = look.pattern;
    if (look.pattern == LXW_CHART_PATTERN_NONE)
        chart_series_set_fill(series, &fill);
    else
        chart_series_set_pattern(series, &pattern);
    lxw_chart_line edge{};
    edge.color = ink;
    edge.width = 0.75F;
    chart_series_set_line(series, &edge);
}

/// Its figure in the middle of each part that isn't zero.
void label(lxw_chart_series* series) {
    lxw_chart_font font{};
    font.color = ink;
    font.bold = LXW_TRUE;
    lxw_chart_fill ground{};
    ground.color = LXW_COLOR_WHITE;
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "#,##0;;");
    chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_CENTER);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_fill(series, &ground);
}

lxw_chart* draw_tallies(const Job& job, const WordsTable& table, const TablePlace& place) {
    const std::size_t last = table.rows.size() - 1;
    lxw_chart* chart = job.file.add_chart(LXW_CHART_BAR_STACKED);
    for (std::size_t i = 0; i < drawn(table); ++i) {
        const std::size_t column = i + 1;
        lxw_chart_series* series = job.file.add_series(chart, place.rows(0, 0, last), place.rows(column, 0, last));
        chart_series_set_name(series, place.heading(column).c_str());
        colour(series, looks[i % looks.size()]);
        label(series);
    }
    lxw_chart_line pale{};
    pale.color = 0xD9D9D9;
    pale.width = 0.75F;
    chart_title_off(chart);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_set_series_gap(chart, 60);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->x_axis, &pale);
    chart_axis_set_num_format(chart->x_axis, "#,##0");
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_crossing_max(chart->y_axis);
    return chart;
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : "; ") + name;
    return list;
}

/// What the bars show, and where each rating is most frequent.
std::string tallies_in_words(const WordsTable& table, const BoardWords& words) {
    std::vector<std::string> programmes;
    std::vector<std::string> ratings;
    for (const auto& row : table.rows) programmes.push_back(row.front().text);
    for (std::size_t i = 1; i <= drawn(table); ++i) ratings.push_back(table.columns[i].title);
    std::string told =
        filled(words.other("chart.stacked_bar"), {{"categories", listed(programmes)}, {"series", listed(ratings)}});
    for (std::size_t i = 1; i <= drawn(table); ++i) {
        const auto most = std::max_element(table.rows.begin(), table.rows.end(), [&](const auto& one, const auto& two) {
            return one[i].number < two[i].number;
        });
        if (most == table.rows.end() || (*most)[i].number == 0U) continue;
        told += " " + filled(words.other("chart.largest"), {{"series", table.columns[i].title},
                                                            {"category", most->front().text},
                                                            {"figure", (*most)[i].text}});
    }
    return told;
}

/// What the line of time shows, and how many marks of each kind there are.
std::string timeline_in_words(const report::Milestones& milestones, const WordsTable& table, const BoardWords& words) {
    std::string told = words("timeline.title", {{"date", words.day(milestones.as_at)}});
    for (auto row = table.rows.begin(); row != table.rows.end();) {
        const auto end = std::find_if(row, table.rows.end(),
                                      [&](const auto& other) { return other.front().text != row->front().text; });
        if (end != table.rows.end()) told += " " + row->front().text + ": " + std::to_string(end - row) + ".";
        row = end;
    }
    return told;
}

}  // namespace

void write_board_chart(const Job& job, const PlannedSheet& planned) {
    const auto& block = std::get<report::BoardBlock>(*planned.block);
    const BoardWords words(job.words.locale(), job.words.language(), block.translations.get());
    const WordsTable table = tables_of(block, words).at(planned.part);
    const TablePlace place{planned.table_sheet, header_row(job, table)};
    if (const auto* form = std::get_if<report::Form>(&block.content)) {
        const std::string told = timeline_in_words(form->milestones, table, words);
        Sheet sheet = begin_chart_sheet(job, planned, told);
        sheet.insert_chart(draw_timeline(job, form->milestones, table, place), chart_width,
                           height_for(timeline_lines(form->milestones).size(), 26), told);
        sheet.print_setup(foot(job));
        return;
    }
    const std::string told = tallies_in_words(table, words);
    Sheet sheet = begin_chart_sheet(job, planned, told);
    sheet.insert_chart(draw_tallies(job, table, place), chart_width, height_for(table.rows.size(), 34), told);
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
