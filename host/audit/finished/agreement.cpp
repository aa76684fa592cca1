#include "audit/finished/agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <optional>
#include <variant>

#include "audit/finished/chart_agreement.h"
#include "audit/finished/chart_table.h"
#include "audit/finished/page_reader.h"
#include "audit/finished/workbook_tables.h"
#include "extract/mapped_file.h"
#include "refusal.h"

namespace quarterdeck::audit {
namespace {

constexpr const char* remedy = "Nothing was published; please report this with the program's version.";

extract::Table read_csv(const std::filesystem::path& path, const std::string& name) {
    try {
        const extract::MappedFile file(path);
        extract::Table table = extract::read_table(file.text());
        if (table.fault == extract::CsvFault::none) return table;
    } catch (const std::runtime_error&) {
        // Told below.
    }
    throw Refusal(fmt::format("{}: the finished CSV file can't be read again. {}", name, remedy));
}

std::string row_name(const std::vector<Text>& labels) {
    std::string name;
    for (const Text& label : labels)
        if (!label.en.empty()) name += (name.empty() ? "" : ", ") + label.en;
    return name;
}

/// Where a figure of a page should come from.
struct Origin {
    const extract::Table* table = nullptr;
    const extract::TableRow* row = nullptr;
};

/// The tables of one language.
class Comparing {
public:
    Comparing(const FinishedRelease& release, Language language, const ReadTables& tables)
        : release_(release), language_(language), tables_(tables) {}

    void compare(const report::Report& report) const {
        const std::string file = report.id + "." + language_code(language_);
        std::future<ReadWorkbook> sheets =
            std::async(std::launch::async, [&] { return read_finished_workbook(release_.folder / (file + ".xlsx")); });
        std::vector<std::string> ids;
        for (const report::Section& section : report.sections)
            for (const report::Block& block : section.blocks)
                ids.push_back(std::visit([](const auto& each) { return each.id; }, block));
        const extract::MappedFile html(release_.folder / (file + ".html"));
        const ReadPage page = read_page(html.text(), ids);
        const ReadWorkbook workbook = sheets.get();
        const std::vector<SheetTable>& on_sheets = workbook.tables;
        const ChartsOf of_page{report, release_.wording, language_, file + ".html"};
        const ChartsOf of_workbook{report, release_.wording, language_, file + ".xlsx"};
        std::vector<TableOnSheet> tables;
        auto sheet = on_sheets.begin();
        for (const report::Section& section : report.sections)
            for (const report::Block& block : section.blocks) {
                const auto* table = std::get_if<report::TableBlock>(&block);
                if (table == nullptr || table->table.rows().empty() || table->table.columns().empty()) continue;
                const auto shown = page.tables.find(table->id);
                sheet = std::find_if(sheet, on_sheets.end(), [&](const SheetTable& each) {
                    return each.is_titled(table->title.in(language_));
                });
                if (shown == page.tables.end()) lacking(*table, file + ".html");
                if (sheet == on_sheets.end()) lacking(*table, file + ".xlsx");
                compare(*table, shown->second, file + ".html");
                compare(*table, sheet->rows, file + ".xlsx");
                if (const auto pictures = page.charts.find(table->id); pictures != page.charts.end())
                    expect_pictures_agree(of_page, *table, shown->second, pictures->second);
                tables.push_back({table, &*sheet});
                ++sheet;
            }
        expect_charts_agree(of_workbook, tables, workbook);
    }

private:
    [[noreturn]] static void lacking(const report::TableBlock& block, const std::string& file) {
        throw Refusal(fmt::format(
            "{}: the table \"{}\" isn't found in the finished file with all of its rows and columns, so it can't be "
            "held against the others. Let the template show each table under the anchor of its block. Nothing was "
            "published.",
            file, block.title.en));
    }

    void compare(const report::TableBlock& block, const ShownRows& rows, const std::string& file) const {
        const std::vector<Column>& columns = block.table.columns();
        if (rows.size() != block.table.rows().size()) lacking(block, file);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows[row].size() < columns.size()) lacking(block, file);
            const std::size_t first = rows[row].size() - columns.size();
            const auto agrees = [&](const Origin& origin, std::size_t column) {
                return plain_figure(rows[row][first + column]) == plain_figure(figure(origin, columns[column].id));
            };
            const std::vector<Origin> origins = origins_of(block, row);
            std::optional<std::size_t> differs = 0;
            for (const Origin& origin : origins) {
                differs.reset();
                for (std::size_t column = 0; column < columns.size() && !differs; ++column)
                    if (!agrees(origin, column)) differs = column;
                if (!differs) break;
            }
            if (differs)
                throw Refusal(fmt::format(
                    "{}, table \"{}\", row \"{}\", column \"{}\": doesn't show what the CSV file "
                    "of this table shows. {}",
                    file, block.title.en, row_name(block.table.rows()[row].labels), columns[*differs].id, remedy));
        }
    }

    static const std::string& figure(const Origin& origin, const std::string& column) {
        static const std::string none;
        const auto& header = origin.table->header;
        const auto at = static_cast<std::size_t>(std::find(header.begin(), header.end(), column) - header.begin());
        return at < origin.row->cells.size() ? origin.row->cells[at] : none;
    }

    /// The rows of CSV files that a row of a page may repeat. A table of several metrics takes rows with its labels, or
    /// the total of the metric that its row is called after.
    std::vector<Origin> origins_of(const report::TableBlock& block, std::size_t row) const {
        std::vector<Origin> origins;
        const TableRow& shown = block.table.rows()[row];
        if (!block.programme.empty()) {
            const extract::Table& table = tables_.at(block.programme + "/" + block.metric);
            if (row < table.rows.size()) origins.push_back({&table, &table.rows[row]});
            return origins;
        }
        for (const FinishedTable& of : release_.tables) {
            const std::vector<std::string>& tags = of.described->tags;
            if (std::find(tags.begin(), tags.end(), block.metric) == tags.end()) continue;
            const extract::Table& table = tables_.at(of.name());
            for (std::size_t each = 0; each < table.rows.size(); ++each)
                if (repeats(block, shown, of, table, each)) origins.push_back({&table, &table.rows[each]});
        }
        return origins;
    }

    bool repeats(const report::TableBlock& block, const TableRow& shown, const FinishedTable& of,
                 const extract::Table& table, std::size_t row) const {
        const std::vector<Label>& labels = block.table.labels();
        if (labels.size() == 1 && labels.front().id == "table") {
            std::string anchor = of.name();
            std::replace_if(
                anchor.begin(), anchor.end(), [](char c) { return c == '/' || c == '_'; }, '-');
            return shown.id == anchor && (of.answer == FinishedTable::computed || is_total(of, row));
        }
        for (std::size_t label = 0; label < shown.labels.size(); ++label)
            if (label >= table.rows[row].cells.size() ||
                table.rows[row].cells[label] != shown.labels[label].in(language_))
                return false;
        return true;
    }

    bool is_total(const FinishedTable& of, std::size_t row) const {
        const std::vector<Row>& rows = release_.answers[of.answer].rows;
        return row < rows.size() && rows[row].total;
    }

    const FinishedRelease& release_;
    Language language_;
    const ReadTables& tables_;
};

/// A number or a marker, whole: labels may begin with a digit, too.
bool is_figure(const std::string& cell) {
    const std::size_t first = cell.starts_with('-') ? 1 : 0;
    return cell.starts_with('[') ||
           (cell.size() > first && cell.find_first_not_of("0123456789.", first) == std::string::npos);
}

void expect_same(const extract::Table& one, const extract::Table& other, const std::string& name) {
    bool same = one.header == other.header && one.rows.size() == other.rows.size();
    for (std::size_t row = 0; same && row < one.rows.size(); ++row) {
        const std::vector<std::string>& left = one.rows[row].cells;
        const std::vector<std::string>& right = other.rows[row].cells;
        same = left.size() == right.size() &&
               std::equal(left.begin(), left.end(), right.begin(), [](const std::string& a, const std::string& b) {
                   return a == b || (!is_figure(a) && !is_figure(b));
               });
    }
    if (!same)
        throw Refusal(fmt::format("{}: its CSV files show different figures in the two languages. {}", name, remedy));
}

ReadTables read_tables(const FinishedRelease& release, Language language) {
    ReadTables tables;
    for (const FinishedTable& table : release.tables) {
        const std::string path = fmt::format("tables/{}/{}/{}", language_code(language), table.programme, table.file);
        tables.emplace(table.name(), read_csv(release.folder / path, path));
    }
    return tables;
}

}  // namespace

ReadTables read_in_agreement(const FinishedRelease& release) {
    std::vector<ReadTables> tables;
    tables.reserve(release.languages.size());
    for (const Language language : release.languages) tables.push_back(read_tables(release, language));
    for (const ReadTables& other : tables)
        for (const auto& [name, table] : other) expect_same(tables.front().at(name), table, name);
    std::vector<std::future<void>> comparisons;
    for (std::size_t i = 0; i < release.languages.size(); ++i)
        comparisons.push_back(std::async(std::launch::async, [&, i] {
            const Comparing comparing(release, release.languages[i], tables[i]);
            for (const report::Report& report : release.reports) comparing.compare(report);
        }));
    for (std::future<void>& comparison : comparisons) comparison.get();
    return std::move(tables.front());
}

}  // namespace quarterdeck::audit
