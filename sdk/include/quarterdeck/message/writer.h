#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "quarterdeck/message/malformed.h"
#include "quarterdeck/message/members.h"

namespace quarterdeck::message {

using Json = nlohmann::ordered_json;

template <class T>
Json to_json(const T& value);

namespace detail {

/// The codec that fills an object with members, in their order.
class ObjectWriter {
public:
    template <class T, class... Notes>
    void operator()(const char* key, const T& member, Notes... /*of no use here*/) {
        if constexpr ((std::is_same_v<Notes, Since> || ...))
            if (member == T{}) return;
        object_[key] = to_json(member);
    }
    Json take() { return std::move(object_); }

private:
    Json object_ = Json::object();
};

template <class T>
Json list(const std::vector<T>& values) {
    Json array = Json::array();
    for (const T& value : values) array.push_back(to_json(value));
    return array;
}

template <class T>
Json name(T value) {
    for (const auto& [known, text] : Names<T>::list)
        if (known == value) return text;
    throw Malformed("A message can't be written: an enumerator has the unknown value " +
                    std::to_string(static_cast<long long>(value)) + ".");
}

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// Where the first text that isn't UTF-8 stands, as a JSON pointer; empty when there is none.
inline std::string not_utf8(const Json& value, const std::string& pointer) {
    if (value.is_string()) {
        try {
            static_cast<void>(value.dump());
            return {};
        } catch (const Json::exception&) {
            return pointer;
        }
    }
    if (!value.is_structured()) return {};
    for (const auto& [key, element] : value.items())
        if (auto place = not_utf8(element, std::string(pointer).append("/").append(key)); !place.empty()) return place;
    return {};
}

}  // namespace detail

/// The JSON value of anything that travels.
template <class T>
Json to_json(const T& value) {
    if constexpr (std::is_same_v<T, Rule>) {
        return to_json(value.alternatives);
    } else if constexpr (std::is_same_v<T, Figure>) {
        return plain_text(value);
    } else if constexpr (std::is_same_v<T, Compute>) {
        return static_cast<bool>(value);
    } else if constexpr (Textual<T>) {
        return TextForm<T>::text(value);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_arithmetic_v<T>) {
        static_assert(!std::is_floating_point_v<T>);
        return value;
    } else if constexpr (std::is_enum_v<T>) {
        return detail::name(value);
    } else if constexpr (detail::is_vector<T>) {
        return detail::list(value);
    } else if constexpr (detail::is_optional<T>) {
        return value ? to_json(*value) : Json(nullptr);
    } else {
        detail::ObjectWriter writer;
        members(writer, value);
        return writer.take();
    }
}

/// The message's text. Throws `Malformed` naming the place of a text that isn't UTF-8.
inline std::string text_of(const Json& value) {
    try {
        return value.dump();
    } catch (const Json::exception&) {
        throw Malformed(detail::not_utf8(value, "") + ": the text isn't valid UTF-8.");
    }
}

}  // namespace quarterdeck::message
