#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/columns.h"
#include "extract/table.h"
#include "snapshot/findings.h"
#include "snapshot/small_files.h"
#include "validate/message.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {

/// A small file with its columns found; what is wrong with header and rows is in `out`.
class SmallReader {
public:
    SmallReader(const std::string& path, std::string_view text, const std::string& sheet,
                std::span<const extract::WantedField> fields, SmallFile& out)
        : path_(path),
          sheet_(sheet),
          fields_(fields),
          table_(extract::read_table(text)),
          columns_(extract::map_columns(table_.header, fields)) {
        out.findings = header_findings(path, columns_);
        usable_ = out.findings.empty();
        for (validate::Finding& finding : out.findings)
            for (validate::Place& place : finding.places) validate::put_in_sheet(place, sheet_, validate::no_column);
        if (table_.fault != extract::CsvFault::none)
            out.findings.push_back(fault_finding(table_.fault, {path, table_.fault_line, {}}));
        for (const std::string& name : columns_.ignored) out.ignored_columns.push_back(name);
        out.rows = table_.rows.size();
    }

    /// Visits the rows that have as many cells as the header; the others are found as ragged.
    template <typename Visit>
    void each(SmallFile& out, const Visit& visit) const {
        if (!usable_) return;
        std::vector<validate::Place> ragged;
        for (const extract::TableRow& row : table_.rows) {
            if (row.cells.size() == columns_.columns) {
                visit(row);
            } else {
                ragged.push_back(place(row, {}));
            }
        }
        add(out, validate::Consequence::refused, "ragged-row", "the row has more or fewer fields than the header",
            "Look for a comma in a field that should stand in quotation marks, or export the file again.",
            std::move(ragged));
    }

    std::string_view cell(const extract::TableRow& row, std::size_t field) const {
        if (!columns_.has(field)) return {};
        return validate::trimmed(row.cells[columns_.position[field]]);
    }

    /// The cell of a row in a field's column; without one the row.
    validate::Place place(const extract::TableRow& row, std::string_view field) const {
        validate::Place place{path_, row.line, std::string(field)};
        const auto at =
            std::find_if(fields_.begin(), fields_.end(), [&](const auto& each) { return each.name == field; });
        validate::put_in_sheet(place, sheet_,
                               at == fields_.end() ? validate::no_column
                                                   : columns_.position[static_cast<std::size_t>(at - fields_.begin())]);
        return place;
    }

    static void add(SmallFile& out, validate::Consequence consequence, std::string_view rule, std::string_view what,
                    std::string_view mend, std::vector<validate::Place> places) {
        if (places.empty()) return;
        validate::Finding finding{std::string(rule), consequence,   std::string(what),
                                  std::string(mend), places.size(), {}};
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

}  // namespace quarterdeck::snapshot
