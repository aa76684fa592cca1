#include "register/form/workbook_form.h"

#include <xlsxwriter.h>

#include <cmath>
#include <stdexcept>

#include "render/workbook_file.h"

namespace quarterdeck::returns {

namespace {

using Kind = FormColumn::Kind;
using render::spreadsheet::File;
using render::spreadsheet::Style;

constexpr lxw_color_t input_colour = 0xFFF9E5;
constexpr lxw_color_t line_colour = 0xAEB7BD;
constexpr lxw_color_t heading_colour = 0x003087;
constexpr lxw_color_t locked_colour = 0xF0F4F5;
constexpr double row_height = 48;
constexpr double line_height = 16;
constexpr double guidance_width = 80;
constexpr double overview_height = 220;

std::string_view name(Form::Kind kind) {
    return form_kind_names[static_cast<std::size_t>(kind)];
}

/// A number for the library, which takes nothing else; the form holds it exactly.
double number(const Decimal& decimal) {
    return std::stod(plain_text(decimal));
}

class Writing {
public:
    Writing(File& file, const Form& form) : file_(file), form_(form) {
        heading_ = format(heading_colour, true);
        format_set_bold(heading_);
        format_set_font_color(heading_, LXW_COLOR_WHITE);
        fixed_ = format(locked_colour, true);
        input_ = format(input_colour, false);
        date_ = format(input_colour, false);
        format_set_num_format(date_, "dd/mm/yyyy");
        format_set_align(date_, LXW_ALIGN_LEFT);
        number_ = format(input_colour, false);
        format_set_align(number_, LXW_ALIGN_LEFT);
    }

    void guidance() {
        lxw_worksheet* sheet = file_.add_sheet(form_.guidance_title);
        worksheet_set_column(sheet, 0, 0, guidance_width, nullptr);
        worksheet_write_string(sheet, 0, 0, form_.title.c_str(), file_.style(Style::title));
        lxw_row_t row = 1;
        for (const std::string& line : form_.guidance) {
            const double lines = std::ceil(static_cast<double>(line.size()) / (guidance_width - 6));
            worksheet_set_row(sheet, row, lines * line_height + line_height / 2, nullptr);
            worksheet_write_string(sheet, row++, 0, line.c_str(), file_.style(Style::paragraph));
        }
        worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
        protect(sheet);
    }

    void metadata() {
        lxw_worksheet* sheet = file_.add_sheet(form_metadata_sheet);
        const std::vector<std::pair<std::string, std::string>> pairs{{"format", std::to_string(form_format)},
                                                                     {"programme", form_.programme},
                                                                     {"quarter", form_.quarter.text()},
                                                                     {"language", language_code(form_.language)},
                                                                     {"definitions_sha256", form_.definitions_sha256},
                                                                     {"kind", std::string(name(form_.kind))}};
        lxw_row_t row = 0;
        for (const auto& [key, value] : pairs) {
            worksheet_write_string(sheet, row, 0, key.c_str(), nullptr);
            worksheet_write_string(sheet, row++, 1, value.c_str(), nullptr);
        }
        worksheet_hide(sheet);
        protect(sheet);
    }

    void sheet(const FormSheet& content) {
        lxw_worksheet* sheet = file_.add_sheet(content.title);
        worksheet_write_string(sheet, 0, 0, content.title.c_str(), file_.style(Style::title));
        worksheet_write_string(sheet, 1, 0, content.about.c_str(), file_.style(Style::plain));
        for (std::size_t i = 0; i < content.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet, column, column, content.columns[i].width, nullptr);
            worksheet_write_string(sheet, form_heading_row, column, content.columns[i].heading.c_str(), heading_);
        }
        worksheet_set_row(sheet, form_heading_row, 36, nullptr);
        lxw_row_t row = form_heading_row + 1;
        for (const FormRow& line : content.rows) write_row(sheet, row++, content, line);
        for (std::size_t i = 1; i < content.columns.size(); ++i)
            if (!content.rows.empty()) validate(sheet, content, i, row - 1);
        const bool titled = content.columns[1].kind == Kind::fixed || content.columns[1].id == "issue";
        worksheet_freeze_panes(sheet, form_heading_row + 1, titled ? 2 : 1);
        worksheet_autofilter(sheet, form_heading_row, 0, row - 1, static_cast<lxw_col_t>(content.columns.size() - 1));
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_repeat_rows(sheet, form_heading_row, form_heading_row);
        protect(sheet);
    }

private:
    lxw_format* format(lxw_color_t colour, bool locked) {
        lxw_format* made = workbook_add_format(file_.workbook());
        if (made == nullptr) throw std::runtime_error("The workbook refuses a format.");
        format_set_font_name(made, "Arial");
        format_set_font_size(made, 11);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_bg_color(made, colour);
        format_set_border(made, LXW_BORDER_THIN);
        format_set_border_color(made, line_colour);
        if (!locked) format_set_unlocked(made);
        return made;
    }

    /// What readers of a form may still do: look, sort, filter, widen.
    static void protect(lxw_worksheet* sheet) {
        lxw_protection allowed{};
        allowed.format_cells = LXW_TRUE;
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        allowed.sort = LXW_TRUE;
        allowed.autofilter = LXW_TRUE;
        worksheet_protect(sheet, nullptr, &allowed);
    }

    static bool locked(const FormSheet& sheet, const FormRow& row, std::size_t column) {
        return sheet.columns[column].kind == Kind::fixed && !(row.added && column > 0);
    }

    static std::string words(const FormColumn& column, const std::string& text) {
        for (const auto& [name, choice_words] : column.choices)
            if (name == text) return choice_words;
        return text;
    }

    void write_row(lxw_worksheet* sheet, lxw_row_t at, const FormSheet& content, const FormRow& row) {
        worksheet_set_row(sheet, at, content.id == "overview" ? overview_height : row_height, nullptr);
        for (std::size_t i = 0; i < content.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const Kind kind = content.columns[i].kind;
            lxw_format* look = locked(content, row, i)                        ? fixed_
                               : kind == Kind::date                           ? date_
                               : kind == Kind::whole || kind == Kind::decimal ? number_
                                                                              : input_;
            const FormValue& value = row.values[i];
            if (const auto* text = std::get_if<std::string>(&value))
                file_.expect(worksheet_write_string(sheet, at, column, words(content.columns[i], *text).c_str(), look));
            else if (const auto* day = std::get_if<Date>(&value))
                write_date(sheet, at, column, *day);
            else if (const auto* decimal = std::get_if<Decimal>(&value))
                worksheet_write_number(sheet, at, column, number(*decimal), look);
            else
                worksheet_write_blank(sheet, at, column, look);
        }
    }

    void write_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Date& day) {
        lxw_datetime value = datetime(day);
        worksheet_write_datetime(sheet, row, column, &value, date_);
    }

    static lxw_datetime datetime(const Date& day) {
        return {.year = day.year,
                .month = static_cast<int>(day.month),
                .day = static_cast<int>(day.day),
                .hour = 0,
                .min = 0,
                .sec = 0};
    }

    /// What the cells of a column take, told while one is filled in and when something else is entered.
    void validate(lxw_worksheet* sheet, const FormSheet& content, std::size_t index, lxw_row_t last) const {
        const FormColumn& column = content.columns[index];
        if (column.kind == Kind::fixed) return;
        lxw_data_validation rule{};
        std::vector<std::string> choices;
        std::vector<char*> list;
        std::string hint = shortened(column.hint);
        rule.ignore_blank = LXW_VALIDATION_ON;
        rule.input_message = hint.data();
        rule.error_message = hint.data();
        rule.show_input = LXW_VALIDATION_ON;
        rule.show_error = LXW_VALIDATION_ON;
        switch (column.kind) {
            case Kind::choice:
                for (const auto& choice : column.choices) choices.push_back(choice.second);
                for (std::string& choice : choices) list.push_back(choice.data());
                list.push_back(nullptr);
                rule.validate = LXW_VALIDATION_TYPE_LIST;
                rule.value_list = list.data();
                break;
            case Kind::date:
                rule.validate = LXW_VALIDATION_TYPE_DATE;
                rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
                rule.minimum_datetime = datetime({2000, 1, 1});
                rule.maximum_datetime = datetime({2099, 12, 31});
                break;
            case Kind::whole:
                rule.validate = LXW_VALIDATION_TYPE_INTEGER;
                rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
                rule.minimum_number = column.lowest;
                rule.maximum_number = column.highest;
                break;
            case Kind::decimal:
                rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
                rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
                rule.minimum_number = -1e9;
                rule.maximum_number = 1e9;
                break;
            case Kind::text:
            case Kind::fixed:
                rule.validate = LXW_VALIDATION_TYPE_LENGTH;
                rule.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
                rule.value_number = static_cast<double>(column.longest);
                break;
        }
        const auto at = static_cast<lxw_col_t>(index);
        file_.expect(worksheet_data_validation_range(sheet, form_heading_row + 1, at, last, at, &rule));
    }

    /// Excel shows at most 255 characters.
    static std::string shortened(const std::string& text) {
        if (text.size() <= 255) return text;
        std::size_t end = 252;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return text.substr(0, end) + "…";
    }

    File& file_;
    const Form& form_;
    lxw_format* heading_;
    lxw_format* fixed_;
    lxw_format* input_;
    lxw_format* date_;
    lxw_format* number_;
};

}  // namespace

std::string form_workbook(const Form& form) {
    File file;
    lxw_doc_properties properties{};
    std::string title = form.title;
    properties.title = title.data();
    const Date made = form.quarter.last_day();
    properties.created = std::time_t{made.days()} * 86'400;
    file.expect(workbook_set_properties(file.workbook(), &properties));
    Writing writing(file, form);
    writing.guidance();
    for (const FormSheet& sheet : form.sheets) writing.sheet(sheet);
    writing.metadata();
    return file.close(language_code(form.language));
}

}  // namespace quarterdeck::returns
