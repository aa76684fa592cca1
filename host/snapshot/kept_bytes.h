#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace quarterdeck::snapshot {

/// Puts values one behind the other, as this machine holds them: kept snapshots don't travel.
class KeptWriter {
public:
    void number(std::uint64_t value) { append(&value, sizeof value); }

    void text(std::string_view text) {
        number(text.size());
        append(text.data(), text.size());
    }

    /// Numbers of one kind.
    template <class Numbers>
    void numbers(const Numbers& values) {
        static_assert(std::is_integral_v<typename Numbers::value_type>);
        number(values.size());
        append(values.data(), values.size() * sizeof(values[0]));
    }

    /// Anything else: how many there are, then each as `put` writes it.
    template <class T, class Put>
    void list(const std::vector<T>& values, Put put) {
        number(values.size());
        for (const T& value : values) put(value);
    }

    const std::string& bytes() const { return bytes_; }

private:
    void append(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }

    std::string bytes_;
};

/// The bytes end too early, or say what can't be.
struct KeptFault : std::runtime_error {
    KeptFault() : std::runtime_error("not a whole snapshot") {}
};

/// Takes the values out again, in the same order. Throws `KeptFault`.
class KeptReader {
public:
    explicit KeptReader(std::string_view bytes) : left_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, take(sizeof value), sizeof value);
        return value;
    }

    std::string text() {
        const std::size_t size = size_of(1);
        return {take(size), size};
    }

    template <class Numbers>
    void numbers(Numbers& values) {
        using Number = typename Numbers::value_type;
        static_assert(std::is_integral_v<Number>);
        values.resize(size_of(sizeof(Number)));
        const std::size_t bytes = values.size() * sizeof(Number);
        if (bytes > 0) std::memcpy(values.data(), take(bytes), bytes);
    }

    template <class T, class Get>
    std::vector<T> list(Get get) {
        std::vector<T> values;
        for (std::size_t size = size_of(1); size > 0; --size) values.push_back(get());
        return values;
    }

    bool at_end() const { return left_.empty(); }

private:
    /// How many things follow, each of at least `each` bytes.
    std::size_t size_of(std::size_t each) {
        const std::uint64_t size = number();
        if (size > left_.size() / each) throw KeptFault();
        return static_cast<std::size_t>(size);
    }
    const char* take(std::size_t size) {
        if (size > left_.size()) throw KeptFault();
        const char* const data = left_.data();
        left_.remove_prefix(size);
        return data;
    }

    std::string_view left_;
};

}  // namespace quarterdeck::snapshot
