#include "render/html_text.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "refusal.h"

namespace quarterdeck::render {
namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr std::string_view minus = "\u2212";

std::string with_thousands(std::string digits) {
    const auto point = digits.find('.');
    for (std::size_t at = point == std::string::npos ? digits.size() : point; at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

icu::Formattable formattable(const std::variant<std::int64_t, std::string>& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return {*number};
    return {icu::UnicodeString::fromUTF8(std::get<std::string>(value))};
}

}  // namespace

std::string printable(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        UChar32 character = 0;
        U8_NEXT(text.data(), at, text.size(), character);
        if (character == '\n' || character == '\r' || character == '\t')
            clean += ' ';
        else if (character < 0 || u_iscntrl(character) != 0 || U_IS_UNICODE_NONCHAR(character))
            clean += replacement;
        else
            clean += text.substr(start, at - start);
    }
    return clean;
}

std::string figure_text(const Figure& figure) {
    std::string text = plain_text(figure);
    if (!std::holds_alternative<Decimal>(figure)) return text;
    if (text.front() != '-') return with_thousands(std::move(text));
    return std::string(minus) + with_thousands(text.substr(1));
}

std::string message(const report::Locale& locale, const std::string& key, Language language,
                    const std::vector<Argument>& arguments) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    icu::MessageFormat format(icu::UnicodeString::fromUTF8(locale.get(key, language)),
                              icu::Locale(language_code(language), "GB"), place, status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        values.push_back(formattable(value));
    }
    icu::UnicodeString written;
    if (U_SUCCESS(status))
        format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), written, status);
    if (U_FAILURE(status))
        throw Refusal(
            fmt::format("locale/{}.yaml: the text of \"{}\" is not a message that its values can be put "
                        "into ({}). Compare its braces with those of the other language.",
                        language_code(language), key, u_errorName(status)));
    std::string text;
    written.toUTF8String(text);
    return text;
}

}  // namespace quarterdeck::render
