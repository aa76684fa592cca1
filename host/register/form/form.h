#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/table.h"
#include "quarterdeck/text.h"
#include "register/quarter.h"

namespace quarterdeck::returns {

/// What stands in a cell of a form. A choice is held by its name, not by the words that the reader sees.
using FormValue = std::variant<std::monostate, std::string, Date, Decimal>;

inline bool filled(const FormValue& value) {
    return !std::holds_alternative<std::monostate>(value);
}

struct FormColumn {
    enum class Kind { fixed, text, choice, whole, decimal, date };

    std::string id;
    Kind kind = Kind::text;
    std::string heading;
    std::string hint;                                            ///< shown beside a cell that is being filled in
    int width = 20;                                              ///< in characters
    std::vector<std::pair<std::string, std::string>> choices{};  ///< of a choice: name and words
    int lowest = 0;                                              ///< of a whole number
    int highest = 0;
    std::size_t longest = 4'000;  ///< characters of a text
    bool definition = false;      ///< fixed, and nobody may have changed it
};

/// A row has as many values as its sheet has columns; the first is its id.
struct FormRow {
    std::string id;
    std::vector<FormValue> values;
    bool added = false;  ///< not of the plan: its fixed cells, but for the id, are filled in too
};

struct FormSheet {
    std::string id;
    std::string title;  ///< also the sheet's name
    std::string about;
    std::vector<FormColumn> columns;
    std::vector<FormRow> rows;

    std::size_t column(const std::string& id) const;
    const FormRow* row(const std::string& id) const;
};

/// What is filled in, as a workbook shows it, sheet by sheet: a return, or the translation of one.
struct Form {
    enum class Kind { a_return, translation };

    Kind kind = Kind::a_return;
    std::string programme;
    Quarter quarter;
    Language language = Language::english;
    std::string definitions_sha256;  ///< of the plan, or of the texts to translate, that the form was made from
    std::string title;
    std::string guidance_title;
    std::vector<std::string> guidance;
    std::vector<FormSheet> sheets;
};

/// As the workbook spells them, in their order.
inline constexpr std::array<std::string_view, 2> form_kind_names{"return", "translation"};

inline constexpr int form_format = 1;                              ///< of the workbook's layout
inline constexpr const char* form_metadata_sheet = "quarterdeck";  ///< hidden: keys and values
inline constexpr std::size_t form_heading_row = 2;                 ///< counted from 0; rows follow

}  // namespace quarterdeck::returns
