#include <algorithm>
#include <cmath>

#include "audit/finished/chart_scale.h"
#include "audit/finished/page_chart_kinds.h"

namespace quarterdeck::audit {
namespace {

constexpr const char* unreadable = "isn't drawn in a way that can be read back";
constexpr const char* unmarked = "doesn't mark a figure as hidden that the table hides";
constexpr const char* other_bars = "draws bars that aren't those of the figures shown";

/// A hidden part of a bar is as long as this part of the longest bar, whatever it is: see stacked_bar.js.
constexpr double unknown_length = 0.06;
constexpr double whole = 100;

/// A picture of horizontal bars, taken apart by rows from top to bottom.
class Bars {
public:
    Bars(const PageChart& chart, const ChartTable& table, const Accounted& told)
        : chart_(chart),
          table_(table),
          told_(told),
          names_(table.rows.size()),
          labels_(table.rows.size()),
          bars_(table.rows.size()) {}

    std::optional<ChartFault> fault() {
        if (!find_plot() || !sort_out()) return ChartFault{{}, unreadable};
        if (auto key = fault_of_key(key_, table_, told_)) return key;
        measure();
        const std::optional<ChartScale> scale = ChartScale::of(steps_);
        if (!scale && (!steps_.empty() || least_ < 0 || most_ > 0))
            return ChartFault{{}, "has an axis whose steps aren't even"};
        if (scale) scale_ = *scale;
        if (scale && !scale_.ends_with(least_, most_, table_.percent ? whole : 0))
            return ChartFault{{}, "has an axis that goes further than the figures shown"};
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (names_[row] != squeezed(table_.rows[row])) return ChartFault{table_.rows[row], unreadable};
            if (auto wrong = fault_of_labels(labels_[row], table_, row)) return wrong;
            if (!marks_hidden(row)) return ChartFault{table_.rows[row], unmarked};
            if (!draws_what_is_shown(row)) return ChartFault{table_.rows[row], other_bars};
        }
        return std::nullopt;
    }

private:
    bool stacked() const { return table_.kind == ChartTable::Kind::stacked_bars; }

    bool find_plot() {
        bool found = false;
        for (const StraightLine& line : chart_.frame) {
            if (line.from.x != line.to.x) continue;
            left_ = found ? std::min(left_, line.from.x) : line.from.x;
            top_ = std::min(line.from.y, line.to.y);
            bottom_ = std::max(line.from.y, line.to.y);
            found = true;
        }
        return found && bottom_ > top_ && chart_.points.empty();
    }

    /// The row at a height; nothing above or below the rows.
    std::optional<std::size_t> row_at(double y) const {
        const double band = (bottom_ - top_) / static_cast<double>(table_.rows.size());
        const double row = std::floor((y - top_) / band);
        if (row < 0 || row >= static_cast<double>(table_.rows.size())) return std::nullopt;
        return static_cast<std::size_t>(row);
    }

    bool sort_out() {
        for (const PlacedText& text : chart_.texts) {
            const std::optional<std::size_t> row = row_at(text.at.y);
            if (text.at.y < top_)
                key_ += text.text;
            else if (!row)
                steps_.emplace_back(text.at.x, text.text);
            else if (text.anchor == PlacedText::Anchor::end && text.at.x < left_)
                names_[*row] += squeezed(text.text);
            else
                labels_[*row].push_back(text.text);
        }
        for (const StraightLine& bar : chart_.bars) {
            const std::optional<std::size_t> row = row_at((bar.from.y + bar.to.y) / 2);
            if (!row) return false;
            if (bar.from.x != bar.to.x) bars_[*row].push_back(bar);
        }
        for (std::vector<StraightLine>& bars : bars_)
            std::sort(bars.begin(), bars.end(), [&](const StraightLine& one, const StraightLine& other) {
                return stacked() ? one.from.x < other.from.x : one.from.y < other.from.y;
            });
        return true;
    }

    /// How far the bars reach, and how long the longest is of what is shown.
    void measure() {
        for (const std::vector<std::string>& figures : table_.figures) {
            double below = 0;
            double above = 0;
            for (const std::string& figure : figures) {
                const double value = value_of(figure).value_or(0);
                below = stacked() ? below + std::min(value, 0.0) : std::min(below, value);
                above = stacked() ? above + std::max(value, 0.0) : std::max(above, value);
            }
            least_ = std::min(least_, below);
            most_ = std::max(most_, above);
            longest_ = std::max(longest_, below + above);
        }
        if (stacked() && !table_.percent) most_ += unknown_length * longest_;
    }

    bool hides(std::size_t row) const {
        const std::vector<std::string>& figures = table_.figures[row];
        return std::find(figures.begin(), figures.end(), "[c]") != figures.end();
    }

    /// Bars side by side have a label each.
    bool marks_hidden(std::size_t row) const {
        const auto marked = std::count_if(labels_[row].begin(), labels_[row].end(), [](const std::string& label) {
            return label.find("[c]") != std::string::npos;
        });
        const std::vector<std::string>& figures = table_.figures[row];
        const auto hidden = std::count(figures.begin(), figures.end(), "[c]");
        return stacked() ? hidden == 0 || marked > 0 : marked == hidden;
    }

    bool draws_what_is_shown(std::size_t row) const {
        std::vector<double> values;
        for (const std::string& figure : table_.figures[row])
            if (const std::optional<double> value = value_of(figure); value && *value != 0) values.push_back(*value);
        return stacked() ? draws_stacked(row, values) : draws_side_by_side(row, values);
    }

    bool draws_side_by_side(std::size_t row, const std::vector<double>& values) const {
        return std::equal(bars_[row].begin(), bars_[row].end(), values.begin(), values.end(),
                          [&](const StraightLine& bar, double value) {
                              return is_near(bar.from.x, scale_.zero) && is_near(bar.to.x, scale_.at(value));
                          });
    }

    /// Parts of a whole whose rounded sum isn't quite 100 are drawn a little longer or shorter, all alike.
    bool draws_stacked(std::size_t row, const std::vector<double>& values) const {
        constexpr double outline = 1;  // half of it stands on either side
        std::vector<double> lengths(bars_[row].size());
        std::transform(bars_[row].begin(), bars_[row].end(), lengths.begin(),
                       [](const StraightLine& bar) { return std::abs(bar.to.x - bar.from.x) + outline; });
        double sum = 0;
        for (const double value : values) sum += value;
        double stretch = 1;
        if (!values.empty() && !lengths.empty() && may_stretch(sum)) stretch = stretched(values, lengths);
        std::vector<double> expected(values.size());
        std::transform(values.begin(), values.end(), expected.begin(),
                       [&](double value) { return std::abs(value) * stretch * scale_.unit; });
        if (hides(row))
            expected.push_back(scale_.unit * (table_.percent ? whole - sum * stretch : unknown_length * longest_));
        std::erase_if(expected, [](double length) { return length <= outline; });  // there is an outline alone
        if (std::any_of(values.begin(), values.end(), [](double value) { return value < 0; })) {
            std::sort(lengths.begin(), lengths.end());  // these lie on the other side of the axis
            std::sort(expected.begin(), expected.end());
        }
        return std::equal(lengths.begin(), lengths.end(), expected.begin(), expected.end(), is_near);
    }

    bool may_stretch(double sum) const {
        return table_.percent && std::abs(sum - whole) <= 0.5 * static_cast<double>(table_.columns.size());
    }

    /// By how much, as the longest part says; as it is where that is more than rounding explains.
    double stretched(const std::vector<double>& values, const std::vector<double>& lengths) const {
        constexpr double most = 0.05;
        const auto longest = std::max_element(values.begin(), values.end());
        const auto at = static_cast<std::size_t>(longest - values.begin());
        if (at >= lengths.size()) return 1;
        const double stretch = lengths[at] / (*longest * scale_.unit);
        return std::abs(stretch - 1) <= most ? stretch : 1;
    }

    const PageChart& chart_;
    const ChartTable& table_;
    const Accounted& told_;
    double left_ = 0;
    double top_ = 0;
    double bottom_ = 0;
    double least_ = 0;
    double most_ = 0;
    double longest_ = 0;
    ChartScale scale_;
    std::string key_;
    std::vector<std::pair<double, std::string>> steps_;
    std::vector<std::string> names_;
    std::vector<std::vector<std::string>> labels_;
    std::vector<std::vector<StraightLine>> bars_;
};

}  // namespace

std::optional<ChartFault> fault_of_bars(const PageChart& chart, const ChartTable& table, const Accounted& told) {
    return Bars(chart, table, told).fault();
}

}  // namespace quarterdeck::audit
