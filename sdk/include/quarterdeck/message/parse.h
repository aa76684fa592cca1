#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/message/malformed.h"

namespace quarterdeck::message {

inline constexpr int deepest = 64;                     ///< arrays and objects within each other
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

/// Looks through a message without keeping it, so that a hostile one is given up before it has taken memory or
/// time. nlohmann's SAX interface.
class Watch {
public:
    explicit Watch(std::size_t size) : size_(size) {}

    bool null() { return count(); }
    bool boolean(bool /*value*/) { return count(); }
    bool number_integer(std::int64_t /*value*/) { return count(); }
    bool number_unsigned(std::uint64_t /*value*/) { return count(); }
    bool number_float(double /*value*/, const std::string& /*text*/) { return count(); }
    bool string(const std::string& /*value*/) { return count(); }
    bool binary(const nlohmann::json::binary_t& /*value*/) { return count(); }
    bool start_object(std::size_t /*elements*/) {
        keys_.emplace_back();
        return open();
    }
    bool key(const std::string& key) {
        if (!keys_.back().insert(key).second)
            throw Malformed("The message has the key " + shown(key) + " twice in one object.");
        if (keys_.back().size() > most_keys)
            throw Malformed("The message has an object with more than " + std::to_string(most_keys) + " keys.");
        return true;
    }
    bool end_object() {
        keys_.pop_back();
        return close();
    }
    bool start_array(std::size_t /*elements*/) { return open(); }
    bool end_array() { return close(); }
    [[noreturn]] bool parse_error(std::size_t byte, const std::string& /*token*/,
                                  const nlohmann::json::exception& /*error*/) {
        throw Malformed("The message isn't JSON in UTF-8: it can't be read beyond byte " + std::to_string(byte) +
                        " of " + std::to_string(size_) + ".");
    }

private:
    bool count() {
        if (++values_ > most_values)
            throw Malformed("The message holds more than " + std::to_string(most_values) + " values.");
        return true;
    }
    bool open() {
        if (++depth_ > deepest)
            throw Malformed("The message nests deeper than " + std::to_string(deepest) + " levels.");
        return count();
    }
    bool close() {
        --depth_;
        return true;
    }

    std::size_t size_;
    std::vector<std::set<std::string>> keys_;  // of the objects that are open
    std::size_t values_ = 0;
    int depth_ = 0;
};

}  // namespace detail

/// The JSON value of a message from outside. Throws `Malformed` for what isn't JSON in UTF-8, for a key twice in
/// an object, and for a message beyond the limits above.
inline nlohmann::json parse(std::string_view text) {
    detail::Watch watch(text.size());
    nlohmann::json::sax_parse(text, &watch);
    return nlohmann::json::parse(text);
}

}  // namespace quarterdeck::message
