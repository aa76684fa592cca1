#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::audit {

/// The numbers in a text, in one spelling: "1,234." gives "1234".
std::vector<std::string> numbers_of(std::string_view text);

/// Which numbers a text beside a table may hold: those of names, and figures that are told on purpose.
class Accounted {
public:
    /// A name that may stand in the text so many times, with its numbers.
    void name(const std::string& text, std::size_t times);

    /// A number that may be told once more.
    void number(const std::string& plain) { ++numbers_[plain]; }

    /// The numbers of wording, which say nothing of a figure.
    void wording(std::string_view text);

    bool covers(std::string text) const;

private:
    std::map<std::string, std::size_t> names_;
    std::map<std::string, std::size_t> numbers_;
    std::set<std::string> worded_;
};

}  // namespace quarterdeck::audit
