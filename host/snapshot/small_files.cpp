#include "snapshot/small_files.h"

#include <array>
#include <utility>

#include "extract/columns.h"
#include "extract/table.h"
#include "snapshot/small_reader.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

using validate::Consequence;
using validate::Place;

constexpr std::array<extract::WantedField, 6> series_fields{
    {{"series"}, {"subject"}, {"provider", false}, {"year"}, {"stage", false}, {"value"}}};
}  // namespace

SmallFile read_series(const std::string& path, std::string_view text, const std::string& sheet) {
    SmallFile out;
    const SmallReader reader(path, text, sheet, series_fields, out);
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
    SmallReader::add(out, Consequence::kept, "series-value-not-a-number",
                     "value is not a number; the figure counts as not known",
                     "Correct the value, or leave it empty where there is none.", std::move(no_numbers));
    return out;
}

}  // namespace quarterdeck::snapshot
