#include <algorithm>
#include <cmath>

#include "audit/finished/chart_scale.h"
#include "audit/finished/page_chart_kinds.h"

namespace quarterdeck::audit {
namespace {

constexpr const char* unreadable = "isn't drawn in a way that can be read back";
constexpr const char* unmarked = "doesn't mark a figure as hidden that the table hides";
constexpr const char* other_point = "draws a point that isn't that of a figure shown";

/// A small picture a row, each a line over the columns with a scale of its own from zero.
class SmallLines {
public:
    SmallLines(const PageChart& chart, const ChartTable& table, const Accounted& told)
        : chart_(chart), table_(table), told_(told) {}

    std::optional<ChartFault> fault() {
        if (goes_below_zero()) return fault_of_texts();
        find_bases();
        if (bases_.size() != table_.rows.size() || !chart_.bars.empty()) return ChartFault{{}, unreadable};
        if (!sort_out()) return ChartFault{{}, unreadable};
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (auto wrong = fault_of_title(row)) return wrong;
            if (auto wrong = fault_of_labels(labels_[row], table_, row)) return wrong;
            if (!draws_what_is_shown(row)) return ChartFault{table_.rows[row], other_point};
        }
        return std::nullopt;
    }

private:
    /// Such lines leave their pictures, whose scale begins at zero.
    bool goes_below_zero() const {
        return std::any_of(table_.figures.begin(), table_.figures.end(), [](const auto& row) {
            return std::any_of(row.begin(), row.end(),
                               [](const std::string& figure) { return value_of(figure).value_or(0) < 0; });
        });
    }

    /// What is written where nobody can say of which picture it is: figures of the table, and names. No more points
    /// than figures, each on a line and as a symbol.
    std::optional<ChartFault> fault_of_texts() const {
        std::vector<std::string> left;
        for (const std::vector<std::string>& row : table_.figures)
            for (const std::string& figure : row)
                if (value_of(figure)) left.push_back(figure);
        if (chart_.points.size() > 4 * left.size() || !chart_.bars.empty()) return ChartFault{{}, other_point};
        std::string titles;
        for (const PlacedText& text : chart_.texts) {
            const auto shown = std::find(left.begin(), left.end(), plain_figure(text.text));
            if (text.anchor == PlacedText::Anchor::start)
                titles += text.text + (text.text.ends_with(' ') ? "" : " ");
            else if (shown != left.end())
                left.erase(shown);
            else if (!is_of_a_column(text.text))
                return ChartFault{{}, "shows a figure that the table doesn't have"};
        }
        if (!told_.covers(titles)) return ChartFault{{}, "shows a number beside a name"};
        return std::nullopt;
    }

    /// The axis of each picture, in their order: the lowest line of its grid, before the title of the next one.
    void find_bases() {
        std::vector<StraightLine> lines;
        for (const StraightLine& line : chart_.frame)
            if (line.from.y == line.to.y && line.from.x < line.to.x) lines.push_back(line);
        std::sort(lines.begin(), lines.end(), [](const StraightLine& one, const StraightLine& other) {
            return one.from.x != other.from.x ? one.from.x < other.from.x : one.from.y < other.from.y;
        });
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (i + 1 == lines.size() || lines[i + 1].from.x != lines[i].from.x ||
                has_title_between(lines[i], lines[i + 1]))
                bases_.push_back(lines[i]);
        std::sort(bases_.begin(), bases_.end(), [](const StraightLine& one, const StraightLine& other) {
            return one.from.y != other.from.y ? one.from.y < other.from.y : one.from.x < other.from.x;
        });
    }

    bool has_title_between(const StraightLine& upper, const StraightLine& lower) const {
        return std::any_of(chart_.texts.begin(), chart_.texts.end(), [&](const PlacedText& text) {
            return text.anchor == PlacedText::Anchor::start && text.at.y > upper.from.y && text.at.y < lower.from.y &&
                   text.at.x < upper.to.x && text.at.x > upper.from.x - margin;
        });
    }

    std::optional<std::size_t> picture_of(const Point& at) const {
        for (std::size_t i = 0; i < bases_.size(); ++i)
            if (at.x > bases_[i].from.x - margin && at.x < bases_[i].to.x + margin && at.y < bases_[i].from.y + steps)
                return i;
        return std::nullopt;
    }

    bool sort_out() {
        titles_.resize(bases_.size());
        labels_.resize(bases_.size());
        points_.resize(bases_.size());
        for (const PlacedText& text : chart_.texts) {
            const std::optional<std::size_t> picture = picture_of(text.at);
            if (!picture) return false;
            const bool below = text.at.y > bases_[*picture].from.y;
            if (text.anchor == PlacedText::Anchor::start)
                titles_[*picture] += squeezed(text.text);
            else if (!below)
                labels_[*picture].push_back(text.text);
            else if (!is_of_a_column(text.text))
                return false;
        }
        for (const Point& point : chart_.points) {
            const std::optional<std::size_t> picture = picture_of(point);
            if (!picture) return false;
            points_[*picture].push_back(point);
        }
        return true;
    }

    /// A picture's title is the row's name, with the markers of what is missing.
    std::optional<ChartFault> fault_of_title(std::size_t row) const {
        const std::string& title = titles_[row];
        const std::string whole = squeezed(table_.rows[row]);
        const std::string brief = squeezed(table_.short_rows[row]);
        const std::string& name = title.starts_with(whole) ? whole : brief;
        if (!title.starts_with(name)) return ChartFault{table_.rows[row], unreadable};
        const std::string rest = title.substr(name.size());
        if (!told_.covers(rest)) return ChartFault{table_.rows[row], "shows a number beside its name"};
        const std::vector<std::string>& figures = table_.figures[row];
        const bool hides = std::find(figures.begin(), figures.end(), "[c]") != figures.end();
        if (hides && rest.find("[c]") == std::string::npos) return ChartFault{table_.rows[row], unmarked};
        return std::nullopt;
    }

    /// Below the axis stands a column's year, or all of its title.
    bool is_of_a_column(const std::string& text) const {
        return std::any_of(table_.columns.begin(), table_.columns.end(), [&](const std::string& title) {
            const std::vector<std::string> numbers = numbers_of(title);
            return title == text || std::find(numbers.begin(), numbers.end(), text) != numbers.end();
        });
    }

    /// All heights are in proportion to the figures of their columns, from one zero at the axis.
    bool draws_what_is_shown(std::size_t row) const {
        std::vector<std::pair<double, double>> seen;  // figure and height
        const StraightLine& base = bases_[row];
        for (const Point& point : points_[row]) {
            const double last = static_cast<double>(table_.columns.size() - 1);
            const double at = last == 0 ? 0 : (point.x - base.from.x) / (base.to.x - base.from.x) * last;
            const double column = std::round(at);
            if (column < 0 || column > last || std::abs(at - column) > 0.1) return false;
            const std::optional<double> value = value_of(table_.figures[row][static_cast<std::size_t>(column)]);
            if (!value) return false;
            seen.emplace_back(*value, point.y);
        }
        if (seen.empty()) return true;
        const auto [low, high] = std::minmax_element(seen.begin(), seen.end());
        const double unit = low->first == high->first ? 0 : (high->second - low->second) / (high->first - low->first);
        const double zero = low->second - low->first * unit;
        if (unit != 0 && std::abs(zero - base.from.y) > 1) return false;
        return std::all_of(seen.begin(), seen.end(),
                           [&](const auto& each) { return is_near(each.second, zero + each.first * unit); });
    }

    static constexpr double margin = 30;  ///< figures stand so far beside the ends of an axis
    static constexpr double steps = 24;   ///< room below the axis

    const PageChart& chart_;
    const ChartTable& table_;
    const Accounted& told_;
    std::vector<StraightLine> bases_;
    std::vector<std::string> titles_;
    std::vector<std::vector<std::string>> labels_;
    std::vector<std::vector<Point>> points_;
};

}  // namespace

std::optional<ChartFault> fault_of_small_lines(const PageChart& chart, const ChartTable& table, const Accounted& told) {
    return SmallLines(chart, table, told).fault();
}

}  // namespace quarterdeck::audit
