#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/evidence.h"
#include "validate/finding.h"

namespace quarterdeck::published_check {

/// What a cell of figures says: in 1/100,000, negative ones too.
struct Figure {
    audit::Printed::Kind kind = audit::Printed::Kind::absent;
    std::int64_t value = 0;
    int places = 0;
    std::int64_t below = 0;

    bool number() const { return kind == audit::Printed::Kind::number; }
    bool absent() const { return kind == audit::Printed::Kind::absent; }
};

/// As `audit::read_printed`, and besides: a sign, "N/A", and numbers of more decimals than are meant, which count as
/// four. Nothing for what is no figure.
std::optional<Figure> read_figure(std::string_view text);

/// Half of the last printed place, in 1/100,000.
std::int64_t half_place(int places);

/// What may stand behind a printed figure, in 1/100,000: half a place to either side, whole numbers as they are when
/// `counts`; all that a marker leaves.
audit::Range range_of(const Figure& figure, bool counts);

/// A number in 1/100,000 without needless zeros: "0.9", "227".
std::string number_text(std::int64_t value);

/// "4" or "2 to 5".
std::string range_text(audit::Range range);

/// A published table: which columns say what a row is about, and which hold figures.
class Table {
public:
    explicit Table(audit::PublishedFile file);

    const audit::PublishedFile& file() const { return file_; }
    const std::string& name() const { return file_.name; }
    std::size_t rows() const { return file_.table.rows.size(); }
    const std::string& text(std::size_t row, std::size_t column) const { return file_.table.rows[row].cells[column]; }
    const std::string& header(std::size_t column) const { return file_.table.header[column]; }
    std::optional<std::size_t> column(std::string_view name) const;

    /// The first label columns, from the left, that tell all rows apart.
    const std::vector<std::size_t>& key() const { return key_; }
    /// Columns that hold mostly figures.
    const std::vector<std::size_t>& figures() const { return figures_; }

    /// A cell's figure, with a footnote's number taken off its marker: <52 where the table's other markers are <5.
    std::optional<Figure> figure(std::size_t row, std::size_t column) const;

    /// The limit that most markers of the table have: 5 for <5; 0 where there are none.
    std::int64_t usual_limit() const { return usual_limit_; }

    /// The labels of a row's key, but for one column: "science, Genomics".
    std::string about(std::size_t row, std::optional<std::size_t> but = std::nullopt) const;

    validate::Place place(std::size_t row, std::size_t column) const;

    /// Rows by their key but for one column, in the order of their first rows.
    std::vector<std::vector<std::size_t>> groups(std::size_t but) const;

    /// What the file's own column "note" says of a row, to be told with a finding; empty where it says nothing.
    std::string note(std::size_t row) const;

private:
    audit::PublishedFile file_;
    std::vector<std::size_t> key_;
    std::vector<std::size_t> figures_;
    std::int64_t usual_limit_ = 0;
};

/// A column's name in lower case, with _ for spaces and dashes.
std::string plain(std::string name);

/// The number that a text begins with: 1 for "1 year", 2 for "2nd year".
std::optional<int> leading_number(std::string_view text);

/// "a, b and c".
std::string listed(const std::vector<std::string>& texts);

/// All CSV files of a directory, by name. Throws `Refusal` when it isn't one, holds none, or one can't be read.
std::vector<Table> read_tables(const std::filesystem::path& directory);

}  // namespace quarterdeck::published_check
