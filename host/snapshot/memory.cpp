#include "snapshot/memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "extract/mapped_file.h"
#include "extract/text_file.h"
#include "extract/workbook.h"
#include "refusal.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::uint64_t program = std::uint64_t{120} << 20;  // with templates, workbooks and charts
constexpr std::uint64_t a_row = 96;                          // its record, post, hashes, and place in the columns
constexpr std::uint64_t a_followed_row = 72;                 // besides, where people are followed
constexpr std::uint64_t shortest_row = 110;                  // in packed files, whose rows can't be seen beforehand
constexpr std::uint64_t workbook_text = 5;                   // times a workbook's size that its text takes at most
constexpr std::size_t sample = std::size_t{256} << 10;

/// The number in the last four bytes of a packed file: the size of its text, up to 4 GB.
std::uint64_t unpacked_size(std::string_view packed) {
    if (packed.size() < 4) return 0;
    std::uint64_t size = 0;
    for (std::size_t i = 1; i <= 4; ++i) size = size << 8U | static_cast<unsigned char>(packed[packed.size() - i]);
    return size;
}

/// Rows of a text, from how many stand in its beginning.
std::uint64_t rows_of(std::string_view text) {
    const std::string_view beginning = text.substr(0, sample);
    const auto lines = static_cast<std::uint64_t>(std::count(beginning.begin(), beginning.end(), '\n'));
    return beginning.empty() ? 0 : std::max<std::uint64_t>(lines, 1) * text.size() / beginning.size();
}

}  // namespace

MemoryNeed memory_needed(const std::filesystem::path& directory, const std::vector<std::string>& paths, Trails trails) {
    MemoryNeed need;
    std::uint64_t unpacked = 0;
    for (const std::string& path : paths) {
        try {
            const extract::MappedFile file(directory / path);
            if (extract::is_workbook(path)) {
                unpacked += file.bytes().size() * workbook_text;
                need.rows += file.bytes().size() * workbook_text / shortest_row;
            } else if (extract::is_packed(path)) {
                const std::uint64_t size = unpacked_size(file.bytes());
                unpacked += size;
                need.rows += size / shortest_row;
            } else {
                need.rows += rows_of(file.text());
            }
        } catch (const std::runtime_error&) {
            continue;
        }
    }
    need.bytes = program + unpacked + need.rows * (a_row + (trails == Trails::yes ? a_followed_row : 0));
    return need;
}

void expect_enough(std::uint64_t most, const std::filesystem::path& directory, const std::vector<std::string>& paths,
                   Trails trails) {
    const MemoryNeed need = memory_needed(directory, paths, trails);
    if (need.bytes <= most) return;
    constexpr std::uint64_t megabyte = std::uint64_t{1} << 20;
    throw Refusal(fmt::format(
        "{}: reading about {} records takes up to {} MB of memory, but --memory allows {} MB. Allow "
        "at least {} MB, or leave out extracts of dates that the report doesn't need.",
        directory.string(), need.rows, need.bytes / megabyte + 1, most / megabyte, need.bytes / megabyte + 1));
}

}  // namespace quarterdeck::snapshot
