#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "extract/mapped_file.h"

namespace quarterdeck::extract {

/// Whether a file's name says that it is packed: it ends in ".gz".
bool is_packed(const std::filesystem::path& path);

/// A text file, plain or packed with gzip; or the sheet of an Excel workbook as CSV.
class TextFile {
public:
    /// Throws like `MappedFile`, `GzipFault` where a packed file can't be unpacked, and `WorkbookFault`.
    explicit TextFile(const std::filesystem::path& path);

    /// The text without a byte-order mark.
    std::string_view text() const;

    /// A part of the text, as `MappedFile::part` gives it.
    std::string_view part(std::size_t offset, std::size_t size, std::vector<char>& store) const;

    /// Lets go of the memory that looking here and there took, as `MappedFile::let_go` does.
    void let_go() const { file_.let_go(); }

    /// What is on the disk.
    std::string_view bytes() const { return file_.bytes(); }

    /// A part of it, as `MappedFile::part` gives it.
    std::string_view disk_part(std::size_t offset, std::size_t size, std::vector<char>& store) const {
        return file_.part(offset, size, store);
    }

    /// Whether the text isn't what is on the disk, but was unpacked from it.
    bool packed() const { return packed_; }

    /// Where the text begins in what is on the disk, if it isn't packed: behind the byte-order mark.
    std::size_t mark() const { return file_.bytes().size() - file_.text().size(); }

    /// The name of the workbook's sheet, whose row n is the text's line n; empty for a text file.
    const std::string& sheet() const { return sheet_; }

    /// Whether the file was written to since it was opened.
    bool changed() const { return file_.changed(); }

private:
    MappedFile file_;
    std::string unpacked_;
    std::string sheet_;
    bool packed_;
};

}  // namespace quarterdeck::extract
