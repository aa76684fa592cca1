#include "workbook_check/package.h"

#include <Poco/Exception.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>

#include "refusal.h"

namespace quarterdeck::workbook_check {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
    throw Refusal(
        fmt::format("{}: {} Expected an Excel workbook (.xlsx); open the file in a spreadsheet program and "
                    "save it as one.",
                    file.string(), what));
}

bool is_read(const std::string& part) {
    return part.ends_with(".xml") || part.ends_with(".rels");
}

/// Reads up to what is left of the room for all parts: sizes that an archive declares can't be trusted.
std::string part_text(std::ifstream& bytes, const Poco::Zip::ZipLocalFileHeader& header, std::uint64_t& room) {
    bytes.clear();
    Poco::Zip::ZipInputStream content(bytes, header);
    std::string text;
    std::string block(std::size_t{64} << 10, '\0');
    while (content.read(block.data(), static_cast<std::streamsize>(block.size())), content.gcount() > 0) {
        const auto count = static_cast<std::size_t>(content.gcount());
        if (count > room) throw Poco::DataException("its parts would take more than 512 MB");
        room -= count;
        text.append(block, 0, count);
    }
    return text;
}

}  // namespace

Package read_package(const std::filesystem::path& file) {
    std::ifstream bytes(file, std::ios::binary);
    std::error_code none;
    if (!bytes || !std::filesystem::is_regular_file(file, none))
        throw Refusal(fmt::format("{}: there is no such file that can be read. Name a workbook.", file.string()));
    Package package;
    try {
        const Poco::Zip::ZipArchive archive(bytes);
        // Parts are found one after another; the directory at the end says whether that was all.
        if (std::distance(archive.headerBegin(), archive.headerEnd()) !=
            std::distance(archive.fileInfoBegin(), archive.fileInfoEnd()))
            throw Poco::DataException("its end is missing");
        std::uint64_t room = most_bytes;
        for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry)
            package[entry->first] = is_read(entry->first) ? part_text(bytes, entry->second, room) : std::string();
    } catch (const Poco::Exception& fault) {
        refuse(file, fmt::format("it can't be unpacked ({}).", fault.displayText()));
    }
    if (!package.contains("xl/workbook.xml")) refuse(file, "it holds no workbook.");
    return package;
}

}  // namespace quarterdeck::workbook_check
