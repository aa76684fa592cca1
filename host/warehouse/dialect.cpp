#include "warehouse/dialect.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace quarterdeck::warehouse {

namespace {

using Lists = std::vector<std::pair<std::string, std::string>>;

std::string names_of(const Lists& lists) {
    std::vector<std::string> names;
    for (const auto& [name, list] : lists) names.push_back(name);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string lists_of(const Lists& lists) {
    std::vector<std::string> all;
    for (const auto& [name, list] : lists) all.push_back(list);
    return fmt::format("{}", fmt::join(all, ", "));
}

}  // namespace

std::string Dialect::literal(std::string_view text) const {
    std::string quoted(quote());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x80 || byte == ' ' || (byte >= '0' && byte <= '9') ||
                           ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
        if (plain)
            quoted += c;
        else
            fmt::format_to(std::back_inserter(quoted), "\\x{:02X}", byte);
    }
    return quoted + '\'';
}

std::string PostgreSqlDialect::class_of(const std::string& column,
                                        const std::vector<std::pair<std::size_t, std::vector<std::string>>>& classes,
                                        std::size_t otherwise) const {
    std::string expression = "CASE";
    for (const auto& [number, values] : classes) {
        std::vector<std::string> quoted;
        for (const std::string& value : values) quoted.push_back(literal(value));
        expression += fmt::format(" WHEN {} IN ({}) THEN {}", column, fmt::join(quoted, ", "), number);
    }
    return expression + fmt::format(" ELSE {} END::bigint", otherwise);
}

std::string PostgreSqlDialect::answer(const std::string& statement, const std::vector<std::string>& columns) const {
    return fmt::format("SELECT concat_ws(E'\\t', {}) FROM ({}) AS q_answer", fmt::join(columns, ", "), statement);
}

std::string PostgreSqlDialect::text(const std::vector<std::string>& parts) const {
    return fmt::format("concat({})", fmt::join(parts, ", "));
}

std::string PostgreSqlDialect::distinct(const std::string& expression) const {
    return fmt::format("count(DISTINCT {})", expression);
}

std::string PostgreSqlDialect::sum_where(const std::string& expression, const std::string& condition) const {
    return fmt::format("coalesce(sum({}) FILTER (WHERE {}), 0)", expression, condition);
}

std::string PostgreSqlDialect::most_where(const std::string& expression, const std::string& condition) const {
    return fmt::format("max({}) FILTER (WHERE {})", expression, condition);
}

std::string PostgreSqlDialect::list_where(const std::string& expression, const std::string& condition) const {
    return fmt::format("array_agg({}) FILTER (WHERE {})", expression, condition);
}

std::string PostgreSqlDialect::set_of(const std::string& text) const {
    return fmt::format("string_agg(DISTINCT ({}) COLLATE \"C\", ';' ORDER BY ({}) COLLATE \"C\")", text, text);
}

std::string PostgreSqlDialect::length(const std::string& list) const {
    return fmt::format("coalesce(cardinality({}), 0)", list);
}

std::string PostgreSqlDialect::first(const std::string& list) const {
    return fmt::format("({})[1]", list);
}

std::string PostgreSqlDialect::has(const std::string& list, const std::string& element) const {
    return fmt::format("coalesce(({} = ANY({}))::int, 0)", element, list);
}

std::string PostgreSqlDialect::map_text(const Lists& lists, const std::string& text, char separator) const {
    return fmt::format(
        "coalesce((SELECT string_agg({}, '{}' ORDER BY ({}) COLLATE \"C\") FROM unnest({}) AS q_list({})), '')", text,
        separator, text, lists_of(lists), names_of(lists));
}

std::string PostgreSqlDialect::unfolded(const std::string& statement, const Lists& lists) const {
    return fmt::format("({}) AS q_folded CROSS JOIN LATERAL unnest({}) AS q_list({})", statement, lists_of(lists),
                       names_of(lists));
}

std::string PostgreSqlDialect::hash(const std::string& text) const {
    return fmt::format("('x' || substr(md5({}), 1, 8))::bit(32)::bigint", text);
}

std::string ClickHouseDialect::class_of(const std::string& column,
                                        const std::vector<std::pair<std::size_t, std::vector<std::string>>>& classes,
                                        std::size_t otherwise) const {
    std::vector<std::string> from;
    std::vector<std::string> to;
    for (const auto& [number, values] : classes)
        for (const std::string& value : values) {
            from.push_back(literal(value));
            to.push_back(fmt::format("{}", number));
        }
    if (from.empty()) return fmt::format("toInt64({})", otherwise);
    return fmt::format("toInt64(transform({}, [{}], [{}], {}))", column, fmt::join(from, ", "), fmt::join(to, ", "),
                       otherwise);
}

std::string ClickHouseDialect::answer(const std::string& statement, const std::vector<std::string>& columns) const {
    return fmt::format("SELECT {} FROM ({}) FORMAT TabSeparated", fmt::join(columns, ", "), statement);
}

std::string ClickHouseDialect::text(const std::vector<std::string>& parts) const {
    std::vector<std::string> texts;
    texts.reserve(parts.size());
    for (const std::string& part : parts)
        texts.push_back(part.starts_with("'") ? part : fmt::format("toString({})", part));
    if (texts.size() == 1) return texts.front();
    return fmt::format("concat({})", fmt::join(texts, ", "));
}

std::string ClickHouseDialect::distinct(const std::string& expression) const {
    return fmt::format("uniqExact({})", expression);
}

std::string ClickHouseDialect::sum_where(const std::string& expression, const std::string& condition) const {
    return fmt::format("sumIf({}, {})", expression, condition);
}

std::string ClickHouseDialect::most_where(const std::string& expression, const std::string& condition) const {
    return fmt::format("maxIf({}, {})", expression, condition);
}

std::string ClickHouseDialect::list_where(const std::string& expression, const std::string& condition) const {
    return fmt::format("groupArrayIf({}, {})", expression, condition);
}

std::string ClickHouseDialect::set_of(const std::string& text) const {
    return fmt::format("arrayStringConcat(arraySort(groupUniqArray({})), ';')", text);
}

std::string ClickHouseDialect::length(const std::string& list) const {
    return fmt::format("length({})", list);
}

std::string ClickHouseDialect::first(const std::string& list) const {
    return fmt::format("({})[1]", list);
}

std::string ClickHouseDialect::has(const std::string& list, const std::string& element) const {
    return fmt::format("has({}, {})", list, element);
}

std::string ClickHouseDialect::map_text(const Lists& lists, const std::string& text, char separator) const {
    return fmt::format("arrayStringConcat(arraySort(arrayMap(({}) -> {}, {})), '{}')", names_of(lists), text,
                       lists_of(lists), separator);
}

std::string ClickHouseDialect::unfolded(const std::string& statement, const Lists& lists) const {
    std::vector<std::string> named;
    for (const auto& [name, list] : lists) named.push_back(fmt::format("{} AS {}", list, name));
    return fmt::format("({}) ARRAY JOIN {}", statement, fmt::join(named, ", "));
}

std::string ClickHouseDialect::hash(const std::string& text) const {
    return fmt::format("toInt64(bitShiftRight(halfMD5({}), 32))", text);
}

}  // namespace quarterdeck::warehouse
