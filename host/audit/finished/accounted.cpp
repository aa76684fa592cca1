#include "audit/finished/accounted.h"

#include <algorithm>

namespace quarterdeck::audit {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a number goes on over the border before this place.
bool splits_number(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return false;
    const auto digit = [&](std::size_t place) { return place < text.size() && is_digit(text[place]); };
    const auto joins = [&](std::size_t place) { return text[place] == '.' || text[place] == ','; };
    if (digit(at - 1)) return digit(at) || (joins(at) && digit(at + 1));
    return digit(at) && joins(at - 1) && at >= 2 && digit(at - 2);
}

/// Takes a name out of a text, as often as it may stand there.
void take_out(std::string& text, const std::string& name, std::size_t times) {
    for (std::size_t at = text.find(name); at != std::string::npos && times > 0; at = text.find(name, at + 1)) {
        if (splits_number(text, at) || splits_number(text, at + name.size())) continue;
        text.replace(at, name.size(), "|");
        --times;
    }
}

}  // namespace

std::vector<std::string> numbers_of(std::string_view text) {
    std::vector<std::string> numbers;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const bool below_zero = at > 0 && text[at - 1] == '-' && (at < 2 || text[at - 2] == ' ');
        std::string& number = numbers.emplace_back(below_zero ? "-" : "");
        for (; at < text.size() && (is_digit(text[at]) || splits_number(text, at)); ++at)
            if (text[at] != ',') number += text[at];
        if (number.find('.') == std::string::npos) continue;
        number.erase(number.find_last_not_of('0') + 1);
        if (number.back() == '.') number.pop_back();
    }
    return numbers;
}

void Accounted::name(const std::string& text, std::size_t times) {
    if (std::any_of(text.begin(), text.end(), is_digit)) names_[text] += times;
}

void Accounted::wording(std::string_view text) {
    for (std::string& number : numbers_of(text)) worded_.insert(std::move(number));
}

bool Accounted::covers(std::string text) const {
    if (std::none_of(text.begin(), text.end(), is_digit)) return true;
    std::vector<std::pair<std::string, std::size_t>> names(names_.begin(), names_.end());
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& one, const auto& other) { return one.first.size() > other.first.size(); });
    for (const auto& [name, times] : names) take_out(text, name, times);
    std::map<std::string, std::size_t> left = numbers_;
    const std::vector<std::string> numbers = numbers_of(text);
    return std::all_of(numbers.begin(), numbers.end(), [&](const std::string& number) {
        if (worded_.contains(number)) return true;
        const auto told = left.find(number);
        return told != left.end() && told->second-- > 0;
    });
}

}  // namespace quarterdeck::audit
