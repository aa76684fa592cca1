#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/message/malformed.h"

namespace quarterdeck::message {

inline constexpr int deepest = 64;                     ///< arrays and objects within each other
inline constexpr std::size_t most_keys = 64;           ///< members of one object
inline constexpr std::size_t most_values = 4'000'000;  ///< values of all kinds in one message

namespace detail {

/// Text from outside, quoted, shortened and in ASCII, so that a sentence can hold it.
inline std::string shown(std::string_view text) {
    constexpr std::size_t most = 40;
    const bool cut = text.size() > most;
    const nlohmann::json value(std::string(text.substr(0, most)));
    return value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + (cut ? "..." : "");
}

/// Watches a message while it is read, so that a hostile one is given up before it has taken memory or time.
class Watch {
public:
    bool operator()(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (depth > deepest) throw Malformed("The message nests deeper than " + std::to_string(deepest) + " levels.");
        if (event != Event::key && ++values_ > most_values)
            throw Malformed("The message holds more than " + std::to_string(most_values) + " values.");
        if (event == Event::object_start) keys_.emplace_back();
        if (event == Event::object_end) keys_.pop_back();
        if (event == Event::key) note_key(parsed.get_ref<const std::string&>());
        return true;
    }

private:
    void note_key(const std::string& key) {
        if (!keys_.back().insert(key).second)
            throw Malformed("The message has the key " + shown(key) + " twice in one object.");
        if (keys_.back().size() > most_keys)
            throw Malformed("The message has an object with more than " + std::to_string(most_keys) + " keys.");
    }

    std::vector<std::set<std::string>> keys_;  // of the objects that are open
    std::size_t values_ = 0;
};

}  // namespace detail

/// The JSON value of a message from outside. Throws `Malformed` for what isn't JSON in UTF-8, for a key twice in
/// an object, and for a message beyond the limits above.
inline nlohmann::json parse(std::string_view text) {
    try {
        return nlohmann::json::parse(text, [watch = detail::Watch()](int depth, auto event, auto& parsed) mutable {
            return watch(depth, event, parsed);
        });
    } catch (const nlohmann::json::parse_error& error) {
        throw Malformed("The message isn't JSON in UTF-8: it can't be read beyond byte " + std::to_string(error.byte) +
                        " of " + std::to_string(text.size()) + ".");
    } catch (const nlohmann::json::exception&) {
        throw Malformed("The message holds a number that is out of range.");
    }
}

}  // namespace quarterdeck::message
