#include "extract/workbook.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <optional>
#include <string_view>
#include <system_error>

#include "process/child_process.h"
#include "process/read_all.h"

namespace quarterdeck::extract {
namespace {

constexpr std::chrono::seconds deadline{300};
constexpr std::size_t largest_reply = std::size_t{2} << 30;
constexpr const char* as_csv = "Export the records as CSV.";

std::filesystem::path reader_program() {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return self.parent_path().parent_path() / "lib" / "quarterdeck" / "quarterdeck-workbook-reader";
}

/// A refusal's first sentence says what is wrong, the others what to do.
WorkbookFault fault_of(std::string_view sentences) {
    const std::size_t end = sentences.find(". ");
    if (end == std::string_view::npos) return {std::string(sentences), as_csv};
    return {std::string(sentences.substr(0, end)), std::string(sentences.substr(end + 2))};
}

/// What the reader said. It ends by itself once it has said all.
std::string reply_of(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) throw std::runtime_error(std::system_category().message(errno));
    try {
        ChildProcess reader(reader_program(), {}, {file.get()});
        std::optional<std::string> reply = read_all(reader.descriptor(), deadline, largest_reply);
        reader.wait(std::chrono::seconds(1));
        if (reader.end() == 0 && reply) return *std::move(reply);
    } catch (const std::system_error&) {
        throw WorkbookFault("the program that reads workbooks, quarterdeck-workbook-reader, can't be started", as_csv);
    }
    throw WorkbookFault("reading the workbook takes too much time or memory, or fails", as_csv);
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
    std::string reply = reply_of(path);
    const std::size_t first = reply.find('\n');
    const std::string verdict = reply.substr(0, first);
    if (verdict == "refused") throw fault_of(std::string_view(reply).substr(first + 1));
    const std::size_t second = first == std::string::npos ? first : reply.find('\n', first + 1);
    if (verdict != "ok" || second == std::string::npos)
        throw WorkbookFault("reading the workbook takes too much time or memory, or fails", as_csv);
    SheetText sheet;
    sheet.sheet = reply.substr(first + 1, second - first - 1);
    reply.erase(0, second + 1);
    sheet.text = std::move(reply);
    return sheet;
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters + std::to_string(row + 1);
}

}  // namespace quarterdeck::extract
