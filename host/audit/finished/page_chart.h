#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::audit {

struct Point {
    double x = 0;
    double y = 0;
};

/// A piece of text in a picture: a line of it, where a name is broken.
struct PlacedText {
    enum class Anchor { start, middle, end };

    Point at;
    Anchor anchor = Anchor::start;
    std::string text;
};

struct StraightLine {
    Point from;
    Point to;
};

/// A picture in a page as its source has it, whoever drew it. Lengths are in units of the picture.
struct PageChart {
    std::vector<std::string> words;   ///< title, description, names for screen readers, comments: all that isn't placed
    std::vector<PlacedText> texts;    ///< in their order
    std::vector<StraightLine> frame;  ///< axes and the lines of the grid, upright or level
    std::vector<StraightLine> bars;   ///< rectangles, from one corner to the one opposite; without their outlines
    std::vector<Point> points;        ///< of the lines of a chart and of the symbols on them
    std::size_t unread = 0;           ///< shapes that are none of these, nor part of a legend or behind a text
};

/// Gathers a picture from what a parser says of it, element by element.
class ChartReader {
public:
    /// Names and values take turns; null ends them.
    void start(std::string_view name, const char* const* attributes);
    void end(std::string_view name);
    void text(std::string_view characters);

    PageChart take() { return std::move(chart_); }

private:
    struct Attributes;

    void shape(const Attributes& given);
    void flush();

    PageChart chart_;
    std::size_t defined_ = 0;  ///< depth within what is only drawn where something names it
    std::size_t clipped_ = 0;  ///< depth within a group that is clipped: the lines of a chart
    bool placed_ = false;      ///< within a text
    std::string loose_;        ///< text that isn't placed
};

}  // namespace quarterdeck::audit
