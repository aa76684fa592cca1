#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::message {

enum class Kind : std::uint8_t { null, boolean, whole_number, fractional_number, text, list, object };

/// What a message holds: its values in the order of the text, those of a list or an object behind it, and all their
/// texts in one. A message has tens of thousands of values; none has memory of its own.
struct Tree {
    /// Where a text stands in `texts`.
    struct Span {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Value {
        Kind kind = Kind::null;
        Span key;                ///< in its object
        Span text;               ///< of a text or a number; of a boolean: not empty if it is true
        std::uint32_t size = 0;  ///< elements of a list, members of an object
        std::uint32_t end = 0;   ///< number of the value behind it and all that it holds
    };

    std::vector<Value> values;  ///< the message is the first
    std::string texts;

    std::string_view key(std::size_t number) const { return view(values[number].key); }
    std::string_view text(std::size_t number) const { return view(values[number].text); }

    std::string_view view(Span span) const { return std::string_view(texts).substr(span.begin, span.size); }
    Span keep(std::string_view text) {
        const Span span{static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(text.size())};
        texts += text;
        return span;
    }
};

}  // namespace quarterdeck::message
