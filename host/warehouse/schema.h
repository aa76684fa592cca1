#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "warehouse/dialect.h"

namespace quarterdeck::warehouse {

/// The table of staff records: names and types of its columns, in order.
std::vector<std::pair<std::string, std::string>> staff_columns(std::string_view number, std::string_view text);

/// The columns as a statement that makes the table lists them.
std::string column_list(const std::vector<std::pair<std::string, std::string>>& columns);

/// The statement that says what the rows at some dates come to: date, rows, FTE and the sum of their hashes, as `Sums`.
std::string sums_of_dates(const std::string& table, const std::string& dates, const Dialect& dialect);

}  // namespace quarterdeck::warehouse
