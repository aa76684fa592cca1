#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace quarterdeck::example {

/// Appends a CSV row (RFC 4180, line feed), quoting where it must.
void append_csv(std::string& out, std::initializer_list<std::string_view> fields);

/// A number of hundredths with two decimals: "-0.05", "190.90".
std::string hundredths(std::int64_t value);

}  // namespace quarterdeck::example
