#include "warehouse/schema.h"

#include <fmt/format.h>

#include "warehouse/records.h"

namespace quarterdeck::warehouse {

std::vector<std::pair<std::string, std::string>> staff_columns(std::string_view number, std::string_view text) {
    const std::vector<Field> texts = text_fields();
    std::vector<std::pair<std::string, std::string>> columns;
    columns.reserve(number_columns.size() + texts.size());
    for (const std::string_view name : number_columns) columns.emplace_back(name, number);
    for (const Field field : texts) columns.emplace_back(field_name(field), text);
    return columns;
}

std::string column_list(const std::vector<std::pair<std::string, std::string>>& columns) {
    std::string list;
    for (const auto& [name, type] : columns) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", name, type);
    return list;
}

std::string sums_of_dates(const std::string& table, const std::string& dates, const Dialect& dialect) {
    std::vector<std::string> line;
    for (const auto& [name, type] : staff_columns({}, {})) {
        if (!line.empty()) line.push_back(dialect.literal("\x1f"));
        line.push_back(name);
    }
    return dialect.answer(
        fmt::format(
            "SELECT snapshot_date AS q_date, count(*) AS q_rows, sum(fte) AS q_fte, sum({}) AS q_hashes FROM {} "
            "WHERE snapshot_date IN ({}) GROUP BY snapshot_date",
            dialect.hash(dialect.text(line)), table, dates),
        {"q_date", "q_rows", "q_fte", "q_hashes"});
}

}  // namespace quarterdeck::warehouse
