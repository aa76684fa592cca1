#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "quarterdeck/message/malformed.h"
#include "quarterdeck/message/members.h"

namespace quarterdeck::message {

namespace detail {

/// A text that isn't UTF-8, and where it stands in the value that is written, as a JSON pointer.
struct NotUtf8 {
    std::string pointer;
};

inline void put_text(std::string& out, std::string_view text) {
    const auto plain = [](char byte) { return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\'; };
    out += '"';
    for (std::size_t from = 0, at = 0; from < text.size(); from = at) {
        while (at < text.size() && plain(text[at])) ++at;
        out += text.substr(from, at - from);
        from = at;
        while (at < text.size() && !plain(text[at])) ++at;
        if (from == at) continue;
        try {
            const std::string quoted = nlohmann::json(text.substr(from, at - from)).dump();
            out.append(quoted, 1, quoted.size() - 2);
        } catch (const nlohmann::json::exception&) {
            throw NotUtf8{};
        }
    }
    out += '"';
}

template <class T>
void put(std::string& out, const T& value);

/// Puts what stands at this key or number of a value.
template <class Key, class T>
void put_at(std::string& out, const Key& key, const T& value) {
    try {
        put(out, value);
    } catch (NotUtf8& fault) {
        if constexpr (std::is_integral_v<Key>)
            fault.pointer.insert(0, "/" + std::to_string(key));
        else
            fault.pointer.insert(0, std::string("/") + key);
        throw;
    }
}

/// The codec that writes an object's members, in their order.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out) : out_(out) {}

    template <class T, class... Notes>
    void operator()(const char* key, const T& member, Notes... /*of no use here*/) {
        if constexpr ((std::is_same_v<Notes, Since> || ...))
            if (member == T{}) return;
        out_ += first_ ? "{\"" : ",\"";
        first_ = false;
        out_ += key;
        out_ += "\":";
        put_at(out_, key, member);
    }
    void finish() { out_ += first_ ? "{}" : "}"; }

private:
    std::string& out_;
    bool first_ = true;
};

template <class T>
void put_list(std::string& out, const std::vector<T>& values) {
    out += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        put_at(out, i, values[i]);
    }
    out += ']';
}

template <class T>
std::string_view name(T value) {
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

template <class T>
void put(std::string& out, const T& value) {
    if constexpr (std::is_same_v<T, Rule>) {
        put(out, value.alternatives);
    } else if constexpr (std::is_same_v<T, Figure>) {
        put_text(out, plain_text(value));
    } else if constexpr (std::is_same_v<T, Compute>) {
        put(out, static_cast<bool>(value));
    } else if constexpr (Textual<T>) {
        put_text(out, TextForm<T>::text(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        put_text(out, value);
    } else if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_arithmetic_v<T>) {
        static_assert(!std::is_floating_point_v<T>);
        out += std::to_string(value);
    } else if constexpr (std::is_enum_v<T>) {
        put_text(out, name(value));
    } else if constexpr (is_vector<T>) {
        put_list(out, value);
    } else if constexpr (is_optional<T>) {
        if (value) return put(out, *value);
        out += "null";
    } else {
        ObjectWriter writer(out);
        members(writer, value);
        writer.finish();
    }
}

}  // namespace detail

/// Anything that travels, as JSON without blanks. Throws `Malformed` naming the place of a text that isn't UTF-8.
template <class T>
std::string text_of(const T& value) {
    std::string text;
    try {
        detail::put(text, value);
    } catch (const detail::NotUtf8& fault) {
        throw Malformed(fault.pointer + ": the text isn't valid UTF-8.");
    }
    return text;
}

}  // namespace quarterdeck::message
