#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "quarterdeck/population.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::query {

/// What rules and groupings ask of staff records.
struct Demand {
    std::vector<Condition> conditions;
    std::set<Field> groupings;
    bool rows = false;  ///< which combination each row has
};

/// A grouped field of a column: its values in order of bytes, and which of them each class has.
struct GroupedField {
    std::vector<std::string> values;
    std::vector<std::uint32_t> of_class;
};

/// A stored column's values, put into classes: two values share one where no condition and no grouping tells
/// them apart.
struct ColumnClasses {
    Field column{};
    std::size_t count = 0;
    std::vector<std::uint16_t> of_code;
    std::unordered_map<std::string, std::vector<char>> truths;  ///< by condition's key: whether it holds for a class
    std::map<Field, GroupedField> groupings;
};

/// The column that a field of staff records is read from: its own, or pay_band for band_group.
Field stored_column(Field field);

/// The distinct values of a stored column.
using ValuesOf = std::function<const std::vector<std::string>&(Field)>;

/// The classes of each column that the demand touches. Codes are the places of the values.
std::vector<ColumnClasses> classify(const ValuesOf& values, const Demand& demand);
std::vector<ColumnClasses> classify(const snapshot::Snapshot& snapshot, const Demand& demand);

}  // namespace quarterdeck::query
