#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "refusal.h"

namespace quarterdeck::warehouse {

/// A warehouse's answer isn't what was asked for.
struct BadAnswer : Refusal {
    BadAnswer()
        : Refusal(
              "The warehouse answers with something else than counts. Load the records again with quarterdeck load.") {}
};

/// The parts of a text; one empty part for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// A whole number. Throws `BadAnswer`.
std::int64_t number_in(std::string_view text);

/// The columns of a line. Throws `BadAnswer` for another number of them.
std::vector<std::string_view> columns_of(std::string_view line, std::size_t expected);

/// Columns of each line, in order of the whole number in the first: the database's own order isn't relied on.
std::vector<std::pair<std::int64_t, std::vector<std::string_view>>> in_order(const std::vector<std::string>& lines,
                                                                             std::size_t columns);

}  // namespace quarterdeck::warehouse
