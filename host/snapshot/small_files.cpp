#include "snapshot/small_files.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "extract/columns.h"
#include "extract/table.h"
#include "snapshot/findings.h"
#include "validate/message.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

using validate::Consequence;
using validate::Finding;
using validate::Place;

constexpr std::array<extract::WantedField, 6> series_fields{
    {{"series"}, {"subject"}, {"provider", false}, {"year"}, {"stage", false}, {"value"}}};
constexpr std::array<extract::WantedField, 4> establishment_fields{
    {{"organisation"}, {"subjective_code"}, {"funded_fte"}, {"date"}}};

/// A small file with its columns found; what is wrong with header and rows is in `out`.
class Reader {
public:
    Reader(const std::string& path, std::string_view text, const std::string& sheet,
           std::span<const extract::WantedField> fields, SmallFile& out)
        : path_(path),
          sheet_(sheet),
          fields_(fields),
          table_(extract::read_table(text)),
          columns_(extract::map_columns(table_.header, fields)) {
        out.findings = header_findings(path, columns_);
        usable_ = out.findings.empty();
        for (Finding& finding : out.findings)
            for (Place& place : finding.places) validate::put_in_sheet(place, sheet_, validate::no_column);
        if (table_.fault != extract::CsvFault::none)
            out.findings.push_back(fault_finding(table_.fault, {path, table_.fault_line, {}}));
        for (const std::string& name : columns_.ignored) out.ignored_columns.push_back(name);
        out.rows = table_.rows.size();
    }

    /// Visits the rows that have as many cells as the header; the others are found as ragged.
    template <typename Visit>
    void each(SmallFile& out, const Visit& visit) const {
        if (!usable_) return;
        std::vector<Place> ragged;
        for (const extract::TableRow& row : table_.rows) {
            if (row.cells.size() == columns_.columns) {
                visit(row);
            } else {
                ragged.push_back(place(row, {}));
            }
        }
        add(out, Consequence::refused, "ragged-row", "the row has more or fewer fields than the header",
            "Look for a comma in a field that should stand in quotation marks, or export the file again.",
            std::move(ragged));
    }

    std::string_view cell(const extract::TableRow& row, std::size_t field) const {
        if (!columns_.has(field)) return {};
        return validate::trimmed(row.cells[columns_.position[field]]);
    }

    /// The cell of a row in a field's column; without one the row.
    Place place(const extract::TableRow& row, std::string_view field) const {
        Place place{path_, row.line, std::string(field)};
        const auto at =
            std::find_if(fields_.begin(), fields_.end(), [&](const auto& each) { return each.name == field; });
        validate::put_in_sheet(place, sheet_,
                               at == fields_.end() ? validate::no_column
                                                   : columns_.position[static_cast<std::size_t>(at - fields_.begin())]);
        return place;
    }

    static void add(SmallFile& out, Consequence consequence, std::string_view rule, std::string_view what,
                    std::string_view mend, std::vector<Place> places) {
        if (places.empty()) return;
        Finding finding{std::string(rule), consequence, std::string(what), std::string(mend), places.size(), {}};
        if (places.size() > validate::places_kept) places.resize(validate::places_kept);
        finding.places = std::move(places);
        out.findings.push_back(std::move(finding));
    }

private:
    const std::string& path_;
    const std::string& sheet_;
    std::span<const extract::WantedField> fields_;
    extract::Table table_;
    extract::ColumnMap columns_;
    bool usable_ = false;
};

}  // namespace

SmallFile read_series(const std::string& path, std::string_view text, const std::string& sheet) {
    SmallFile out;
    const Reader reader(path, text, sheet, series_fields, out);
    std::vector<Place> no_numbers;
    reader.each(out, [&](const extract::TableRow& row) {
        SeriesFigure figure;
        figure.series = reader.cell(row, 0);
        figure.subject = reader.cell(row, 1);
        figure.provider = reader.cell(row, 2);
        figure.year = reader.cell(row, 3);
        figure.stage = reader.cell(row, 4);
        const std::string_view value = reader.cell(row, 5);
        const auto number = validate::read_decimal(value);
        if (!number && !value.empty()) no_numbers.push_back(reader.place(row, "value"));
        figure.known = number.has_value();
        figure.value = number ? number->value : 0;
        out.figures.push_back(std::move(figure));
    });
    Reader::add(out, Consequence::kept, "series-value-not-a-number",
                "value is not a number; the figure counts as not known",
                "Correct the value, or leave it empty where there is none.", std::move(no_numbers));
    return out;
}

SmallFile check_establishment(const std::string& path, std::string_view text, const std::string& sheet) {
    SmallFile out;
    const Reader reader(path, text, sheet, establishment_fields, out);
    std::vector<Place> no_dates;
    std::vector<Place> no_numbers;
    reader.each(out, [&](const extract::TableRow& row) {
        if (!validate::read_date(reader.cell(row, 3))) no_dates.push_back(reader.place(row, "date"));
        const auto number = validate::read_decimal(reader.cell(row, 2));
        if (!number || number->value < 0) no_numbers.push_back(reader.place(row, "funded_fte"));
    });
    Reader::add(out, Consequence::refused, "establishment-date-not-a-date",
                "date is not a date; expected a day such as 2023-03-31 or 31-MAR-2023", "Correct the date.",
                std::move(no_dates));
    Reader::add(out, Consequence::left_out, "funded-fte-not-a-number",
                "funded_fte is not a number; expected a number from 0 up", "Correct the funded FTE.",
                std::move(no_numbers));
    return out;
}

}  // namespace quarterdeck::snapshot
