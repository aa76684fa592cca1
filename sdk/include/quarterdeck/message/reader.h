#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "quarterdeck/message/malformed.h"
#include "quarterdeck/message/members.h"
#include "quarterdeck/message/node.h"
#include "quarterdeck/message/parse.h"
#include "quarterdeck/message/writer.h"

namespace quarterdeck::message {

inline constexpr std::size_t most_elements = 1'000;  ///< of a list for which nothing else is said
inline constexpr std::size_t most_text = 20'000;     ///< bytes of one text

namespace detail {

template <class T>
void read(const Node& node, T& into);

inline bool printable(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return false;
        const bool noncharacter =
            text.substr(i, 2) == "\xEF\xBF" && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) >= 0xBE;
        const bool c1_control = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (noncharacter || c1_control) return false;
    }
    return true;
}

inline void read_text(const Node& node, std::string& into) {
    if (!node.is(Kind::text)) node.expected("text");
    into = node.text();
    if (into.size() > most_text) node.fault("the text is longer than " + std::to_string(most_text) + " bytes");
    if (!printable(into)) node.fault("the text holds a control character; only tabs and line feeds are allowed");
}

inline void read_integer(const Node& node, int& into, Range range) {
    const auto wanted = [range] {
        return "a whole number from " + std::to_string(range.from) + " to " + std::to_string(range.to);
    };
    if (!node.is(Kind::whole_number)) node.expected(wanted());
    const std::string_view digits = node.text();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
    if (error != std::errc{} || into < range.from || into > range.to)
        node.fault("expected " + wanted() + ", found " + std::string(digits));
}

/// Digits with at most one point, as `plain_text` writes them, or a marker.
inline std::optional<Figure> figure_of(std::string_view text) {
    for (const Marker marker : {Marker::confidential, Marker::not_available, Marker::not_applicable})
        if (text == marker_text(marker)) return marker;
    const std::size_t point = text.find('.');
    const std::size_t places = point == std::string_view::npos ? 0 : text.size() - point - 1;
    std::string digits(text.substr(0, point));
    const std::size_t whole = digits.size() - (text.starts_with('-') ? 1 : 0);
    if (whole == 0 || (point != std::string_view::npos && places == 0)) return std::nullopt;
    if (whole > 1 && digits[digits.size() - whole] == '0') return std::nullopt;
    if (places > std::size_t(decimal_places.to)) return std::nullopt;
    if (places > 0) digits += text.substr(point + 1);
    Decimal decimal{.units = 0, .places = static_cast<int>(places)};
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, decimal.units);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return decimal;
}

inline void read_figure(const Node& node, Figure& into) {
    constexpr const char* wanted =
        R"(a decimal as text such as "12.50" with at most 9 places, or "[c]", "[x]" or "[z]")";
    if (!node.is(Kind::text)) node.expected(wanted);
    const auto figure = figure_of(node.text());
    if (!figure) node.fault(std::string("expected ") + wanted + ", found " + shown(node.text()));
    into = *figure;
}

template <class T>
void read_textual(const Node& node, T& into) {
    if (!node.is(Kind::text)) node.expected(TextForm<T>::wanted);
    const std::optional<T> value = TextForm<T>::parse(node.text());
    if (!value) node.fault(std::string("expected ") + TextForm<T>::wanted + ", found " + shown(node.text()));
    into = *value;
}

template <class T>
void read_name(const Node& node, T& into) {
    const bool is_text = node.is(Kind::text);
    for (const auto& [known, name] : Names<T>::list)
        if (is_text && node.text() == name) {
            into = known;
            return;
        }
    std::string known_names;
    for (const auto& [known, name] : Names<T>::list) known_names.append(known_names.empty() ? "" : ", ").append(name);
    if (!is_text) node.expected("one of " + known_names);
    node.fault(shown(node.text()) + " isn't one of " + known_names);
}

/// By what an element of a list is told from the others: its id, unless it says otherwise.
template <class T>
struct Identity {
    static std::string of(const T& element) { return element.id; }
};

/// A list whose elements have ids has each of them once.
template <class T>
void read_list(const Node& node, std::vector<T>& into, AtMost most) {
    if (!node.is(Kind::list)) node.expected("a list");
    if (node.size() > most.elements)
        node.fault("the list has " + std::to_string(node.size()) + " elements; at most " +
                   std::to_string(most.elements) + " are allowed");
    into.resize(node.size());
    std::set<std::string> ids;
    std::optional<Node> element;
    for (T& value : into) {
        element.emplace(element ? element->next() : node.first());
        read(*element, value);
        if constexpr (requires { value.id; })
            if (const std::string id = Identity<T>::of(value); !ids.insert(id).second)
                element->fault("the id " + shown(id) + " stands twice in the list");
    }
}

/// The codec that takes members from an object. Every member of the first minor must be there, and nothing that isn't
/// known.
class ObjectReader {
public:
    explicit ObjectReader(const Node& node) : node_(node) {
        if (!node.is(Kind::object)) node.expected("an object");
        known_.reserve(node.size());
    }

    template <class T>
    void operator()(std::string_view key, T& into) {
        read(member(key), into);
    }
    template <class T>
    void operator()(std::string_view key, std::vector<T>& into, AtMost most) {
        read_list(member(key), into, most);
    }
    void operator()(std::string_view key, int& into, Range range) { read_integer(member(key), into, range); }

    template <class T>
    void operator()(std::string_view key, T& into, Since /*minor*/) {
        if (find(key)) (*this)(key, into);
    }
    template <class T>
    void operator()(std::string_view key, std::vector<T>& into, AtMost most, Since /*minor*/) {
        if (find(key)) (*this)(key, into, most);
    }

    void finish() const {
        if (known_.size() == node_.size()) return;
        std::optional<Node> member;
        for (std::size_t i = 0; i < node_.size(); ++i) {
            member.emplace(member ? member->next() : node_.first());
            if (std::find(known_.begin(), known_.end(), member->key()) == known_.end())
                node_.fault("the key " + shown(member->key()) + " isn't known here");
        }
    }

private:
    /// Members mostly stand in the order in which they are asked for: the search begins behind the last one found.
    std::optional<Node> find(std::string_view key) {
        if (here_ && here_->key() == key) return here_;
        for (std::size_t looked_at = 0; looked_at < node_.size(); ++looked_at) {
            if (at_ == node_.size()) at_ = 0;
            here_.emplace(at_++ == 0 ? node_.first() : here_->next());
            if (here_->key() == key) return here_;
        }
        return std::nullopt;
    }

    Node member(std::string_view key) {
        const std::optional<Node> found = find(key);
        if (!found) node_.fault("the key " + shown(key) + " is missing");
        known_.push_back(key);
        return *found;
    }

    const Node& node_;
    std::optional<Node> here_;  ///< the last member looked at
    std::size_t at_ = 0;        ///< number of the one behind it
    std::vector<std::string_view> known_;
};

inline void check_table(const Node& node, const Table& table) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto wrong = [&](const char* what, std::size_t found, std::size_t wanted) {
            node.fault("row " + std::to_string(i) + " has " + std::to_string(found) + " " + what + "; expected " +
                       std::to_string(wanted) + ", one for each column");
        };
        if (row.labels.size() != table.labels.size()) wrong("labels", row.labels.size(), table.labels.size());
        if (row.figures.size() != table.columns.size()) wrong("figures", row.figures.size(), table.columns.size());
    }
}

template <class T>
void read(const Node& node, T& into) {
    if constexpr (std::is_same_v<T, Rule>) {
        read(node, into.alternatives);
    } else if constexpr (std::is_same_v<T, Figure>) {
        read_figure(node, into);
    } else if constexpr (std::is_same_v<T, std::string>) {
        read_text(node, into);
    } else if constexpr (Textual<T>) {
        read_textual(node, into);
    } else if constexpr (std::is_same_v<T, bool>) {
        if (!node.is(Kind::boolean)) node.expected("true or false");
        into = !node.text().empty();
    } else if constexpr (std::is_same_v<T, Compute>) {
        bool computed = false;
        read(node, computed);
        if (computed)
            into = [](const std::vector<Table>&) -> Table {
                throw std::logic_error("A computed metric was called without its plugin.");
            };
    } else if constexpr (std::is_enum_v<T>) {
        read_name(node, into);
    } else if constexpr (is_vector<T>) {
        read_list(node, into, AtMost{most_elements});
    } else if constexpr (is_optional<T>) {
        if (!node.is(Kind::null)) read(node, into.emplace());
    } else {
        ObjectReader reader(node);
        members(reader, into);
        reader.finish();
        if constexpr (std::is_same_v<T, Table>) check_table(node, into);
    }
}

}  // namespace detail

/// Reads any type that travels from a message from outside, strictly: every member of the first minor is there, all
/// have their type, nothing else is there, ids stand once, sizes are within limits. Throws `Malformed`.
template <class T>
T from_text(std::string_view text) {
    const Tree tree = parse(text);
    T result{};
    detail::read(detail::Node(tree), result);
    return result;
}

}  // namespace quarterdeck::message
