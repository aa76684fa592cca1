#pragma once

#include "disclosure/published_figures.h"
#include "quarterdeck/message/reader.h"
#include "quarterdeck/message/writer.h"

/// How published figures are written as JSON and read again. Heavy; include it only where they are.
namespace quarterdeck::message {

template <>
struct TextForm<Date> {
    static constexpr auto wanted = "a day as YYYY-MM-DD";
    static std::string text(const Date& date) { return date.iso(); }
    static std::optional<Date> parse(std::string_view text) { return Date::parse(text); }
};

}  // namespace quarterdeck::message

namespace quarterdeck::disclosure {

template <class Codec, message::Is<PublishedTable::Kind> V>
void members(Codec& codec, V& kind) {
    codec("id", kind.id);
    codec("count", kind.count);
    codec("where", kind.where);
    codec("date", kind.date);
    codec("movement", kind.movement);
    codec("since", kind.since);
}

template <class Codec, message::Is<PublishedTable::Line> V>
void members(Codec& codec, V& line) {
    codec("id", line.id);
    codec("where", line.where);
    codec("total", line.total);
    codec("of", line.of);
    codec("figures", line.figures);
}

template <class Codec, message::Is<PublishedTable> V>
void members(Codec& codec, V& table) {
    codec("table", table.name);
    codec("population", table.population);
    codec("measures", table.kinds, message::AtMost{1'000});
    codec("rows", table.lines, message::AtMost{100'000});
}

template <class Codec, message::Is<PublishedFigures> V>
void members(Codec& codec, V& figures) {
    codec("as_at", figures.as_at);
    codec("tables", figures.tables, message::AtMost{100'000});
}

}  // namespace quarterdeck::disclosure
