#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::extract {

/// A field that a kind of file holds.
struct WantedField {
    std::string_view name;  ///< as the design spells it: "contracted_fte"
    bool required = true;
};

/// Two columns that mean one field.
struct ColumnClash {
    std::string_view field;
    std::string first;   ///< as the header spells it
    std::string second;  ///< as the header spells it
};

/// Which column of a file holds which field.
struct ColumnMap {
    std::size_t columns = 0;                ///< of the header
    std::vector<std::size_t> position;      ///< one a wanted field; `columns` where the file hasn't got it
    std::vector<std::string_view> missing;  ///< required fields that the file hasn't got
    std::vector<ColumnClash> clashes;
    std::vector<std::string> ignored;  ///< columns that mean none of the fields, as the header spells them

    bool has(std::size_t field) const { return position[field] != columns; }
};

/// Finds the wanted fields in a header by their names or by a spelling of the Electronic Staff Record. Case,
/// spaces and underscores make no difference.
ColumnMap map_columns(const std::vector<std::string>& header, std::span<const WantedField> wanted);

/// The spellings of a field other than its name, for messages.
std::vector<std::string> spellings_of(std::string_view field);

}  // namespace quarterdeck::extract
