#include "register/form/form_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "refusal.h"
#include "register/form/cell_value.h"
#include "report/nearest.h"
#include "validate/message.h"

namespace quarterdeck::returns {

namespace {

using Kind = FormColumn::Kind;

std::string text_at(const CellSheet& sheet, std::size_t row, std::size_t column) {
    const auto found = sheet.cells.find({row, column});
    return found == sheet.cells.end() ? "" : found->second.text;
}

/// Reads one sheet of a workbook.
class SheetReading {
public:
    SheetReading(const CellSheet& cells, const FormSheet& form, bool from_1904, std::vector<Fault>& faults)
        : cells_(cells), form_(form), from_1904_(from_1904), faults_(faults) {}

    FilledSheet read() {
        check_headings();
        std::map<std::string, FilledRow> found;
        for (const std::size_t row : rows()) read_row(row, found);
        FilledSheet filled{.form = &form_, .rows = {}};
        std::vector<std::string> missing;
        for (const FormRow& wanted : form_.rows)
            if (const auto there = found.find(wanted.id); there != found.end())
                filled.rows.push_back(std::move(there->second));
            else
                missing.push_back(wanted.id);
        if (!missing.empty())
            fault("", fmt::format("the row{} of {} {} missing. Put {} back, or issue the return again.",
                                  missing.size() == 1 ? "" : "s", fmt::join(missing, ", "),
                                  missing.size() == 1 ? "is" : "are", missing.size() == 1 ? "it" : "them"));
        return filled;
    }

private:
    void fault(std::string cell, std::string what) {
        faults_.push_back({form_.title, std::move(cell), std::move(what)});
    }

    void check_headings() {
        for (std::size_t i = 0; i < form_.columns.size(); ++i)
            if (const std::string found = text_at(cells_, form_heading_row, i); found != form_.columns[i].heading)
                fault(cell_name(form_heading_row, i),
                      fmt::format("the heading is \"{}\"; expected \"{}\", as it was issued.", validate::shown(found),
                                  form_.columns[i].heading));
    }

    /// Numbers of the rows that hold something.
    std::vector<std::size_t> rows() const {
        std::vector<std::size_t> rows;
        for (const auto& [place, cell] : cells_.cells)
            if (place.first > form_heading_row && (rows.empty() || rows.back() != place.first))
                rows.push_back(place.first);
        return rows;
    }

    void read_row(std::size_t row, std::map<std::string, FilledRow>& found) {
        check_beside(row);
        const std::string id = text_at(cells_, row, 0);
        if (id.empty())
            return fault(cell_name(row, 0), "the row has no id. Fill in rows that were issued, and add none.");
        const FormRow* wanted = form_.row(id);
        if (wanted == nullptr) {
            std::vector<std::string> ids;
            for (const FormRow& known : form_.rows) ids.push_back(known.id);
            return fault(cell_name(row, 0),
                         fmt::format("the id \"{}\" isn't one that was issued{} Ids stay as they are.",
                                     validate::shown(id), report::nearest_hint(id, ids)));
        }
        if (const auto there = found.find(id); there != found.end())
            return fault(cell_name(row, 0),
                         fmt::format("{} stands in row {} already; expected each id once.", id, there->second.row + 1));
        FilledRow filled{.id = id, .row = row, .values = {}, .added = wanted->added};
        for (std::size_t i = 0; i < form_.columns.size(); ++i) filled.values.push_back(value(row, i, *wanted));
        found.emplace(id, std::move(filled));
    }

    void check_beside(std::size_t row) {
        const auto beside = cells_.cells.lower_bound({row, form_.columns.size()});
        if (beside != cells_.cells.end() && beside->first.first == row)
            fault(cell_name(row, beside->first.second),
                  "this cell is outside the form and would be lost. Move its text into a column of the form.");
    }

    FormValue value(std::size_t row, std::size_t index, const FormRow& wanted) {
        const FormColumn& column = form_.columns[index];
        const auto found = cells_.cells.find({row, index});
        const bool fixed = column.kind == Kind::fixed && !(wanted.added && index > 0);
        if (fixed) {
            if (column.definition && text_at(cells_, row, index) != std::get<std::string>(wanted.values[index]))
                fault(cell_name(row, index), "what is locked was changed. Put it back as it was issued.");
            return wanted.values[index];
        }
        if (found == cells_.cells.end()) return {};
        CellValue read = value_of(found->second, column, from_1904_);
        if (!read.fault.empty()) fault(cell_name(row, index), std::move(read.fault));
        return std::move(read.value);
    }

    const CellSheet& cells_;
    const FormSheet& form_;
    bool from_1904_;
    std::vector<Fault>& faults_;
};

}  // namespace

std::string fault_text(const std::string& file, const Fault& fault) {
    std::string place = file;
    if (!fault.sheet.empty()) place += ", sheet " + fault.sheet;
    if (!fault.cell.empty()) place += ", cell " + fault.cell;
    return place + ": " + fault.what;
}

FormOrigin form_origin(const Cells& cells) {
    const CellSheet* sheet = cells.sheet(form_metadata_sheet);
    std::map<std::string, std::string> said;
    if (sheet != nullptr)
        for (std::size_t row = 0; row < 10; ++row) said[text_at(*sheet, row, 0)] = text_at(*sheet, row, 1);
    const std::optional<Quarter> quarter = Quarter::parse(said["quarter"]);
    if (!quarter || said["programme"].empty() || said["format"].empty())
        throw Refusal(
            "the workbook isn't a return that Quarterdeck issued. `quarterdeck returns issue` writes one to fill in.");
    if (said["format"] != std::to_string(form_format))
        throw Refusal(
            fmt::format("the return has format {}, and this program reads format {}. Use the Quarterdeck that "
                        "issued it, or issue the return again.",
                        validate::shown(said["format"]), form_format));
    return {.kind = said["kind"] == form_kind_names[1] ? Form::Kind::translation : Form::Kind::a_return,
            .programme = said["programme"],
            .quarter = *quarter,
            .language = said["language"] == "cy" ? Language::welsh : Language::english,
            .definitions_sha256 = said["definitions_sha256"]};
}

FilledForm read_form(const Cells& cells, const Form& form) {
    FilledForm filled;
    for (const FormSheet& sheet : form.sheets) {
        if (const CellSheet* found = cells.sheet(sheet.title))
            filled.sheets.push_back(SheetReading(*found, sheet, cells.days_from_1904, filled.faults).read());
        else
            filled.faults.push_back({sheet.title, "", "the sheet is missing. Put it back, or issue the return again."});
    }
    return filled;
}

}  // namespace quarterdeck::returns
