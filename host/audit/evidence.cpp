#include "audit/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extract/mapped_file.h"
#include "refusal.h"

namespace quarterdeck::audit {
namespace {

constexpr std::int64_t power_of_ten(int exponent) {
    return exponent == 0 ? 1 : 10 * power_of_ten(exponent - 1);
}

/// Half of the last printed place, in 1/100,000.
constexpr std::int64_t half_place(int places) {
    return Printed::unit / 2 / power_of_ten(places);
}

/// Percentages above a thousand say nothing of parts.
constexpr std::int64_t most_ratio = 1000 * Printed::unit;

/// A row of a table, which may be put together from several files.
struct PrintedRow {
    const PublishedFile* file = nullptr;
    const extract::TableRow* row = nullptr;
    std::map<std::string, std::string> labels;  ///< by column; the table's own left out
    std::map<std::string, std::size_t> cells;   ///< by column
    std::set<std::string> total_of;             ///< label columns that say "Total"
};

using Rows = std::vector<PrintedRow>;

class Gathering {
public:
    explicit Gathering(Evidence& evidence) : evidence_(evidence) {}

    void add(const PublishedFile& file) {
        std::map<std::string, int> places;
        for (const std::string& column : file.structure.fte)
            for (const extract::TableRow& row : file.table.rows)
                if (const std::optional<Printed> printed = read_printed(text(file, row, column)))
                    places[column] = std::max(places[column], printed->places);
        for (const extract::TableRow& row : file.table.rows) add_row(file, row, places);
    }

    void add_facts() {
        for (const std::string& table : evidence_.tables)
            for (const PrintedRow& row : rows_[table]) add_columns(row);
        for (const std::string& table : evidence_.tables)
            for (const PrintedRow& row : rows_[table]) add_total(row, rows_[table]);
        for (const std::string& table : evidence_.tables) add_twice(rows_[table]);
        for (const std::string& table : evidence_.tables)
            for (const PrintedRow& row : rows_[table]) add_within(row);
        for (const std::string& table : evidence_.tables)
            for (const PrintedRow& row : rows_[table]) add_ratios(row);
    }

private:
    static std::string text(const PublishedFile& file, const extract::TableRow& row, const std::string& column) {
        const auto at = std::find(file.table.header.begin(), file.table.header.end(), column);
        return at == file.table.header.end() ? std::string()
                                             : row.cells[static_cast<std::size_t>(at - file.table.header.begin())];
    }

    void add_row(const PublishedFile& file, const extract::TableRow& row, const std::map<std::string, int>& places) {
        const Structure& structure = file.structure;
        const std::string named = structure.table.empty() ? std::string() : text(file, row, structure.table);
        const std::string table = named.empty() ? file.name : named;
        if (!rows_.contains(table)) evidence_.tables.push_back(table);
        PrintedRow printed{&file, &row, {}, {}, {}};
        std::string name;
        for (const std::string& column : structure.labels) {
            const std::string label = text(file, row, column);
            if (column == structure.table || label.empty()) continue;
            printed.labels.emplace(column, label);
            if (structure.totals.contains(label)) printed.total_of.insert(column);
            name += (name.empty() ? "" : ", ") + label;
        }
        for (const bool whole : {true, false})
            for (const std::string& column : whole ? structure.counts : structure.fte) {
                const std::string shown = text(file, row, column);
                const std::optional<Printed> figure = read_printed(shown);
                if (!figure || figure->kind == Printed::Kind::absent) continue;
                printed.cells.emplace(column, evidence_.cells.size());
                evidence_.cells.push_back(
                    {table, name, column, shown, *figure, whole, whole ? 0 : places.at(column), file.name, row.line});
            }
        rows_[table].push_back(std::move(printed));
    }

    void add_columns(const PrintedRow& row) {
        for (const Structure::Sum& sum : row.file->structure.sums) {
            const auto whole = row.cells.find(sum.whole);
            if (whole == row.cells.end()) continue;
            std::vector<std::size_t> parts;
            for (const std::string& part : sum.parts)
                if (const auto cell = row.cells.find(part); cell != row.cells.end()) parts.push_back(cell->second);
            add_sum(Fact::Kind::columns, whole->second, parts, parts.size() == sum.parts.size());
        }
    }

    /// A total adds up the rows that differ from it in one label, else those that are totals in none of its.
    void add_total(const PrintedRow& total, const Rows& rows) {
        if (total.total_of.empty()) return;
        bool found = false;
        for (const std::string& column : total.total_of) found = add_total_over(total, rows, {column}) || found;
        if (found) return;
        std::set<std::string> over = total.total_of;
        for (const PrintedRow& row : rows)
            for (const auto& [column, label] : row.labels)
                if (!total.labels.contains(column)) over.insert(column);
        add_total_over(total, rows, over);
    }

    bool add_total_over(const PrintedRow& total, const Rows& rows, const std::set<std::string>& over) {
        std::vector<const PrintedRow*> parts;
        for (const PrintedRow& row : rows)
            if (&row != &total && is_part(row, total, over)) parts.push_back(&row);
        if (parts.empty()) return false;
        for (const auto& [column, whole] : total.cells) {
            std::vector<std::size_t> cells;
            for (const PrintedRow* const part : parts)
                if (const auto cell = part->cells.find(column); cell != part->cells.end())
                    cells.push_back(cell->second);
            add_sum(Fact::Kind::rows, whole, cells, cells.size() == parts.size());
        }
        return true;
    }

    static bool is_part(const PrintedRow& row, const PrintedRow& total, const std::set<std::string>& over) {
        for (const std::string& column : over)
            if (row.total_of.contains(column)) return false;
        const auto agrees = [&](const auto& one, const auto& other) {
            return std::all_of(one.labels.begin(), one.labels.end(), [&](const auto& label) {
                if (over.contains(label.first)) return true;
                const auto found = other.labels.find(label.first);
                return found != other.labels.end() && found->second == label.second;
            });
        };
        return agrees(row, total) && agrees(total, row);
    }

    void add_sum(Fact::Kind kind, std::size_t whole, const std::vector<std::size_t>& parts, bool complete) {
        if (parts.empty()) return;
        Relation relation{{{whole, 1}}, {0, complete ? 0 : Relation::open}};
        for (const std::size_t part : parts) relation.terms.push_back({part, -1});
        evidence_.facts.push_back({kind, whole, parts, {}, {relation}});
    }

    void add_twice(const Rows& rows) {
        for (auto row = rows.begin(); row != rows.end(); ++row)
            for (auto other = rows.begin(); other != row; ++other) {
                if (other->file == row->file || other->labels != row->labels) continue;
                for (const auto& [column, cell] : row->cells)
                    if (const auto same = other->cells.find(column); same != other->cells.end())
                        add_sum(Fact::Kind::twice, cell, {same->second}, true);
            }
    }

    void add_within(const PrintedRow& row) {
        for (const Structure::Within& within : row.file->structure.within) {
            const auto part = row.cells.find(within.part);
            const auto whole = row.cells.find(within.whole);
            if (part == row.cells.end() || whole == row.cells.end()) continue;
            const std::int64_t factor = evidence_.cells[part->second].whole ? 1 : Printed::unit;
            const Relation relation{{{whole->second, factor}, {part->second, -1}}, {0, Relation::open}};
            evidence_.facts.push_back({Fact::Kind::within, whole->second, {part->second}, {}, {relation}});
        }
    }

    void add_ratios(const PrintedRow& row) {
        for (const Structure::Ratio& ratio : row.file->structure.ratios) {
            const std::string shown = text(*row.file, *row.row, ratio.column);
            const std::optional<Printed> printed = read_printed(shown);
            const auto of = row.cells.find(ratio.of);
            const auto over = row.cells.find(ratio.over);
            if (!printed || printed->kind != Printed::Kind::number || printed->value > most_ratio) continue;
            if (of == row.cells.end() || over == row.cells.end()) continue;
            const std::int64_t factor =
                (evidence_.cells[of->second].whole ? Printed::unit : 1) * (ratio.percent ? 100 : 1);
            const std::int64_t half = half_place(printed->places);
            const Relation above{{{of->second, factor}, {over->second, half - printed->value}}, {0, Relation::open}};
            const Relation below{{{over->second, half + printed->value}, {of->second, -factor}}, {0, Relation::open}};
            evidence_.facts.push_back(
                {Fact::Kind::ratio, over->second, {of->second}, ratio.column + " " + shown, {above, below}});
        }
    }

    Evidence& evidence_;
    std::map<std::string, Rows> rows_;
};

/// A footnote's number clings to some markers: `<52` where all others are `<5`.
void mend_footnotes(Evidence& evidence) {
    std::map<std::int64_t, std::size_t> times;
    for (const Cell& cell : evidence.cells)
        if (cell.printed.below > 0) ++times[cell.printed.below];
    const auto usual =
        std::max_element(times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (usual == times.end()) return;
    for (Cell& cell : evidence.cells) {
        if (cell.printed.below == usual->first || cell.printed.below / 10 != usual->first) continue;
        cell.printed.below = usual->first;
        evidence.notes.push_back(fmt::format("{}, {}, {}: {} is read as <{} with a footnote's number.", cell.table,
                                             cell.row, cell.column, cell.text, usual->first));
    }
}

}  // namespace

Range Cell::range() const {
    const std::int64_t unit = whole ? 1 : Printed::unit;
    if (hidden()) return {1, printed.below > 0 ? printed.below * unit - 1 : Range::most / Printed::unit * unit};
    const std::int64_t value = whole ? printed.value / Printed::unit : printed.value;
    const std::int64_t half = whole ? 0 : half_place(places);
    return {std::max<std::int64_t>(0, value - half), value + half};
}

PublishedFile read_published(const std::filesystem::path& path, const std::string& name) {
    PublishedFile file{name, {}, {}};
    try {
        const extract::MappedFile mapped(path);
        file.table = extract::read_table(mapped.text());
    } catch (const std::runtime_error& error) {
        throw Refusal(fmt::format("{}: can't be read ({}). Name CSV files or the directory of a release.",
                                  path.string(), error.what()));
    }
    if (file.table.fault != extract::CsvFault::none)
        throw Refusal(
            fmt::format("{}, line {}: isn't CSV in UTF-8; expected fields after RFC 4180. Save the table as "
                        "\"CSV UTF-8\".",
                        path.string(), file.table.fault_line));
    for (const extract::TableRow& row : file.table.rows)
        if (row.cells.size() != file.table.header.size())
            throw Refusal(
                fmt::format("{}, line {}: has {} fields where the heading has {}; expected as many. Give "
                            "each row one field for each column.",
                            path.string(), row.line, row.cells.size(), file.table.header.size()));
    file.structure = recognise(file.table);
    return file;
}

Evidence gather(const std::vector<PublishedFile>& files) {
    Evidence evidence;
    Gathering gathering(evidence);
    for (const PublishedFile& file : files) {
        for (const std::string& column : file.structure.below_zero)
            evidence.notes.push_back(fmt::format(
                "{}: the column {} is left out, since it has figures below zero: what is hidden in it could "
                "be any number, so it bounds nothing else.",
                file.name, column));
        if (file.structure.counts.empty())
            evidence.notes.push_back(
                fmt::format("{}: no column of it is known to count anything, so it tells nothing.", file.name));
        else
            gathering.add(file);
    }
    mend_footnotes(evidence);
    gathering.add_facts();
    return evidence;
}

}  // namespace quarterdeck::audit
