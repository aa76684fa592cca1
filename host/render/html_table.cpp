#include <algorithm>

#include "render/csv.h"
#include "render/html_parts.h"

namespace quarterdeck::render {
namespace {

using nlohmann::json;

bool says_percent(const std::string& title) {
    return title.find('%') != std::string::npos || title.find("per cent") != std::string::npos ||
           title.find("y cant") != std::string::npos;
}

/// Turns a table's rows into groups: rows that share the first of several labels stand under it as a heading.
class Layout {
public:
    Layout(const Table& table, const PageWords& words) : table_(table), words_(words), grouped_(has_groups()) {}

    bool grouped() const { return grouped_; }

    json groups() const {
        json groups = json::array();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (row == 0 || !continues(row)) groups.push_back(new_group(row));
            groups.back()["rows"].push_back(row_data(row));
        }
        return groups;
    }

private:
    bool has_groups() const {
        if (table_.labels.size() < 2) return false;
        for (std::size_t row = 1; row < table_.rows.size(); ++row)
            if (!table_.rows[row].total && table_.rows[row].labels.front() == table_.rows[row - 1].labels.front())
                return true;
        return false;
    }

    bool continues(std::size_t row) const {
        const TableRow& here = table_.rows[row];
        const TableRow& above = table_.rows[row - 1];
        if (here.total || above.total) return false;
        return !grouped_ || here.labels.front() == above.labels.front();
    }

    json new_group(std::size_t row) const {
        const TableRow& first = table_.rows[row];
        json group{{"heading", false}, {"total", first.total}, {"rows", json::array()}};
        if (grouped_ && !first.total) group["heading"] = label(first.labels.front());
        group["span"] = std::to_string(table_.labels.size() - 1 + table_.columns.size());
        return group;
    }

    json row_data(std::size_t index) const {
        const TableRow& row = table_.rows[index];
        json labels = json::array();
        if (!grouped_) {
            for (const Text& text : row.labels) labels.push_back({{"text", label(text)}});
        } else if (row.total) {
            labels.push_back({{"text", total_label(index)}});
            for (std::size_t i = 2; i < row.labels.size(); ++i) labels.push_back({{"text", label(row.labels[i])}});
        } else {
            for (std::size_t i = 1; i < row.labels.size(); ++i) labels.push_back({{"text", label(row.labels[i])}});
        }
        json cells = json::array();
        for (const Figure& figure : row.figures) cells.push_back({{"text", figure_text(figure)}});
        return {{"total", row.total}, {"labels", std::move(labels)}, {"cells", std::move(cells)}};
    }

    /// "Total", or with its group in front where it is the total of one: "Diagnostic Radiography BSc, Total".
    std::string total_label(std::size_t index) const {
        const TableRow& total = table_.rows[index];
        const bool of_group = std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
            return !row.total && row.labels.front() == total.labels.front();
        });
        const std::string first = label(total.labels.front());
        return of_group ? first + ", " + label(total.labels[1]) : first;
    }

    /// A query by fields leaves a label empty in its subtotals.
    std::string label(const Text& text) const {
        return text.in(words_.language()).empty() ? words_("all") : words_.in(text);
    }

    const Table& table_;
    const PageWords& words_;
    bool grouped_;
};

json column_data(const Table& table, const PageWords& words) {
    json columns = json::array();
    for (const Column& column : table.columns) {
        std::string title = words.in(column.title);
        if (column.percent && !says_percent(title)) title = words("percent_column", {{"title", title}});
        columns.push_back({{"title", title}});
    }
    return columns;
}

std::set<Marker> markers_in(const Table& table) {
    std::set<Marker> markers;
    for (const TableRow& row : table.rows)
        for (const Figure& figure : row.figures)
            if (const auto* marker = std::get_if<Marker>(&figure)) markers.insert(*marker);
    return markers;
}

}  // namespace

json marker_key(const PageWords& words, const std::set<Marker>& used) {
    constexpr std::pair<Marker, const char*> keys[] = {{Marker::confidential, "marker.confidential"},
                                                       {Marker::not_available, "marker.not_available"},
                                                       {Marker::not_applicable, "marker.not_applicable"}};
    json key = json::array();
    for (const auto& [marker, wording] : keys)
        if (used.contains(marker)) key.push_back({{"marker", marker_text(marker)}, {"meaning", words(wording)}});
    return key;
}

json table_data(const report::TableBlock& block, std::size_t number, bool not_for_publication, const PageWords& words) {
    const Table& table = block.table.table();
    const Layout layout(table, words);
    const auto title_of = [&](std::size_t label) {
        return label < table.labels.size() ? words.in(table.labels[label].title) : std::string();
    };
    json first_label{{"outer", layout.grouped() ? title_of(0) : ""}, {"inner", title_of(layout.grouped() ? 1 : 0)}};
    json other_labels = json::array();
    for (std::size_t i = layout.grouped() ? 2 : 1; i < table.labels.size(); ++i)
        other_labels.push_back({{"text", title_of(i)}});
    json notes = json::array();
    for (const Text& note : block.notes) notes.push_back({{"text", words.in(note)}});
    const std::string path = std::string("tables/") + language_code(words.language()) + "/" + block.programme + "/" +
                             csv_name(block.metric, not_for_publication);
    const Argument title{"title", words.in(block.title)};
    return {{"caption", words("table_caption", {{"number", static_cast<std::int64_t>(number)}, title})},
            {"region_label", words("table_region", {title})},
            {"unit", words.in(block.unit)},
            {"definition", words.in(block.definition)},
            {"csv", block.programme.empty() ? "" : printable(path)},
            {"first_label", std::move(first_label)},
            {"other_labels", std::move(other_labels)},
            {"columns", column_data(table, words)},
            {"groups", layout.groups()},
            {"has_notes", !notes.empty()},
            {"notes", std::move(notes)},
            {"markers", marker_key(words, markers_in(table))}};
}

}  // namespace quarterdeck::render
