#include "render/workbook_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "render/workbook_package.h"

namespace quarterdeck::render::spreadsheet {
namespace {

constexpr const char* font = "Arial";
constexpr double text_points = 12;
constexpr double heading_points = 14;
constexpr double title_points = 16;
constexpr lxw_color_t marking_colour = 0x801650;
constexpr lxw_color_t link_colour = 0x12436D;

std::string memory_path(int descriptor) {
    return "/proc/self/fd/" + std::to_string(descriptor);
}

}  // namespace

File::File() : memory_(::memfd_create("workbook", MFD_CLOEXEC)), workbook_(nullptr) {
    if (memory_ >= 0) workbook_ = workbook_new(memory_path(memory_).c_str());
    if (workbook_ == nullptr) {
        if (memory_ >= 0) ::close(memory_);
        throw std::runtime_error("The workbook can't be begun: there is no memory for it.");
    }
}

File::~File() {
    lxw_workbook_free(workbook_);
    ::close(memory_);
}

void File::expect(lxw_error error) const {
    if (error != LXW_NO_ERROR)
        throw std::runtime_error(std::string("The workbook can't be made: ") + lxw_strerror(error) + ".");
}

lxw_worksheet* File::add_sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet == nullptr) throw std::runtime_error("The workbook refuses the sheet " + name);
    return sheet;
}

lxw_chart* File::add_chart(std::uint8_t type) {
    lxw_chart* chart = workbook_add_chart(workbook_, type);
    if (chart == nullptr) throw std::runtime_error("The workbook refuses a chart.");
    return chart;
}

lxw_chart_series* File::add_series(lxw_chart* chart, const std::string& categories, const std::string& values) {
    lxw_chart_series* series = chart_add_series(chart, categories.c_str(), values.c_str());
    if (series == nullptr) throw std::runtime_error("A chart of the workbook refuses a series.");
    return series;
}

lxw_format* File::add_format() {
    lxw_format* format = workbook_add_format(workbook_);
    if (format == nullptr) throw std::runtime_error("The workbook refuses a format.");
    format_set_font_name(format, font);
    format_set_font_size(format, text_points);
    return format;
}

lxw_format* File::style(Style style) {
    if (const auto known = styles_.find(style); known != styles_.end()) return known->second;
    lxw_format* format = add_format();
    styles_.emplace(style, format);
    const bool bold = style == Style::title || style == Style::heading || style == Style::marking ||
                      style == Style::header || style == Style::figure_header || style == Style::total_label ||
                      style == Style::total_marker;
    if (bold) format_set_bold(format);
    switch (style) {
        case Style::plain: break;
        case Style::title: format_set_font_size(format, title_points); break;
        case Style::heading:
            format_set_font_size(format, heading_points);
            format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
            break;
        case Style::marking:
            format_set_font_size(format, heading_points);
            format_set_font_color(format, marking_colour);
            break;
        case Style::header:
        case Style::figure_header:
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
            if (style == Style::figure_header) format_set_align(format, LXW_ALIGN_RIGHT);
            break;
        case Style::paragraph:
        case Style::label:
        case Style::total_label:
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
        case Style::marker:
        case Style::total_marker:
            format_set_align(format, LXW_ALIGN_RIGHT);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
        case Style::link:
            format_set_font_color(format, link_colour);
            format_set_underline(format, LXW_UNDERLINE_SINGLE);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
    }
    return format;
}

lxw_format* File::figure(int places, bool total) {
    const auto key = std::pair(places, total);
    if (const auto known = figures_.find(key); known != figures_.end()) return known->second;
    lxw_format* format = add_format();
    figures_.emplace(key, format);
    std::string shown = "#,##0";
    if (places > 0) shown += "." + std::string(static_cast<std::size_t>(places), '0');
    format_set_num_format(format, shown.c_str());
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (total) format_set_bold(format);
    return format;
}

lxw_format* File::date(Language language) {
    if (const auto known = dates_.find(language); known != dates_.end()) return known->second;
    lxw_format* format = add_format();
    dates_.emplace(language, format);
    format_set_num_format(format, language == Language::welsh ? "[$-452]d mmmm yyyy" : "[$-809]d mmmm yyyy");
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

const char* File::month_format(Language language) {
    return language == Language::welsh ? "[$-452]mmm yyyy" : "[$-809]mmm yyyy";
}

std::string File::close(const std::string& language) {
    expect(workbook_close(std::exchange(workbook_, nullptr)));
    std::ifstream written(memory_path(memory_), std::ios::binary);
    try {
        return package(written, language);
    } catch (const std::runtime_error& broken) {
        throw std::runtime_error(std::string("The workbook can't be made: ") + broken.what() + ".");
    }
}

}  // namespace quarterdeck::render::spreadsheet
