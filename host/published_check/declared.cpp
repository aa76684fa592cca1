#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "published_check/checks.h"
#include "query/exact.h"
#include "report/yaml_file.h"

namespace quarterdeck::published_check {
namespace {

using report::YamlFile;
using report::YamlNode;

constexpr std::string_view file_name = "relations.yaml";

/// Rows of a table: for each named column, the labels that count.
using Filter = std::map<std::size_t, std::vector<std::string>>;

/// A chart's shares and the counts that they are made from.
struct Declaration {
    const Table* chart = nullptr;
    const Table* counts = nullptr;
    Filter only;  ///< rows of the chart that are meant
    std::size_t share = 0;
    std::size_t area = 0;
    std::size_t part = 0;
    std::size_t whole = 0;
    struct Part {
        std::size_t count = 0;
        Filter rows;
    };
    std::map<std::string, Filter> areas;
    std::map<std::string, Part> parts;
};

class Reading {
public:
    Reading(const YamlFile& file, const std::vector<Table>& tables) : file_(file), tables_(tables) {}

    Declaration declaration(const YamlNode& node) const {
        file_.expect_keys(node, {"file", "only", "share", "area", "part", "of", "whole", "areas", "parts"});
        Declaration declared;
        declared.chart = &table(node, "file");
        declared.counts = &table(node, "of");
        if (const YamlNode* const only = node.find("only")) declared.only = filter(*declared.chart, *only);
        declared.share = column(*declared.chart, node, "share");
        declared.area = column(*declared.chart, node, "area");
        declared.part = column(*declared.chart, node, "part");
        declared.whole = column(*declared.counts, node, "whole");
        const YamlNode& areas = map(node, "areas");
        for (std::size_t i = 0; i < areas.keys.size(); ++i)
            declared.areas.emplace(areas.keys[i], filter(*declared.counts, areas.children[i]));
        const YamlNode& parts = map(node, "parts");
        for (std::size_t i = 0; i < parts.keys.size(); ++i)
            declared.parts.emplace(parts.keys[i],
                                   Declaration::Part{column(*declared.counts, parts.children[i], "count"),
                                                     filter(*declared.counts, parts.children[i])});
        return declared;
    }

private:
    const YamlNode& map(const YamlNode& node, std::string_view key) const {
        const YamlNode* const found = node.find(key);
        if (found == nullptr || found->kind != YamlNode::Kind::map)
            file_.refuse(node.line,
                         fmt::format("\"{}\" must name labels, each with the rows that it stands for.", key));
        return *found;
    }

    const Table& table(const YamlNode& node, std::string_view key) const {
        const std::string name = file_.required_text(node, key, "a statement on shares");
        const auto found =
            std::find_if(tables_.begin(), tables_.end(), [&](const Table& table) { return table.name() == name; });
        if (found == tables_.end())
            file_.refuse(node.line, fmt::format("there is no {} in the directory. Name one of its CSV files.", name));
        return *found;
    }

    std::size_t column(const Table& table, const YamlNode& node, std::string_view key) const {
        return named(table, node.line, file_.required_text(node, key, "a statement on shares"));
    }

    std::size_t named(const Table& table, std::size_t line, const std::string& name) const {
        const auto found = table.column(plain(name));
        if (!found) file_.refuse(line, fmt::format("{} has no column {}.", table.name(), name));
        return *found;
    }

    Filter filter(const Table& table, const YamlNode& node) const {
        Filter filter;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (node.keys[i] == "count") continue;
            const YamlNode& labels = node.children[i];
            std::vector<std::string>& wanted = filter[named(table, labels.line, node.keys[i])];
            if (labels.kind == YamlNode::Kind::list)
                for (const YamlNode& label : labels.children) wanted.push_back(label.text);
            else
                wanted.push_back(labels.text);
        }
        return filter;
    }

    const YamlFile& file_;
    const std::vector<Table>& tables_;
};

bool passes(const Table& table, std::size_t row, const Filter& filter) {
    return std::all_of(filter.begin(), filter.end(), [&](const auto& wanted) {
        return std::find(wanted.second.begin(), wanted.second.end(), table.text(row, wanted.first)) !=
               wanted.second.end();
    });
}

/// Numerator and denominator, each as far as markers leave it open.
struct Parts {
    audit::Range part{0, 0};
    audit::Range whole{0, 0};
    audit::Range rest{0, 0};  ///< of the whole, where the part counts the same column
    bool same = false;
    bool known = true;

    /// The least and the greatest share, as numerator and denominator.
    std::pair<std::int64_t, std::int64_t> least() const { return {part.low, same ? part.low + rest.high : whole.high}; }
    std::pair<std::int64_t, std::int64_t> greatest() const {
        return {part.high, same ? part.high + rest.low : whole.low};
    }
};

void add(audit::Range& sum, const audit::Range& range) {
    sum.low += range.low;
    sum.high += range.high;
}

Parts count(const Declaration& declared, const Filter& area, const Declaration::Part& part) {
    Parts parts;
    parts.same = part.count == declared.whole;
    const Table& table = *declared.counts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!passes(table, row, area)) continue;
        const auto whole = table.figure(row, declared.whole);
        const auto figure = table.figure(row, part.count);
        if (!whole || !figure || whole->absent() || figure->absent()) {
            parts.known = false;
            continue;
        }
        add(parts.whole, range_of(*whole, true));
        const bool counted = passes(table, row, part.rows);
        if (counted) add(parts.part, range_of(*figure, true));
        if (!counted) add(parts.rest, range_of(*whole, true));
    }
    return parts;
}

std::optional<std::int64_t> ratio(std::pair<std::int64_t, std::int64_t> of, int places) {
    const auto decimal = query::rounded_ratio(of.first, of.second, places);
    if (!decimal) return std::nullopt;
    std::int64_t value = decimal->units;
    for (int i = decimal->places; i < 5; ++i) value *= 10;
    return value;
}

void check(const Declaration& declared, Findings& findings) {
    const Table& chart = *declared.chart;
    for (std::size_t row = 0; row < chart.rows(); ++row) {
        if (!passes(chart, row, declared.only)) continue;
        const auto area = declared.areas.find(chart.text(row, declared.area));
        const auto part = declared.parts.find(chart.text(row, declared.part));
        const auto share = read_figure(chart.text(row, declared.share));
        if (area == declared.areas.end() || part == declared.parts.end() || !share || !share->number()) continue;
        const Parts parts = count(declared, area->second, part->second);
        constexpr int fewest_places = 2;
        const int places = std::max(share->places, fewest_places);
        const auto low = ratio(parts.least(), places);
        const auto high = ratio(parts.greatest(), places);
        if (!parts.known || !low || !high || (share->value >= *low && share->value <= *high)) continue;
        const Table& counts = *declared.counts;
        findings.push_back(
            {Rule::share_doesnt_follow, chart.place(row, declared.share), chart.about(row),
             fmt::format("{} is printed, but in {} {} {} of {} {} are {}", chart.text(row, declared.share),
                         counts.name(), counts.header(part->second.count), range_text(parts.part),
                         counts.header(declared.whole), range_text(parts.whole),
                         range_text({*ratio(parts.least(), places + 2), *ratio(parts.greatest(), places + 2)}))});
    }
}

}  // namespace

void check_declared(const std::filesystem::path& directory, const std::vector<Table>& tables, Findings& findings) {
    std::error_code none;
    if (!std::filesystem::exists(directory / file_name, none)) return;
    const YamlFile file = YamlFile::read(directory / file_name, std::string(file_name));
    file.expect_keys(file.root(), {"shares"});
    const YamlNode* const shares = file.root().find("shares");
    if (shares == nullptr) return;
    const Reading reading(file, tables);
    for (const YamlNode& node : file.items(*shares, "shares")) check(reading.declaration(node), findings);
}

}  // namespace quarterdeck::published_check
