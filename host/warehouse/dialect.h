#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quarterdeck::warehouse {

/// How one database spells what the other spells otherwise. All texts are SQL; nothing from the data or from a plugin
/// gets into them but through `literal` and `class_of`.
class Dialect {
public:
    Dialect() = default;
    Dialect(const Dialect&) = delete;
    Dialect& operator=(const Dialect&) = delete;
    virtual ~Dialect() = default;

    /// A text value. Letters, digits, spaces and bytes of longer characters stand for themselves; everything else, so
    /// every quotation mark too, is written as the number of its byte.
    std::string literal(std::string_view text) const;

    /// The class of a column's value: a number. `classes`: the values of each class but `otherwise`.
    virtual std::string class_of(const std::string& column,
                                 const std::vector<std::pair<std::size_t, std::vector<std::string>>>& classes,
                                 std::size_t otherwise) const = 0;

    /// The statement that answers with these columns of an inner one, in rows of text.
    virtual std::string answer(const std::string& statement, const std::vector<std::string>& columns) const = 0;

    /// One text from several texts or numbers.
    virtual std::string text(const std::vector<std::string>& parts) const = 0;

    virtual std::string distinct(const std::string& expression) const = 0;
    virtual std::string sum_where(const std::string& expression, const std::string& condition) const = 0;
    /// The largest where the condition holds for some row of the group; else anything, or nothing.
    virtual std::string most_where(const std::string& expression, const std::string& condition) const = 0;
    virtual std::string list_where(const std::string& expression, const std::string& condition) const = 0;

    /// The distinct texts of a group in order of their bytes, separated by `;`.
    virtual std::string set_of(const std::string& text) const = 0;

    virtual std::string length(const std::string& list) const = 0;
    virtual std::string first(const std::string& list) const = 0;

    /// 1 or 0.
    virtual std::string has(const std::string& list, const std::string& element) const = 0;

    /// A text for each element of lists that run side by side, in order of their bytes, separated by `separator`.
    /// `lists`: name of the element, list.
    virtual std::string map_text(const std::vector<std::pair<std::string, std::string>>& lists, const std::string& text,
                                 char separator) const = 0;

    /// What stands behind FROM for a row an element of the lists of each row of an inner statement.
    virtual std::string unfolded(const std::string& statement,
                                 const std::vector<std::pair<std::string, std::string>>& lists) const = 0;

    /// The first 32 bits of a text's MD5 as a number.
    virtual std::string hash(const std::string& text) const = 0;

protected:
    virtual std::string_view quote() const = 0;  ///< what opens a literal with escapes
};

class PostgreSqlDialect final : public Dialect {
public:
    std::string class_of(const std::string& column,
                         const std::vector<std::pair<std::size_t, std::vector<std::string>>>& classes,
                         std::size_t otherwise) const override;
    std::string answer(const std::string& statement, const std::vector<std::string>& columns) const override;
    std::string text(const std::vector<std::string>& parts) const override;
    std::string distinct(const std::string& expression) const override;
    std::string sum_where(const std::string& expression, const std::string& condition) const override;
    std::string most_where(const std::string& expression, const std::string& condition) const override;
    std::string list_where(const std::string& expression, const std::string& condition) const override;
    std::string set_of(const std::string& text) const override;
    std::string length(const std::string& list) const override;
    std::string first(const std::string& list) const override;
    std::string has(const std::string& list, const std::string& element) const override;
    std::string map_text(const std::vector<std::pair<std::string, std::string>>& lists, const std::string& text,
                         char separator) const override;
    std::string unfolded(const std::string& statement,
                         const std::vector<std::pair<std::string, std::string>>& lists) const override;
    std::string hash(const std::string& text) const override;

private:
    std::string_view quote() const override { return "E'"; }
};

class ClickHouseDialect final : public Dialect {
public:
    std::string class_of(const std::string& column,
                         const std::vector<std::pair<std::size_t, std::vector<std::string>>>& classes,
                         std::size_t otherwise) const override;
    std::string answer(const std::string& statement, const std::vector<std::string>& columns) const override;
    std::string text(const std::vector<std::string>& parts) const override;
    std::string distinct(const std::string& expression) const override;
    std::string sum_where(const std::string& expression, const std::string& condition) const override;
    std::string most_where(const std::string& expression, const std::string& condition) const override;
    std::string list_where(const std::string& expression, const std::string& condition) const override;
    std::string set_of(const std::string& text) const override;
    std::string length(const std::string& list) const override;
    std::string first(const std::string& list) const override;
    std::string has(const std::string& list, const std::string& element) const override;
    std::string map_text(const std::vector<std::pair<std::string, std::string>>& lists, const std::string& text,
                         char separator) const override;
    std::string unfolded(const std::string& statement,
                         const std::vector<std::pair<std::string, std::string>>& lists) const override;
    std::string hash(const std::string& text) const override;

private:
    std::string_view quote() const override { return "'"; }
};

}  // namespace quarterdeck::warehouse
