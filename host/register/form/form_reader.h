#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "register/form/cells.h"
#include "register/form/form.h"
#include "register/programme_return.h"

namespace quarterdeck::returns {

/// What is wrong in a return's workbook.
struct Fault {
    std::string sheet{};  ///< empty: in the workbook as a whole
    std::string cell{};   ///< "C7"; may be empty
    std::string what;     ///< what is wrong and what is expected: the rest of a sentence, with its full stop

    bool operator==(const Fault&) const = default;
};

/// "march.xlsx, sheet Actions, cell C7: the status is …".
std::string fault_text(const std::string& file, const Fault& fault);

/// What a workbook says of itself on its hidden sheet.
struct FormOrigin {
    Form::Kind kind = Form::Kind::a_return;
    std::string programme;
    Quarter quarter;
    Language language = Language::english;
    std::string definitions_sha256;
};

/// Throws `Refusal`, without the file's name in front, when the workbook isn't a return that Quarterdeck issued, or of
/// a format that this program doesn't know.
FormOrigin form_origin(const Cells& cells);

/// One row as it was filled in.
struct FilledRow {
    std::string id;
    std::size_t row = 0;  ///< in the sheet, counted from 0
    std::vector<FormValue> values;
    bool added = false;
};

struct FilledSheet {
    const FormSheet* form = nullptr;
    std::vector<FilledRow> rows;  ///< in the order of the form, whatever that of the workbook
};

struct FilledForm {
    std::vector<FilledSheet> sheets;  ///< in the order of the form
    std::vector<Fault> faults;        ///< nothing may be used when there are any
};

/// What a workbook's cells say, held against the form that it was issued as: each value of its kind and within its
/// limits, every id where it was and nothing beside the form. `form` must outlive the result.
FilledForm read_form(const Cells& cells, const Form& form);

}  // namespace quarterdeck::returns
