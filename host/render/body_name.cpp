#include "render/body_name.h"

#include <algorithm>
#include <string_view>

#include "render/html_text.h"

namespace quarterdeck::render {
namespace {

constexpr std::string_view names = "names.";

bool is_abbreviation(std::string_view name) {
    return !name.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> known_name(const std::string& english, const report::Locale& locale, Language language) {
    const auto& all = locale.all();
    for (auto name = all.lower_bound(std::string(names)); name != all.end() && name->first.starts_with(names); ++name)
        if (name->second.en == english) return name->second.in(language);
    return std::nullopt;
}

Sentence body_name(const std::string& english, const report::Locale& locale, Language language) {
    if (language == Language::english) return {printable(english)};
    std::string all;
    for (std::size_t at = 0; at <= english.size();) {
        const std::size_t end = std::min(english.find('/', at), english.size());
        const std::string one = english.substr(at, end - at);
        const auto name = known_name(one, locale, language);
        if (!name && !is_abbreviation(one))
            return {.text = printable(english),
                    .language = Language::english,
                    .mark = locale.get("board.only_in.en", language)};
        all.append(at == 0 ? "" : "/").append(name.value_or(one));
        at = end + 1;
    }
    return {printable(all)};
}

}  // namespace quarterdeck::render
