#include "extract/workbook.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <optional>
#include <string_view>
#include <system_error>

#include "extract/workbook_reader.h"
#include "process/descriptor.h"

namespace quarterdeck::extract {
namespace {

constexpr std::chrono::seconds deadline{300};
constexpr std::size_t largest_reply = std::size_t{2} << 30;
constexpr const char* as_csv = "Export the records as CSV.";

/// A refusal's first sentence says what is wrong, the others what to do.
WorkbookFault fault_of(std::string_view sentences) {
    const std::size_t end = sentences.find(". ");
    if (end == std::string_view::npos) return {std::string(sentences), as_csv};
    return {std::string(sentences.substr(0, end)), std::string(sentences.substr(end + 2))};
}

std::optional<WorkbookReply> reply_of(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) throw std::runtime_error(std::system_category().message(errno));
    try {
        return ask_workbook_reader("records", file.get(), deadline, largest_reply);
    } catch (const std::system_error&) {
        throw WorkbookFault("the program that reads workbooks, quarterdeck-workbook-reader, can't be started", as_csv);
    }
}

}  // namespace

bool is_workbook(const std::filesystem::path& path) {
    constexpr std::array<std::string_view, 4> endings{".xlsx", ".xlsm", ".xlsb", ".xls"};
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

SheetText read_workbook(const std::filesystem::path& path) {
    std::optional<WorkbookReply> reply = reply_of(path);
    if (reply && reply->refused) throw fault_of(reply->text);
    const std::size_t end = reply ? reply->text.find('\n') : std::string::npos;
    if (end == std::string::npos)
        throw WorkbookFault("reading the workbook takes too much time or memory, or fails", as_csv);
    SheetText sheet;
    sheet.sheet = reply->text.substr(0, end);
    reply->text.erase(0, end + 1);
    sheet.text = std::move(reply->text);
    return sheet;
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters + std::to_string(row + 1);
}

}  // namespace quarterdeck::extract
