#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/column_classes.h"
#include "snapshot/snapshot.h"
#include "warehouse/dialect.h"

namespace quarterdeck::warehouse {

/// Numbers each row's combination of classes in SQL, in mixed radix: as many whole numbers as the possible combinations
/// need, mostly one.
class Keys {
public:
    using Values = std::array<std::vector<std::string>, snapshot::staff_fields>;

    /// `values`: of each stored column, by number of its field.
    Keys(const Values& values, const std::vector<query::ColumnClasses>& columns, const Dialect& dialect);

    /// What the words of the key are, in terms of a row.
    const std::vector<std::string>& words() const { return words_; }

    /// The whole key as one text, in terms of a row.
    std::string text(const Dialect& dialect) const;

    /// The class of each column, from a key as text.
    std::vector<std::uint16_t> classes(std::string_view key) const;

private:
    struct Digit {
        std::size_t word = 0;
        std::uint64_t stride = 1;
        std::uint64_t count = 1;
    };

    std::vector<Digit> digits_;
    std::vector<std::string> words_;
};

}  // namespace quarterdeck::warehouse
