#include "register/form/package_check.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

#include "refusal.h"

namespace quarterdeck::returns {

namespace {

constexpr zip_uint64_t largest_part = zip_uint64_t{32} << 20;
constexpr zip_uint64_t largest_whole = zip_uint64_t{96} << 20;
constexpr zip_int64_t most_parts = 1'000;

[[noreturn]] void refuse_damaged() {
    throw Refusal("the workbook is damaged: it can't be unpacked. Open it in Excel, save it again, or ask for a copy.");
}

/// What a file is that doesn't begin as a zip does.
[[noreturn]] void refuse_other(std::string_view bytes) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        throw Refusal(
            "the file is protected by a password, or in Excel's older format. Save it without a password as an Excel "
            "workbook (.xlsx).");
    const bool text = std::none_of(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(bytes.size(), 512)),
        [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
    throw Refusal(
        fmt::format("the file isn't an Excel workbook: it {}. Fill in the workbook that `quarterdeck returns "
                    "issue` wrote, and save it as .xlsx.",
                    bytes.empty() ? "is empty"
                    : text        ? "holds text, whatever its name says"
                                  : "holds something else"));
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// The reading library passes over texts that stand in their cells; Excel and LibreOffice keep them in one table.
void check_texts(zip_t* package, const zip_stat_t& part) {
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(package, part.index, 0), zip_fclose);
    std::string content(part.size, '\0');
    if (!file || zip_fread(file.get(), content.data(), part.size) != static_cast<zip_int64_t>(part.size))
        refuse_damaged();
    if (content.find("inlineStr") != std::string::npos)
        throw Refusal(
            "the workbook was written by a program that keeps texts as a return can't be read. Open it in Excel or "
            "LibreOffice, save it as .xlsx, and import that.");
}

void check_part(const zip_stat_t& part, zip_uint64_t& whole) {
    if ((part.valid & ZIP_STAT_SIZE) == 0 || (part.valid & ZIP_STAT_NAME) == 0) refuse_damaged();
    if (lower_case(part.name).find("vbaproject") != std::string::npos)
        throw Refusal("the workbook carries macros. Save it as an Excel workbook without macros (.xlsx).");
    whole += std::min(part.size, largest_whole);
    if (part.size > largest_part || whole > largest_whole)
        throw Refusal(
            fmt::format("the workbook unpacks to more than a return can hold: {} says that it has {} bytes. Copy the "
                        "answers into the workbook as it was issued.",
                        part.name, part.size));
}

}  // namespace

void check_package(std::string_view bytes) {
    if (!bytes.starts_with("PK")) refuse_other(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) refuse_damaged();
    const std::unique_ptr<zip_t, decltype(&zip_discard)> package(zip_open_from_source(source, ZIP_RDONLY, &error),
                                                                 zip_discard);
    if (!package) {
        zip_source_free(source);
        refuse_damaged();
    }
    const zip_int64_t parts = zip_get_num_entries(package.get(), 0);
    if (parts > most_parts)
        throw Refusal(fmt::format("the workbook has {} parts; a return has at most {}.", parts, most_parts));
    zip_uint64_t whole = 0;
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t part;
        if (zip_stat_index(package.get(), static_cast<zip_uint64_t>(i), 0, &part) != 0) refuse_damaged();
        check_part(part, whole);
        if (std::string_view(part.name).starts_with("xl/worksheets/sheet")) check_texts(package.get(), part);
    }
    if (zip_name_locate(package.get(), "[Content_Types].xml", 0) < 0 ||
        zip_name_locate(package.get(), "xl/workbook.xml", 0) < 0)
        throw Refusal(
            "the file is a zip archive, but not an Excel workbook. Save the return as an Excel workbook (.xlsx).");
}

}  // namespace quarterdeck::returns
