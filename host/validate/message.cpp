#include "validate/message.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/workbook.h"

namespace quarterdeck::validate {
namespace {

constexpr std::size_t places_told = 5;
constexpr std::size_t bytes_shown = 60;

}  // namespace

std::string place_text(const Place& place) {
    if (place.line == 0) return place.file;
    if (place.sheet.empty()) return fmt::format("{}, line {}", place.file, place.line);
    if (place.cell.empty()) return fmt::format("{}, sheet \"{}\", row {}", place.file, place.sheet, place.line);
    return fmt::format("{}, sheet \"{}\", cell {}", place.file, place.sheet, place.cell);
}

void put_in_sheet(Place& place, const std::string& sheet, std::size_t column) {
    place.sheet = sheet;
    if (!sheet.empty() && place.line > 0 && column != no_column)
        place.cell = extract::cell_name(static_cast<std::size_t>(place.line - 1), column);
}

std::string message_of(const Finding& finding) {
    std::string text;
    const std::size_t told = std::min(finding.places.size(), places_told);
    if (told == 0) {
        text = finding.what + ".\n";
    } else {
        text = fmt::format("{}: {}.\n", place_text(finding.places.front()), finding.what);
    }
    for (std::size_t i = 1; i < told; ++i) text += fmt::format("{}: the same.\n", place_text(finding.places[i]));
    if (finding.count > told && told > 0)
        text += fmt::format("… and in {} more {}.\n", finding.count - told, finding.count - told == 1 ? "row" : "rows");
    return text + finding.mend;
}

std::string refusal_text(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        if (finding.consequence != Consequence::refused) continue;
        if (!text.empty()) text += '\n';
        text += message_of(finding);
    }
    return text;
}

std::string shown(std::string_view text) {
    std::size_t end = std::min(text.size(), bytes_shown);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    std::string safe(text.substr(0, end));
    std::replace_if(
        safe.begin(), safe.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return end < text.size() ? safe + "…" : safe;
}

}  // namespace quarterdeck::validate
