#include "audit/finished/page_chart.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace quarterdeck::audit {
namespace {

/// Say how something looks and where it is: by themselves they say nothing to a reader.
constexpr std::array<std::string_view, 31> looks{
    "class",
    "clip-path",
    "d",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "id",
    "opacity",
    "patternunits",
    "preserveaspectratio",
    "role",
    "stroke",
    "transform",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-width",
    "stroke-linecap",
    "viewbox",
    "stroke-linejoin",
    "stroke-miterlimit",
    "text-anchor",
    "stroke-opacity",
    "width",
    "x",
    "xmlns",
    "y",
};
constexpr std::array<std::string_view, 9> other_shapes{"rect",  "circle",   "ellipse", "line",         "polygon",
                                                       "image", "polyline", "use",     "foreignobject"};

template <std::size_t n>
bool is_one_of(std::string_view name, const std::array<std::string_view, n>& all) {
    return std::find(all.begin(), all.end(), name) != all.end();
}

/// The numbers in a text, whatever stands between them.
std::vector<double> numbers_in(std::string_view text) {
    std::vector<double> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        double number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error == std::errc{}) numbers.push_back(number);
        at = error == std::errc{} ? next : at + 1;
    }
    return numbers;
}

std::string commands_of(std::string_view path) {
    std::string commands;
    std::copy_if(path.begin(), path.end(), std::back_inserter(commands),
                 [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z' && c != 'e'); });
    return commands;
}

}  // namespace

struct ChartReader::Attributes {
    const char* const* given;

    std::string_view operator()(std::string_view name) const {
        for (const char* const* each = given; each != nullptr && each[0] != nullptr; each += 2)
            if (each[0] == name && each[1] != nullptr) return each[1];
        return {};
    }
    double number(std::string_view name) const {
        const std::vector<double> numbers = numbers_in((*this)(name));
        return numbers.empty() ? 0 : numbers.front();
    }
    /// By how much a shape or text is moved.
    Point moved() const {
        const std::vector<double> numbers = numbers_in((*this)("transform"));
        if (numbers.size() < 2) return {};
        return {numbers[numbers.size() - 2], numbers.back()};
    }
};

void ChartReader::start(std::string_view name, const char* const* attributes) {
    flush();
    const Attributes given{attributes};
    for (const char* const* each = attributes; each != nullptr && each[0] != nullptr; each += 2)
        if (each[1] != nullptr && !is_one_of(each[0], looks) && std::string_view(each[0]) != "aria-labelledby")
            chart_.words.emplace_back(each[1]);
    if (defined_ > 0 || name == "defs") ++defined_;
    if (clipped_ > 0 || !given("clip-path").empty()) ++clipped_;
    if (name == "text") {
        const Point moved = given.moved();
        const std::string_view anchor = given("text-anchor");
        chart_.texts.push_back({{given.number("x") + moved.x, given.number("y") + moved.y},
                                anchor == "end"      ? PlacedText::Anchor::end
                                : anchor == "middle" ? PlacedText::Anchor::middle
                                                     : PlacedText::Anchor::start,
                                {}});
        placed_ = true;
    }
    if (defined_ > 0) return;
    if (name == "path") shape(given);
    if (is_one_of(name, other_shapes)) ++chart_.unread;
}

void ChartReader::end(std::string_view name) {
    flush();
    if (defined_ > 0) --defined_;
    if (clipped_ > 0) --clipped_;
    if (name == "text") placed_ = false;
}

void ChartReader::text(std::string_view characters) {
    (placed_ ? chart_.texts.back().text : loose_) += characters;
}

void ChartReader::flush() {
    if (loose_.find_first_not_of(" \n\r\t") != std::string::npos) chart_.words.push_back(std::move(loose_));
    loose_.clear();
}

void ChartReader::shape(const Attributes& given) {
    const std::string_view transform = given("transform");
    if (transform.starts_with("translate")) return;  // of a legend, or behind a text
    if (transform.starts_with("matrix")) {
        chart_.points.push_back(given.moved());
        return;
    }
    const std::vector<double> numbers = numbers_in(given("d"));
    const std::string commands = commands_of(given("d"));
    if (clipped_ > 0) {
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) chart_.points.push_back({numbers[i], numbers[i + 1]});
    } else if (commands == "ML" && numbers.size() == 4) {
        chart_.frame.push_back({{numbers[0], numbers[1]}, {numbers[2], numbers[3]}});
    } else if (commands == "MlllZ" && numbers.size() == 8) {
        chart_.bars.push_back({{numbers[0], numbers[1]}, {numbers[0] + numbers[2], numbers[1] + numbers[5]}});
    } else {
        ++chart_.unread;
    }
}

}  // namespace quarterdeck::audit
