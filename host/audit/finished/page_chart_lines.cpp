#include <algorithm>
#include <cmath>

#include "audit/finished/chart_scale.h"
#include "audit/finished/page_chart_kinds.h"

namespace quarterdeck::audit {
namespace {

constexpr const char* unreadable = "isn't drawn in a way that can be read back";
constexpr const char* unmarked = "doesn't mark a figure as hidden that the table hides";

/// A picture of lines over the rows, from left to right.
class Lines {
public:
    Lines(const PageChart& chart, const ChartTable& table, const Accounted& told)
        : chart_(chart), table_(table), told_(told), names_(table.rows.size()), labels_(table.rows.size()) {}

    std::optional<ChartFault> fault() {
        if (!find_plot()) return ChartFault{{}, unreadable};
        sort_out();
        if (auto key = fault_of_key(key_, table_, told_)) return key;
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (auto wrong = fault_of_name(row)) return wrong;
            if (auto wrong = fault_of_labels(labels_[row], table_, row)) return wrong;
        }
        if (steps_.empty() && chart_.points.empty()) return std::nullopt;
        const std::optional<ChartScale> scale = ChartScale::of(steps_);
        if (!scale) return ChartFault{{}, "has an axis whose steps aren't even"};
        return fault_of_points(*scale);
    }

private:
    bool find_plot() {
        bool found = false;
        for (const StraightLine& line : chart_.frame) {
            if (line.from.y != line.to.y) continue;
            left_ = std::min(line.from.x, line.to.x);
            right_ = std::max(line.from.x, line.to.x);
            top_ = found ? std::min(top_, line.from.y) : line.from.y;
            bottom_ = found ? std::max(bottom_, line.from.y) : line.from.y;
            found = true;
        }
        return found && right_ > left_ && chart_.bars.empty();
    }

    std::size_t row_at(double x) const {
        const double band = (right_ - left_) / static_cast<double>(table_.rows.size());
        const double row = std::floor((x - left_) / band);
        return static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(table_.rows.size() - 1)));
    }

    void sort_out() {
        for (const PlacedText& text : chart_.texts) {
            if (text.at.y > bottom_)
                names_[row_at(text.at.x)] += squeezed(text.text);
            else if (text.anchor == PlacedText::Anchor::end && text.at.x < left_)
                steps_.emplace_back(text.at.y, text.text);
            else if (text.at.y < top_)
                key_ += text.text;
            else
                labels_[row_at(text.at.x)].push_back(text.text);
        }
    }

    /// A row's name with the markers of what is missing in it, where the key doesn't have them.
    std::optional<ChartFault> fault_of_name(std::size_t row) const {
        const std::string name = squeezed(table_.rows[row]);
        if (!names_[row].starts_with(name)) return ChartFault{table_.rows[row], unreadable};
        const std::string markers = names_[row].substr(name.size());
        if (!told_.covers(markers)) return ChartFault{table_.rows[row], "shows a number below the axis"};
        for (std::size_t column = 0; column < table_.columns.size(); ++column)
            if (table_.figures[row][column] == "[c]" && only_marker(table_, column).empty() &&
                markers.find("[c]") == std::string::npos)
                return ChartFault{table_.rows[row], unmarked};
        return std::nullopt;
    }

    /// Each point is a figure of its row; a line and its symbol make two of it.
    std::optional<ChartFault> fault_of_points(const ChartScale& scale) const {
        std::vector<std::vector<double>> left(table_.rows.size());
        double least = 0;
        double most = 0;
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            for (const std::string& figure : table_.figures[row])
                if (const std::optional<double> value = value_of(figure)) {
                    left[row].insert(left[row].end(), 2, scale.at(*value));
                    least = std::min(least, *value);
                    most = std::max(most, *value);
                }
        if (!scale.ends_with(least, most, 0))
            return ChartFault{{}, "has an axis that goes further than the figures shown"};
        for (const Point& point : chart_.points) {
            const std::size_t row = row_at(point.x);
            const auto shown = std::find_if(left[row].begin(), left[row].end(),
                                            [&](double height) { return is_near(height, point.y); });
            if (shown == left[row].end())
                return ChartFault{table_.rows[row], "draws a point that isn't that of a figure shown"};
            left[row].erase(shown);
        }
        return std::nullopt;
    }

    const PageChart& chart_;
    const ChartTable& table_;
    const Accounted& told_;
    double left_ = 0;
    double right_ = 0;
    double top_ = 0;
    double bottom_ = 0;
    std::string key_;
    std::vector<std::pair<double, std::string>> steps_;
    std::vector<std::string> names_;
    std::vector<std::vector<std::string>> labels_;
};

}  // namespace

std::optional<ChartFault> fault_of_lines(const PageChart& chart, const ChartTable& table, const Accounted& told) {
    return Lines(chart, table, told).fault();
}

}  // namespace quarterdeck::audit
