#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quarterdeck::audit {

/// What stands in a cell of a published table.
struct Printed {
    enum class Kind {
        number,
        hidden,  ///< `<5`, `[c]`, `*`
        absent,  ///< empty, `[x]`, `[z]`, `..`: no figure
    };

    static constexpr std::int64_t unit = 100'000;

    Kind kind = Kind::absent;
    std::int64_t value = 0;  ///< of a number, in 1/100,000
    int places = 0;          ///< decimals of a number
    std::int64_t below = 0;  ///< for `<5`: 5; 0 where the marker doesn't say
};

/// Nothing for what is no figure, such as a label. Thousands separators and a per cent sign are accepted; a dash is
/// nil. Numbers have at most four decimals and lie below ten million.
std::optional<Printed> read_printed(std::string_view text);

}  // namespace quarterdeck::audit
