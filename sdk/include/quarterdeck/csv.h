#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quarterdeck {

/// A CSV text that can't be read. The text is a sentence that begins with the line.
struct CsvFault : std::runtime_error {
    CsvFault(std::size_t line, const std::string& what)
        : std::runtime_error("line " + std::to_string(line) + ": " + what + ".") {}
};

/// One record, and the line that it begins on, counted from 1.
struct CsvRecord {
    std::size_t line = 1;
    std::vector<std::string> fields;

    bool operator==(const CsvRecord&) const = default;
};

/// Reads RFC 4180 text record by record: quoted fields, doubled quotes, line ends within quotes, CRLF or LF, and a
/// byte-order mark. Strict: a quote inside an unquoted field, text after a closing quote, a lone carriage return
/// and a field left open are faults. Meant for small texts that a plugin carries with it.
class CsvReader {
public:
    explicit CsvReader(std::string_view text) : rest_(text) {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    }

    /// The next record; nothing at the end. Throws `CsvFault`.
    std::optional<CsvRecord> next() {
        if (rest_.empty()) return std::nullopt;
        CsvRecord record{.line = line_, .fields = {}};
        do record.fields.push_back(rest_.starts_with('"') ? quoted_field() : plain_field());
        while (take(","));
        if (!take("\r\n") && !take("\n") && !rest_.empty()) throw CsvFault(line_, wrong_here());
        ++line_;
        return record;
    }

private:
    std::string plain_field() {
        const std::size_t length = std::min(rest_.find_first_of(",\"\r\n"), rest_.size());
        std::string field(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return field;
    }

    std::string quoted_field() {
        const std::size_t opened = line_;
        std::string field;
        rest_.remove_prefix(1);
        while (!rest_.empty()) {
            if (take("\"\"")) {
                field += '"';
            } else if (take("\"")) {
                return field;
            } else {
                if (rest_.front() == '\n') ++line_;
                field += rest_.front();
                rest_.remove_prefix(1);
            }
        }
        throw CsvFault(opened, "a quoted field isn't closed; expected a double quote at its end");
    }

    std::string wrong_here() const {
        if (rest_.front() == '"')
            return "a double quote stands inside an unquoted field; quote the field and double it";
        if (rest_.front() == '\r') return "a carriage return stands alone; expected lines to end with LF or CRLF";
        return "text follows a closing double quote; expected a comma or the end of the line";
    }

    bool take(std::string_view what) {
        if (!rest_.starts_with(what)) return false;
        rest_.remove_prefix(what.size());
        return true;
    }

    std::string_view rest_;
    std::size_t line_ = 1;
};

/// A CSV text with a header row. Every record has as many fields as the header, and every name stands once.
class CsvTable {
public:
    /// Throws `CsvFault`.
    explicit CsvTable(std::string_view text) {
        CsvReader reader(text);
        const auto header = reader.next();
        if (!header) throw CsvFault(1, "there is no header row");
        columns_ = header->fields;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (column(columns_[i]) != i) throw CsvFault(1, "the column " + columns_[i] + " stands twice");
        while (auto record = reader.next()) {
            if (record->fields.size() != columns_.size())
                throw CsvFault(record->line, "the record has " + std::to_string(record->fields.size()) +
                                                 " fields; expected " + std::to_string(columns_.size()) +
                                                 " as in the header");
            records_.push_back(std::move(*record));
        }
    }

    const std::vector<std::string>& columns() const { return columns_; }
    const std::vector<CsvRecord>& records() const { return records_; }

    /// The position of a column. Throws `CsvFault` for a name that the header lacks.
    std::size_t column(std::string_view name) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i] == name) return i;
        throw CsvFault(1, "there is no column " + std::string(name));
    }

private:
    std::vector<std::string> columns_;
    std::vector<CsvRecord> records_;
};

}  // namespace quarterdeck
