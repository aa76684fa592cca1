#include "render/workbook_timeline.h"

#include <algorithm>
#include <vector>

#include "register/quarter.h"
#include "render/board/timeline_marks.h"
#include "render/html_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

using Kind = TimelineMark::Kind;

constexpr std::size_t reference_column = 1;
constexpr std::size_t date_column = 3;
constexpr std::size_t line_column = 4;
constexpr lxw_color_t ink = 0x212B32;
constexpr lxw_color_t grey = 0x4C6272;
constexpr lxw_color_t pale = 0xD8DDE0;

/// The colours of the page; filled, since not every program draws the edge of a mark.
struct Look {
    std::uint8_t shape;
    std::uint8_t size;
    lxw_color_t fill;
    lxw_color_t edge;
};

Look look_of(Kind kind) {
    switch (kind) {
        case Kind::baseline: return {LXW_CHART_MARKER_DIAMOND, 10, 0x768692, ink};
        case Kind::overdue: return {LXW_CHART_MARKER_DIAMOND, 10, 0xD5281B, 0xD5281B};
        case Kind::forecast: return {LXW_CHART_MARKER_TRIANGLE, 9, 0x005EB8, 0x005EB8};
        case Kind::met: return {LXW_CHART_MARKER_CIRCLE, 9, 0x005EB8, 0x005EB8};
        case Kind::reporting_date: break;
    }
    return {LXW_CHART_MARKER_SQUARE, 4, ink, ink};  // not a dash: the library writes its name as Excel doesn't know it
}

/// Text that the library doesn't take for a formula.
std::string literal(const std::string& text) {
    return text.starts_with('=') ? " " + text : text;
}

class Drawing {
public:
    Drawing(const Job& job, const report::Milestones& milestones, const WordsTable& table, const TablePlace& place)
        : job_(job),
          table_(table),
          place_(place),
          marks_(marks_by_kind(milestones)),
          lines_(timeline_lines(milestones).size()),
          chart_(job.file.add_chart(LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS)) {}

    lxw_chart* draw() {
        add_moves();
        add_marks();
        chart_title_off(chart_);
        set_time_axis();
        set_lines_axis();
        set_legend();
        return chart_;
    }

private:
    /// From the baseline date to where a milestone stands now, drawn under the marks.
    void add_moves() {
        for (std::size_t to = 0; to < marks_.size(); ++to) {
            if (marks_[to].kind != Kind::forecast && marks_[to].kind != Kind::met) continue;
            const auto from = std::find_if(marks_.begin(), marks_.end(), [&](const TimelineMark& mark) {
                return mark.line == marks_[to].line && mark.kind <= Kind::overdue && mark.day != marks_[to].day;
            });
            if (from == marks_.end()) continue;
            const auto row = static_cast<std::size_t>(from - marks_.begin());
            lxw_chart_series* series = job_.file.add_series(chart_, place_.two_cells(date_column, row, to),
                                                            place_.two_cells(line_column, row, to));
            chart_series_set_name(series, literal(printable(marks_[to].milestone->id)).c_str());
            chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
            lxw_chart_line line{};
            line.color = grey;
            line.width = 2.25F;
            chart_series_set_line(series, &line);
            ++moves_;
        }
    }

    void add_marks() {
        for (std::size_t first = 0; first < marks_.size();) {
            std::size_t end = first;
            while (end < marks_.size() && marks_[end].kind == marks_[first].kind) ++end;
            lxw_chart_series* series = job_.file.add_series(chart_, place_.rows(date_column, first, end - 1),
                                                            place_.rows(line_column, first, end - 1));
            chart_series_set_name(series, place_.cell(0, first).c_str());
            mark(series, look_of(marks_[first].kind));
            label(series, first, end);
            if (marks_[first].kind == Kind::reporting_date) rule(series);
            ++kinds_;
            first = end;
        }
    }

    static void mark(lxw_chart_series* series, const Look& look) {
        lxw_chart_line none{};
        none.none = LXW_TRUE;
        chart_series_set_line(series, &none);
        lxw_chart_fill fill{};
        fill.color = look.fill;
        lxw_chart_line edge{};
        edge.color = look.edge;
        edge.width = 1.5F;
        chart_series_set_marker_type(series, look.shape);
        chart_series_set_marker_size(series, look.size);
        chart_series_set_marker_fill(series, &fill);
        chart_series_set_marker_line(series, &edge);
    }

    /// Each line is named once, left of its earliest mark; the reporting date says what it is.
    void label(lxw_chart_series* series, std::size_t first, std::size_t end) {
        const bool reporting = marks_[first].kind == Kind::reporting_date;
        lxw_chart_font font{};
        font.color = ink;
        font.size = 10;
        lxw_chart_fill ground{};
        ground.color = LXW_COLOR_WHITE;
        std::vector<std::string> names;
        for (std::size_t i = first; i < end; ++i)
            names.push_back(literal(table_.rows[i][reporting ? 0 : reference_column].text));
        std::vector<lxw_chart_data_label> labels(names.size());
        std::vector<lxw_chart_data_label*> pointers;
        for (std::size_t i = 0; i < names.size(); ++i) {
            labels[i].fill = &ground;
            if (is_earliest(first + i))
                labels[i].value = names[i].data();
            else
                labels[i].hide = LXW_TRUE;
            pointers.push_back(&labels[i]);
        }
        pointers.push_back(nullptr);
        chart_series_set_labels(series);
        chart_series_set_labels_position(series,
                                         reporting ? LXW_CHART_LABEL_POSITION_RIGHT : LXW_CHART_LABEL_POSITION_LEFT);
        chart_series_set_labels_font(series, &font);
        job_.file.expect(chart_series_set_labels_custom(series, pointers.data()));
    }

    bool is_earliest(std::size_t at) const {
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (marks_[i].line == marks_[at].line &&
                (marks_[i].day < marks_[at].day || (marks_[i].day == marks_[at].day && i < at)))
                return false;
        return true;
    }

    /// From its point above the lines down through all of them.
    void rule(lxw_chart_series* series) const {
        lxw_chart_line line{};
        line.color = ink;
        line.width = 1.5F;
        line.dash_type = LXW_CHART_LINE_DASH_DASH;
        chart_series_set_error_bars(series->y_error_bars, LXW_CHART_ERROR_BAR_TYPE_FIXED, bottom());
        chart_series_set_error_bars_direction(series->y_error_bars, LXW_CHART_ERROR_BAR_DIR_PLUS);
        chart_series_set_error_bars_endcap(series->y_error_bars, LXW_CHART_ERROR_BAR_NO_CAP);
        chart_series_set_error_bars_line(series->y_error_bars, &line);
    }

    double bottom() const { return static_cast<double>(lines_) + 1; }

    /// From a quarter before the first mark, so that names have room, to the end of the last one's quarter. Its steps
    /// are equal while quarters aren't: two days later every step is still in the month that it names.
    void set_time_axis() {
        constexpr double quarter = 91.3125;
        constexpr int later = 2;
        constexpr double most_steps = 12;
        const auto [first, last] =
            std::minmax_element(marks_.begin(), marks_.end(),
                                [](const TimelineMark& one, const TimelineMark& other) { return one.day < other.day; });
        const int begin = serial(returns::Quarter::of(first->day).previous().previous().last_day()) + later + 1;
        const int end = serial(returns::Quarter::of(last->day).last_day()) + later + 1;
        double step = quarter;
        while ((end - begin) / step > most_steps) step *= 2;
        lxw_chart_line gridline{};
        gridline.color = pale;
        gridline.width = 0.75F;
        chart_axis_set_min(chart_->x_axis, begin);
        chart_axis_set_max(chart_->x_axis, end);
        chart_axis_set_major_unit(chart_->x_axis, step);
        chart_axis_set_num_format(chart_->x_axis, File::month_format(job_.words.language()));
        chart_axis_major_gridlines_set_visible(chart_->x_axis, LXW_TRUE);
        chart_axis_major_gridlines_set_line(chart_->x_axis, &gridline);
    }

    /// The first line at the top, with room above it for the reporting date's name.
    void set_lines_axis() {
        lxw_chart_axis* const axis = chart_->y_axis;
        lxw_chart_line gridline{};
        gridline.color = pale;
        gridline.width = 0.5F;
        chart_axis_set_min(axis, -1);
        chart_axis_set_max(axis, bottom());
        chart_axis_set_major_unit(axis, 1);
        chart_axis_set_reverse(axis);
        chart_axis_set_crossing_max(axis);
        chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
        chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
        chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
        chart_axis_major_gridlines_set_line(axis, &gridline);
    }

    /// The kinds of marks alone: what the others are stands beside them.
    void set_legend() {
        std::vector<std::int16_t> deleted;
        for (std::int16_t i = 0; i < moves_; ++i) deleted.push_back(i);
        deleted.push_back(static_cast<std::int16_t>(moves_ + kinds_ - 1));
        deleted.push_back(-1);
        chart_legend_set_position(chart_, LXW_CHART_LEGEND_BOTTOM);
        job_.file.expect(chart_legend_delete_series(chart_, deleted.data()));
    }

    const Job& job_;
    const WordsTable& table_;
    const TablePlace& place_;
    std::vector<TimelineMark> marks_;
    std::size_t lines_;
    lxw_chart* chart_;
    std::int16_t moves_ = 0;
    std::int16_t kinds_ = 0;
};

}  // namespace

lxw_chart* draw_timeline(const Job& job, const report::Milestones& milestones, const WordsTable& table,
                         const TablePlace& place) {
    return Drawing(job, milestones, table, place).draw();
}

}  // namespace quarterdeck::render::spreadsheet
