#include "render/board/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "render/board/timeline_marks.h"

namespace quarterdeck::render {
namespace {

using report::MilestoneLine;

constexpr int width = 960;
constexpr int left = 120;
constexpr int right = 20;
constexpr int head = 34;
constexpr int row_height = 24;
constexpr int foot = 46;
constexpr std::size_t most_quarters = 16;
constexpr const char* ink = "#212b32";
constexpr const char* grey = "#4c6272";
constexpr const char* line_colour = "#d8dde0";

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            default: safe += c;
        }
    return safe;
}

std::string text_at(int x, int y, const char* anchor, const char* fill, const std::string& text, bool bold = false) {
    return fmt::format(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"{}\" font-family=\"arial, sans-serif\" "
        "font-size=\"13\"{}>{}</text>",
        x, y, anchor, fill, bold ? " font-weight=\"bold\"" : "", escaped(text));
}

/// The last day of the quarter before: where a quarter begins on the line.
Date begin_of(const returns::Quarter& quarter) {
    return quarter.previous().last_day();
}

/// Draws lines of a timeline; x is exact to the pixel, in integers.
class Drawing {
public:
    Drawing(const report::Milestones& milestones, const BoardWords& words) : words_(words), as_at_(milestones.as_at) {
        lines_ = timeline_lines(milestones);
        for (const MilestoneLine* line : lines_) {
            take(line->baseline);
            take(line->forecast);
            take(line->met_on);
        }
        take(as_at_);
    }

    bool empty() const { return lines_.empty(); }

    std::string svg() const {
        const int height = head + static_cast<int>(lines_.size()) * row_height + foot;
        std::string out = fmt::format(
            "<svg viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">"
            "<title>{}</title>",
            width, height, width, height, escaped(words_("timeline.title", {{"date", words_.day(as_at_)}})));
        out += quarters();
        for (std::size_t i = 0; i < lines_.size(); ++i) out += row(*lines_[i], head + static_cast<int>(i) * row_height);
        out += today() + key(height - 14);
        return out + "</svg>";
    }

private:
    void take(const std::optional<Date>& day) {
        if (!day) return;
        const auto quarter = returns::Quarter::of(*day);
        last_ = last_ ? std::max(*last_, quarter) : quarter;
        first_ = first_ ? std::min(*first_, quarter) : quarter;
    }

    /// The quarters shown, earliest first: the last sixteen where there are more.
    std::vector<returns::Quarter> shown() const {
        std::vector<returns::Quarter> all{*last_};
        while (all.front() > *first_ && all.size() < most_quarters) all.insert(all.begin(), all.front().previous());
        return all;
    }

    int x_of(const Date& day) const {
        const std::vector<returns::Quarter> all = shown();
        const std::int32_t begin = begin_of(all.front()).days();
        const std::int32_t end = all.back().last_day().days();
        const std::int32_t place = std::clamp(day.days(), begin, end);
        return left + static_cast<int>(std::int64_t{place - begin} * (width - left - right) / (end - begin));
    }

    std::string quarters() const {
        std::string out;
        const int bottom = head + static_cast<int>(lines_.size()) * row_height;
        for (const returns::Quarter& quarter : shown()) {
            const int x = x_of(begin_of(quarter));
            out += fmt::format("<path d=\"M{} {}V{}\" stroke=\"{}\"/>", x, head - 6, bottom, line_colour);
            out += text_at((x + x_of(quarter.last_day())) / 2, head - 14, "middle", grey,
                           words_("timeline.quarter",
                                  {{"year", quarter.year().substr(2)}, {"number", std::int64_t{quarter.number()}}}));
        }
        return out;
    }

    std::string row(const MilestoneLine& line, int top) const {
        const int y = top + row_height / 2;
        std::string out = text_at(left - 10, y + 5, "end", ink, printable(line.id));
        out += fmt::format("<path d=\"M{} {}H{}\" stroke=\"{}\"/>", left, y, width - right, line_colour);
        const TimelineMarks marks = timeline_marks(line);
        if (const std::optional<Date> to = marks.moved_to())
            out += fmt::format("<path d=\"M{} {}H{}\" stroke=\"{}\" stroke-width=\"3\"/>", x_of(*marks.baseline), y,
                               x_of(*to), grey);
        if (marks.baseline) out += baseline_mark(x_of(*marks.baseline), y, marks.overdue);
        if (marks.met) out += met_mark(x_of(*marks.met), y);
        if (marks.forecast) out += forecast_mark(x_of(*marks.forecast), y);
        return out;
    }

    /// A square on its corner; filled where it is overdue.
    static std::string baseline_mark(int x, int y, bool overdue) {
        return fmt::format("<path d=\"M{} {}l8 8l-8 8l-8 -8z\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>", x,
                           y - 8, overdue ? "#d5281b" : "#ffffff", overdue ? "#d5281b" : ink);
    }

    static std::string forecast_mark(int x, int y) {
        return fmt::format("<path d=\"M{} {}l7 12h-14z\" fill=\"#ffffff\" stroke=\"#005eb8\" stroke-width=\"2\"/>", x,
                           y - 7);
    }

    static std::string met_mark(int x, int y) {
        return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"7\" fill=\"#005eb8\"/>", x, y);
    }

    std::string today() const {
        const int bottom = head + static_cast<int>(lines_.size()) * row_height;
        return fmt::format("<path d=\"M{} {}V{}\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>",
                           x_of(as_at_), head - 6, bottom + 6, ink);
    }

    /// What each mark means.
    std::string key(int y) const {
        constexpr int step = 170;
        int x = left;
        std::string out;
        const auto add = [&](const std::string& mark, const char* wording) {
            out += mark + text_at(x + 14, y + 5, "start", ink, words_(wording));
            x += step;
        };
        add(baseline_mark(x, y, false), "timeline.baseline");
        add(baseline_mark(x, y, true), "timeline.overdue");
        add(forecast_mark(x, y), "timeline.forecast");
        add(met_mark(x, y), "timeline.met");
        add(fmt::format("<path d=\"M{} {}v16\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>", x, y - 8,
                        ink),
            "timeline.today");
        return out;
    }

    const BoardWords& words_;
    Date as_at_;
    std::vector<const MilestoneLine*> lines_;
    std::optional<returns::Quarter> first_;
    std::optional<returns::Quarter> last_;
};

}  // namespace

std::string timeline(const report::Milestones& milestones, const BoardWords& words) {
    const Drawing drawing(milestones, words);
    return drawing.empty() ? std::string() : drawing.svg();
}

}  // namespace quarterdeck::render
