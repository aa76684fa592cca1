#include "render/workbook_sheet.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "render/workbook_text.h"

namespace quarterdeck::render::spreadsheet {
namespace {

constexpr std::size_t header_limit = 255;
constexpr std::size_t foot_limit = 110;
constexpr std::size_t description_limit = 1'000;
constexpr std::uint8_t a4 = 9;

/// As `wider`, for running text, whose letters are narrower than digits.
constexpr double wider_on_average = 1.1;

lxw_col_t column_number(std::size_t column) {
    return static_cast<lxw_col_t>(std::min<std::size_t>(column, LXW_COL_MAX));
}

/// Excel calls a table broken when two of its headings are alike, ignoring case.
std::vector<std::string> distinct_headers(const std::vector<TableColumn>& columns) {
    constexpr std::size_t room_for_number = 8;
    std::vector<std::string> headers;
    std::set<std::string> taken;
    for (const TableColumn& column : columns) {
        std::string header = shortened(one_line(column.header), header_limit - room_for_number);
        if (header.empty()) header = "–";
        std::string distinct = header;
        for (int copy = 2; !taken.insert(case_folded(distinct)).second; ++copy)
            distinct = header + " (" + std::to_string(copy) + ")";
        headers.push_back(distinct);
    }
    return headers;
}

std::string address(const std::string& sheet) {
    return "internal:'" + sheet + "'!A1";
}

/// & begins a code in headers and footers. Doubled it stands for itself, but the library still takes "&&G" and
/// "&&[Picture]" for pictures.
std::string foot_text(const std::string& text) {
    const std::string plain = shortened(one_line(text), foot_limit);
    std::string escaped;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        escaped += plain[i];
        if (plain[i] != '&') continue;
        escaped += '&';
        if (i + 1 < plain.size() && (plain[i + 1] == 'G' || plain[i + 1] == '[')) escaped += ' ';
    }
    return escaped;
}

}  // namespace

Sheet::Sheet(File& file, const std::string& name) : file_(file), name_(name), sheet_(file.add_sheet(name)) {
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
}

void Sheet::make_room(std::size_t column, const std::string& text, Style style) {
    constexpr double line_points = 15.5;
    constexpr double heading_points = 30;
    constexpr double title_points = 24;
    constexpr double marking_points = 20;
    double needed = 0;
    switch (style) {
        case Style::title: needed = title_points; break;
        case Style::heading: needed = heading_points; break;
        case Style::marking: needed = marking_points; break;
        case Style::paragraph:
        case Style::header:
        case Style::figure_header:
        case Style::label:
        case Style::total_label:
            if (column < widths_.size())
                needed = line_points * static_cast<double>(wrapped_lines(
                                           text, static_cast<std::size_t>(widths_[column] / wider_on_average)));
            break;
        case Style::plain:
        case Style::marker:
        case Style::total_marker:
        case Style::link: break;
    }
    height_ = std::max(height_, needed);
}

void Sheet::end_row() {
    constexpr double one_line_points = 16;
    constexpr double most_points = 409;
    if (height_ > one_line_points)
        file_.expect(worksheet_set_row(sheet_, row_, std::min(height_, most_points), nullptr));
    height_ = 0;
    ++row_;
}

void Sheet::line(std::string_view text, Style style) {
    this->text(0, text, style);
    end_row();
}

void Sheet::link_line(const std::string& sheet, std::string_view text) {
    link(0, sheet, text);
    end_row();
}

void Sheet::begin_table(const std::string& name, const std::vector<TableColumn>& columns, std::size_t rows) {
    std::vector<std::string> headers = distinct_headers(columns);
    std::vector<lxw_table_column> details(columns.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        details[i].header = headers[i].data();
        details[i].header_format = file_.style(columns[i].figures ? Style::figure_header : Style::header);
        pointers.push_back(&details[i]);
        width(i, columns[i].width);
        make_room(i, headers[i], columns[i].figures ? Style::figure_header : Style::header);
    }
    pointers.push_back(nullptr);
    std::string identifier = name;
    lxw_table_options options{};
    options.name = identifier.data();
    options.no_autofilter = LXW_TRUE;
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    const auto last_row = row_ + static_cast<lxw_row_t>(rows);
    const lxw_col_t last_column = column_number(columns.size() - 1);
    file_.expect(worksheet_add_table(sheet_, row_, 0, last_row, last_column, &options));

    std::string range(LXW_MAX_CELL_RANGE_LENGTH, '\0');
    lxw_rowcol_to_range(range.data(), row_, 0, last_row, last_column);
    file_.expect(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str()));
    worksheet_freeze_panes(sheet_, row_ + 1, 0);
    file_.expect(worksheet_repeat_rows(sheet_, row_, row_));
    end_row();
}

void Sheet::text(std::size_t column, std::string_view text, Style style) {
    const std::string words = cell_text(text);
    make_room(column, words, style);
    file_.expect(worksheet_write_string(sheet_, row_, column_number(column), words.c_str(), file_.style(style)));
}

void Sheet::link(std::size_t column, const std::string& sheet, std::string_view text) {
    file_.expect(worksheet_write_url_opt(sheet_, row_, column_number(column), address(sheet).c_str(),
                                         file_.style(Style::link), cell_text(text).c_str(), nullptr));
}

void Sheet::figure(std::size_t column, const Figure& figure, bool total) {
    if (const auto* marker = std::get_if<Marker>(&figure)) {
        text(column, marker_text(*marker), total ? Style::total_marker : Style::marker);
        return;
    }
    const Decimal decimal = std::get<Decimal>(figure);
    const double number = static_cast<double>(decimal.units) / std::pow(10.0, decimal.places);
    if (!std::isfinite(number)) {
        text(column, plain_text(decimal), total ? Style::total_marker : Style::marker);
        return;
    }
    file_.expect(
        worksheet_write_number(sheet_, row_, column_number(column), number, file_.figure(decimal.places, total)));
}

void Sheet::count(std::size_t column, std::uint64_t number) {
    figure(column, Decimal{static_cast<std::int64_t>(number), 0}, false);
}

void Sheet::date(std::size_t column, Date day, std::string_view otherwise, Language language) {
    if (serial(day) < 1) return text(column, otherwise);
    file_.expect(worksheet_write_number(sheet_, row_, column_number(column), serial(day), file_.date(language)));
}

void Sheet::width(std::size_t column, double characters) {
    constexpr double widest = 255;
    const double set = std::min(characters, widest);
    file_.expect(worksheet_set_column(sheet_, column_number(column), column_number(column), set, nullptr));
    widths_.resize(std::max(widths_.size(), column + 1), set);
    widths_[column] = set;
}

void Sheet::print_setup(const std::string& foot, Page page) {
    if (page == Page::across) worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    file_.expect(worksheet_set_footer(sheet_, ("&L" + foot_text(foot) + "&R&P / &N").c_str()));
}

void Sheet::insert_chart(lxw_chart* chart, double width, double height, const std::string& description) {
    insert_chart(chart, width, height, description, 0, 0);
}

void Sheet::insert_chart(lxw_chart* chart, double width, double height, const std::string& description, int right,
                         int down) {
    constexpr double default_width = 480;
    constexpr double default_height = 288;
    std::string words = shortened(one_line(description), description_limit);
    lxw_chart_options options{};
    options.x_scale = width / default_width;
    options.y_scale = height / default_height;
    options.x_offset = right;
    options.y_offset = down;
    options.description = words.data();
    file_.expect(worksheet_insert_chart_opt(sheet_, row_, 0, chart, &options));
}

}  // namespace quarterdeck::render::spreadsheet
