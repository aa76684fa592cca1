#include "drawn_chart.h"

#include <utility>

#include "audit/finished/page_reader.h"
#include "disclosure/protect.h"
#include "render/chart.h"

namespace quarterdeck::testing {
namespace {

const report::Locale& wording() {
    static const report::Locale read =
        report::Locale::read(std::filesystem::path(QUARTERDECK_BUILT_TEMPLATES) / "locale");
    return read;
}

/// Parts of a hundred, rounded one by one.
std::vector<std::int64_t> shares(std::mt19937& random, std::size_t parts) {
    std::vector<std::int64_t> counts;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < parts; ++i) sum += counts.emplace_back(random() % 90);
    for (std::int64_t& count : counts) count = sum == 0 ? 0 : (200 * count + sum) / (2 * sum);
    return counts;
}

}  // namespace

DrawnChart::DrawnChart(Chart::Kind kind, Table table)
    : block{.id = "sample",
            .programme = "made",
            .metric = "sample",
            .title = {"Staff of 2023", "Staff 2023"},
            .definition = {},
            .unit = {},
            .notes = {},
            .table = disclosure::Protector({}).adopt(std::move(table)),
            .chart = Chart{.kind = kind, .title = {"Chart of 12 areas", ""}, .description = {"Ages 16 to 75.", ""}}} {
    for (const Column& column : block.table.columns()) block.chart->series.push_back(column.id);
}

Table DrawnChart::made_up(std::mt19937& random, bool years, bool percent) {
    Table table{.labels = {{"area", {"Area", "Maes"}}}, .columns = {}, .rows = {}};
    const std::size_t columns = 1 + random() % 5;
    const std::size_t rows = 1 + random() % 7;
    const int places = static_cast<int>(random() % 2);
    const std::int64_t least = years || random() % 3 != 0 ? 0 : 5;
    const std::int64_t most = 1 + static_cast<std::int64_t>(random() % (random() % 2 == 0 ? 12 : 30'000));
    for (std::size_t i = 0; i < columns; ++i) {
        const std::string number = std::to_string(2018 + i);
        table.columns.push_back({.id = years ? "march_" + number : "column" + number,
                                 .title = {"March " + number, ""},
                                 .places = places,
                                 .percent = percent});
    }
    for (std::size_t i = 0; i < rows; ++i) {
        const std::string name =
            (i % 2 == 0 ? "Band " : "Bands and other groups with a long name, ") + std::to_string(i + 2);
        TableRow row{.id = name, .labels = {{name, name}}, .figures = {}};
        const std::vector<std::int64_t> parts = shares(random, columns);
        for (std::size_t j = 0; j < columns; ++j)
            row.figures.push_back(percent ? Decimal{parts[j], 0}
                                          : Decimal{static_cast<std::int64_t>(random() % most) - least, places});
        for (Figure& figure : row.figures) {
            if (random() % 6 == 0) figure = Marker::confidential;
            if (random() % 12 == 0) figure = Marker::not_available;
        }
        table.rows.push_back(std::move(row));
    }
    TableRow total{.id = "total", .labels = {{"All 99", ""}}, .figures = {}, .total = true};
    total.figures.assign(columns, Decimal{4711, 0});
    table.rows.push_back(std::move(total));
    return table;
}

audit::ChartTable DrawnChart::table() const {
    audit::ShownRows shown;
    for (const TableRow& row : block.table.rows()) {
        std::vector<std::string>& cells = shown.emplace_back();
        for (const Figure& figure : row.figures) cells.push_back(plain_text(figure));
    }
    return {block, shown, Language::english};
}

audit::PageChart DrawnChart::drawn() const {
    static render::ChartEngine engine(std::filesystem::path(QUARTERDECK_BUILT_TEMPLATES) / "web");
    const std::string page = "<!DOCTYPE html><html><body><h3 id=sample>Sample</h3><div aria-label=\"Chart\">" +
                             engine.svg(block, wording(), Language::english) + "</div></body></html>";
    return audit::read_page(page, {"sample"}).charts.at("sample").at(0);
}

std::string fault(const audit::PageChart& picture, const audit::ChartTable& table) {
    const std::optional<audit::ChartFault> found =
        audit::fault_of(picture, table, table.accounted(&wording(), Language::english));
    return found ? found->where + ": " + found->what : std::string();
}

}  // namespace quarterdeck::testing
