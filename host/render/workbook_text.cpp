#include "render/workbook_text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace quarterdeck::render::spreadsheet {
namespace {

constexpr char16_t replacement = 0xFFFD;
constexpr char16_t ellipsis = 0x2026;

icu::UnicodeString decoded(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string encoded(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether "_xHHHH_" begins here, which Excel reads as one character.
bool is_escape(std::string_view text, std::size_t at) {
    constexpr std::size_t size = std::string_view("_xHHHH_").size();
    if (text.size() - at < size || text[at + 1] != 'x' || text[at + size - 1] != '_') return false;
    const auto digits = text.substr(at + 2, 4);
    return std::all_of(digits.begin(), digits.end(), is_hexadecimal);
}

/// Beside what Excel forbids, ' and ! go too, since they part the names of sheets from addresses in references.
icu::UnicodeString without_forbidden(const icu::UnicodeString& name) {
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < name.length(); ++i) {
        const bool forbidden = std::u16string_view(u"[]:*?/\\!").find(name[i]) != std::u16string_view::npos;
        kept.append(forbidden ? u' ' : name[i] == u'\'' ? u'’' : name[i]);
    }
    return kept;
}

/// No white space, punctuation that leads on, or apostrophe at the ends.
void trim(icu::UnicodeString& name) {
    while (!name.isEmpty() && std::u16string_view(u" ’").find(name[0]) != std::u16string_view::npos) name.remove(0, 1);
    while (!name.isEmpty() && std::u16string_view(u" ’,;-–").find(name[name.length() - 1]) != std::u16string_view::npos)
        name.truncate(name.length() - 1);
}

/// Cut at the end of a word where that leaves at least half.
void cut(icu::UnicodeString& name, std::int32_t limit) {
    if (name.length() <= limit) return;
    const std::int32_t space = name.lastIndexOf(u' ', 0, limit + 1);
    name.truncate(space >= limit / 2 ? space : name.getChar32Start(limit));
    trim(name);
}

}  // namespace

std::string valid_utf8(std::string_view text) {
    return encoded(decoded(text));
}

std::string clean(std::string_view text) {
    const icu::UnicodeString in = decoded(text);
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1)) {
        const UChar32 c = in.char32At(i);
        if (c == '\r') {
            if (i + 1 >= in.length() || in[i + 1] != u'\n') out.append(u'\n');
        } else if (c == '\t') {
            out.append(u' ');
        } else if (c != '\n' && (u_charType(c) == U_CONTROL_CHAR || U_IS_UNICODE_NONCHAR(c) || U_IS_SURROGATE(c))) {
            out.append(replacement);
        } else {
            out.append(c);
        }
    }
    return encoded(out);
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : clean(text)) {
        const bool space = c == ' ' || c == '\n';
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(decoded(text).length());
}

std::size_t wrapped_lines(const std::string& text, std::size_t characters) {
    const icu::UnicodeString units = decoded(text);
    const auto limit = static_cast<std::int32_t>(std::max<std::size_t>(characters, 1));
    std::size_t lines = 1;
    std::int32_t used = 0;
    for (std::int32_t at = 0; at < units.length();) {
        if (units[at] == u'\n') {
            ++lines;
            used = 0;
            ++at;
            continue;
        }
        std::int32_t end = at + 1;
        while (end < units.length() && units[end] != u' ' && units[end] != u'\n') ++end;
        const std::int32_t word = end - at;
        if (used > 0 && used + word > limit) {
            ++lines;
            used = 0;
        }
        lines += static_cast<std::size_t>((used + word - 1) / limit);
        used = (used + word - 1) % limit + 1;
        at = end;
    }
    return lines;
}

std::string case_folded(const std::string& text) {
    return encoded(decoded(text).foldCase());
}

std::string shortened(const std::string& text, std::size_t limit) {
    if (text.size() <= limit) return text;
    icu::UnicodeString cut_text = decoded(text);
    if (static_cast<std::size_t>(cut_text.length()) <= limit) return text;
    cut_text.truncate(cut_text.getChar32Start(static_cast<std::int32_t>(limit) - 1));
    return encoded(cut_text.append(ellipsis));
}

std::string cell_text(std::string_view text) {
    const std::string plain = shortened(clean(text), cell_limit);
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == '_' && is_escape(plain, i)) out += "_x005F";
        out += plain[i];
    }
    return shortened(out, cell_limit);
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string filled(const std::string& wording,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string out;
    for (std::size_t at = 0; at < wording.size();) {
        const auto* const value = std::find_if(values.begin(), values.end(), [&](const auto& candidate) {
            const auto end = at + candidate.first.size() + 1;
            return wording[at] == '{' && end < wording.size() && wording[end] == '}' &&
                   wording.compare(at + 1, candidate.first.size(), candidate.first) == 0;
        });
        if (value == values.end()) {
            out += wording[at++];
        } else {
            out += value->second;
            at += value->first.size() + 2;
        }
    }
    return out;
}

std::string SheetNames::take(std::string_view wanted) {
    constexpr std::int32_t limit = 31;
    icu::UnicodeString name = without_forbidden(decoded(one_line(wanted)));
    trim(name);
    cut(name, limit);
    if (name.isEmpty()) name = u"_";
    icu::UnicodeString unique = name;
    for (int copy = 2; !taken_.insert(case_folded(encoded(unique))).second; ++copy) {
        const auto suffix = icu::UnicodeString::fromUTF8("_" + std::to_string(copy));
        unique = name;
        cut(unique, limit - suffix.length());
        unique.append(suffix);
    }
    return encoded(unique);
}

}  // namespace quarterdeck::render::spreadsheet
