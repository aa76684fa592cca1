#include "published_check/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "refusal.h"

namespace quarterdeck::published_check {
namespace {

using audit::Printed;

constexpr int kept_places = 4;

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// A plain decimal number with more decimals than `read_printed` takes, cut after four.
std::optional<Figure> long_decimal(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || text.size() - point - 1 <= kept_places) return std::nullopt;
    for (const char c : text.substr(point + 1))
        if (!is_digit(c)) return std::nullopt;
    const auto printed = audit::read_printed(text.substr(0, point + 1 + kept_places));
    if (!printed || printed->kind != Printed::Kind::number) return std::nullopt;
    return Figure{Printed::Kind::number, printed->value, kept_places, 0};
}

/// Columns that number or describe rather than count.
bool is_label(const std::string& name) {
    constexpr std::array<std::string_view, 9> names{"year", "id",   "number", "row", "code",
                                                    "step", "note", "stage",  "line"};
    const std::string called = plain(name);
    const std::size_t behind = called.rfind('_') + 1;  // 0 where there is none
    const std::string_view last = std::string_view(called).substr(behind);
    return called == "stored_value" || std::find(names.begin(), names.end(), last) != names.end();
}

bool holds_figures(const audit::PublishedFile& file, std::size_t column) {
    constexpr std::size_t fewest = 3;
    if (is_label(file.table.header[column])) return false;
    std::size_t figures = 0;
    std::size_t words = 0;
    for (const extract::TableRow& row : file.table.rows) {
        const std::string& text = row.cells[column];
        const std::optional<Figure> figure = read_figure(text);
        if (!figure) ++words;
        if (figure && !text.empty() && text != "*") ++figures;  // a star alone is often a footnote
    }
    return figures >= fewest && 4 * words <= figures;
}

std::vector<std::size_t> key_of(const audit::PublishedFile& file, const std::vector<std::size_t>& figures) {
    std::vector<std::size_t> key;
    std::vector<std::string> texts(file.table.rows.size());
    for (std::size_t column = 0; column < file.table.header.size(); ++column) {
        if (std::find(figures.begin(), figures.end(), column) != figures.end()) continue;
        key.push_back(column);
        for (std::size_t row = 0; row < texts.size(); ++row) texts[row] += file.table.rows[row].cells[column] + '\x1F';
        if (std::set<std::string>(texts.begin(), texts.end()).size() == texts.size()) break;
    }
    return key;
}

}  // namespace

std::optional<Figure> read_figure(std::string_view text) {
    if (plain(std::string(text)) == "n/a") return Figure{};
    for (const std::string_view minus : {"-", "−"})
        if (text.starts_with(minus) && text.size() > minus.size()) {
            std::optional<Figure> figure = read_figure(text.substr(minus.size()));
            if (!figure || !figure->number()) return std::nullopt;
            figure->value = -figure->value;
            return figure;
        }
    if (const auto printed = audit::read_printed(text))
        return Figure{printed->kind, printed->value, printed->places, printed->below};
    return long_decimal(text);
}

std::int64_t half_place(int places) {
    std::int64_t half = Printed::unit / 2;
    for (int i = 0; i < places; ++i) half /= 10;
    return half;
}

audit::Range range_of(const Figure& figure, bool counts) {
    if (figure.number()) {
        const std::int64_t half = counts && figure.places == 0 ? 0 : half_place(figure.places);
        return {figure.value - half, figure.value + half};
    }
    if (figure.kind == Printed::Kind::hidden && figure.below > 0)
        return counts ? audit::Range{Printed::unit, (figure.below - 1) * Printed::unit}
                      : audit::Range{1, figure.below * Printed::unit - 1};
    return {0, audit::Range::most};
}

std::string number_text(std::int64_t value) {
    const std::int64_t size = value < 0 ? -value : value;
    std::string text = fmt::format("{}{}.{:05}", value < 0 ? "-" : "", size / Printed::unit, size % Printed::unit);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string range_text(audit::Range range) {
    if (range.single()) return number_text(range.low);
    if (range.high >= audit::Range::most) return number_text(range.low) + " or more";
    return fmt::format("{} to {}", number_text(range.low), number_text(range.high));
}

Table::Table(audit::PublishedFile file) : file_(std::move(file)) {
    for (std::size_t column = 0; column < file_.table.header.size(); ++column)
        if (holds_figures(file_, column)) figures_.push_back(column);
    key_ = key_of(file_, figures_);
    std::map<std::int64_t, std::size_t> times;
    for (const std::size_t column : figures_)
        for (const extract::TableRow& row : file_.table.rows)
            if (const auto figure = read_figure(row.cells[column]); figure && figure->below > 0) ++times[figure->below];
    const auto usual =
        std::max_element(times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (usual != times.end()) usual_limit_ = usual->first;
}

std::optional<Figure> Table::figure(std::size_t row, std::size_t column) const {
    std::optional<Figure> figure = read_figure(text(row, column));
    if (figure && usual_limit_ > 0 && figure->below / 10 == usual_limit_) figure->below = usual_limit_;
    return figure;
}

std::optional<std::size_t> Table::column(std::string_view name) const {
    for (std::size_t i = 0; i < file_.table.header.size(); ++i)
        if (plain(file_.table.header[i]) == name) return i;
    return std::nullopt;
}

std::string Table::about(std::size_t row, std::optional<std::size_t> but) const {
    std::string about;
    for (const std::size_t column : key_) {
        const std::string& label = text(row, column);
        if (column == but || label.empty() || label == "no" || label == "yes") continue;
        about += (about.empty() ? "" : ", ") + label;
    }
    return about;
}

validate::Place Table::place(std::size_t row, std::size_t column) const {
    return {file_.name, file_.table.rows[row].line, header(column)};
}

std::vector<std::vector<std::size_t>> Table::groups(std::size_t but) const {
    std::map<std::string, std::size_t> numbers;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t row = 0; row < rows(); ++row) {
        std::string labels;
        for (const std::size_t column : key_)
            if (column != but) labels += text(row, column) + '\x1F';
        const auto [found, is_new] = numbers.emplace(labels, groups.size());
        if (is_new) groups.emplace_back();
        groups[found->second].push_back(row);
    }
    return groups;
}

std::string Table::note(std::size_t row) const {
    const std::optional<std::size_t> at = column("note");
    return at ? text(row, *at) : std::string();
}

std::string plain(std::string name) {
    for (char& c : name)
        c = c == ' ' || c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name;
}

std::optional<int> leading_number(std::string_view text) {
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 4 && is_digit(text[digits])) number = number * 10 + (text[digits++] - '0');
    if (digits == 0) return std::nullopt;
    return number;
}

std::string listed(const std::vector<std::string>& texts) {
    std::string all;
    for (std::size_t i = 0; i < texts.size(); ++i)
        all += (i == 0 ? "" : i + 1 == texts.size() ? " and " : ", ") + texts[i];
    return all;
}

std::vector<Table> read_tables(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error))
        if (entry.path().extension() == ".csv") paths.push_back(entry.path());
    if (error || paths.empty())
        throw Refusal(fmt::format("{}: {}. Name a directory of published tables as CSV files.", directory.string(),
                                  error ? "is no directory that can be read" : "holds no CSV file"));
    std::sort(paths.begin(), paths.end());
    std::vector<Table> tables;
    tables.reserve(paths.size());
    for (const auto& path : paths) tables.emplace_back(audit::read_published(path, path.filename().string()));
    return tables;
}

}  // namespace quarterdeck::published_check
