#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quarterdeck/message/malformed.h"
#include "quarterdeck/message/tree.h"

namespace quarterdeck::message {

inline constexpr std::size_t deepest = 64;             ///< arrays and objects within each other
inline constexpr std::size_t most_keys = 64;           ///< members of one object
inline constexpr std::size_t most_values = 2'000'000;  ///< values of all kinds in one message

namespace detail {

/// Text from outside, quoted, shortened and in ASCII, so that a sentence can hold it.
inline std::string shown(std::string_view text) {
    constexpr std::size_t most = 40;
    const bool cut = text.size() > most;
    const nlohmann::json value(std::string(text.substr(0, most)));
    return value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + (cut ? "..." : "");
}

/// Builds the tree of a message while it is read, so that a hostile one is given up before it has taken memory or
/// time. nlohmann's SAX interface.
class TreeBuilder {
public:
    explicit TreeBuilder(std::size_t size) : size_(size) {}

    Tree take() { return std::move(tree_); }

    bool null() { return add(Kind::null); }
    bool boolean(bool value) { return add(Kind::boolean, value ? "1" : ""); }
    bool number_integer(std::int64_t value) { return add(Kind::whole_number, std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return add(Kind::whole_number, std::to_string(value)); }
    bool number_float(double /*value*/, const std::string& text) { return add(Kind::fractional_number, text); }
    bool string(const std::string& value) { return add(Kind::text, value); }
    bool binary(const nlohmann::json::binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*elements*/) { return open(Kind::object); }
    bool key(const std::string& key) {
        const Tree::Value& object = tree_.values[open_.back()];
        for (std::size_t at = open_.back() + 1; at < tree_.values.size(); at = tree_.values[at].end)
            if (tree_.key(at) == key)
                throw Malformed("The message has the key " + shown(key) + " twice in one object.");
        if (object.size == most_keys)
            throw Malformed("The message has an object with more than " + std::to_string(most_keys) + " keys.");
        key_ = tree_.keep(key);
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t /*elements*/) { return open(Kind::list); }
    bool end_array() { return close(); }
    [[noreturn]] bool parse_error(std::size_t byte, const std::string& /*token*/,
                                  const nlohmann::json::exception& /*error*/) {
        throw Malformed("The message isn't JSON in UTF-8: it can't be read beyond byte " + std::to_string(byte) +
                        " of " + std::to_string(size_) + ".");
    }

private:
    bool add(Kind kind, std::string_view text = {}) {
        if (tree_.values.size() == most_values)
            throw Malformed("The message holds more than " + std::to_string(most_values) + " values.");
        if (!open_.empty()) ++tree_.values[open_.back()].size;
        const auto end = static_cast<std::uint32_t>(tree_.values.size() + 1);
        tree_.values.push_back({kind, std::exchange(key_, {}), tree_.keep(text), 0, end});
        return true;
    }
    bool open(Kind kind) {
        if (open_.size() == deepest)
            throw Malformed("The message nests deeper than " + std::to_string(deepest) + " levels.");
        add(kind);
        open_.push_back(tree_.values.size() - 1);
        return true;
    }
    bool close() {
        tree_.values[open_.back()].end = static_cast<std::uint32_t>(tree_.values.size());
        open_.pop_back();
        return true;
    }

    Tree tree_;
    Tree::Span key_;                 // of the value that comes next
    std::vector<std::size_t> open_;  // objects and lists that haven't ended
    std::size_t size_;
};

}  // namespace detail

/// What a message from outside holds. Throws `Malformed` for what isn't JSON in UTF-8, for a key twice in an object,
/// and for a message beyond the limits above.
inline Tree parse(std::string_view text) {
    detail::TreeBuilder builder(text.size());
    nlohmann::json::sax_parse(text, &builder);
    return builder.take();
}

}  // namespace quarterdeck::message
