#include "workbook_input/package_check.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "refusal.h"
#include "workbook_input/package.h"
#include "workbook_input/pieces.h"

namespace quarterdeck::workbook_input {

namespace {

/// What a file is that doesn't begin as a zip does.
[[noreturn]] void refuse_other(std::string_view bytes, const PackageRules& rules) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        throw Refusal(
            "the file is protected by a password, or in Excel's older format. Save it without a password as an Excel "
            "workbook (.xlsx).");
    const bool text = std::none_of(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(bytes.size(), 512)),
        [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
    throw Refusal(fmt::format("the file isn't an Excel workbook: it {}. {}",
                              bytes.empty() ? "is empty"
                              : text        ? "holds text, whatever its name says"
                                            : "holds something else",
                              rules.other));
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// The name of the cell whose description goes on at `at`.
std::string cell_around(const std::string& text, std::size_t at) {
    const std::size_t cell = text.rfind("<c ", at);
    const std::size_t name = cell == std::string::npos ? cell : text.find(" r=\"", cell);
    if (name == std::string::npos || name > at + 64) return "a cell";
    const std::size_t begin = name + 4;
    return "cell " + text.substr(begin, text.find('"', begin) - begin);
}

/// The reading library passes over error values.
void check_sheet(const Package& package, const char* name) {
    each_piece(package, name, [](const std::string& piece, std::size_t /*fresh*/) {
        const std::size_t error = piece.find(" t=\"e\"");
        if (error == std::string::npos) return true;
        throw Refusal(fmt::format("{} holds an error value such as #N/A. Correct it, or leave the cell empty.",
                                  cell_around(piece, error)));
    });
}

void check_part(const zip_stat_t& part, zip_uint64_t& whole, const PackageRules& rules) {
    if ((part.valid & ZIP_STAT_SIZE) == 0 || (part.valid & ZIP_STAT_NAME) == 0) refuse_damaged();
    if (lower_case(part.name).find("vbaproject") != std::string::npos)
        throw Refusal("the workbook carries macros. Save it as an Excel workbook without macros (.xlsx).");
    whole += std::min<zip_uint64_t>(part.size, rules.largest_whole);
    if (part.size > rules.largest_part || whole > rules.largest_whole)
        throw Refusal(fmt::format("the workbook unpacks to more than {} can hold: {} says that it has {} bytes. {}",
                                  rules.thing, part.name, part.size, rules.large));
}

bool is_sheet(std::string_view part) {
    return part.starts_with("xl/worksheets/") && part.ends_with(".xml");
}

}  // namespace

void check_package(std::string_view bytes, const PackageRules& rules) {
    if (!bytes.starts_with("PK")) refuse_other(bytes, rules);
    const Package package(bytes);
    const zip_int64_t parts = zip_get_num_entries(package.get(), 0);
    if (parts > rules.most_parts)
        throw Refusal(
            fmt::format("the workbook has {} parts; {} has at most {}.", parts, rules.thing, rules.most_parts));
    zip_uint64_t whole = 0;
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t part;
        if (zip_stat_index(package.get(), static_cast<zip_uint64_t>(i), 0, &part) != 0) refuse_damaged();
        check_part(part, whole, rules);
        if (rules.errors_are_refused && is_sheet(part.name)) check_sheet(package, part.name);
    }
    if (zip_name_locate(package.get(), "[Content_Types].xml", 0) < 0 ||
        zip_name_locate(package.get(), "xl/workbook.xml", 0) < 0)
        throw Refusal(
            "the file is a zip archive, but not an Excel workbook. Save it from Excel as an Excel workbook (.xlsx).");
}

}  // namespace quarterdeck::workbook_input
