#pragma once

#include <filesystem>
#include <stop_token>
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

    /// The SHA-256 of what is on the disk: 64 hexadecimal digits, lower case. Nothing when it is stopped before the
    /// end.
    std::string sha256(const std::stop_token& stop = {}) const;

    /// What is on the disk.
    std::string_view bytes() const { return file_.bytes(); }

    /// The name of the workbook's sheet, whose row n is the text's line n; empty for a text file.
    const std::string& sheet() const { return sheet_; }

    /// Whether the file was written to since it was opened.
    bool changed() const { return file_.changed(); }

private:
    MappedFile file_;
    std::string unpacked_;
    std::string sheet_;
    bool packed_;  ///< the text isn't what is on the disk
};

}  // namespace quarterdeck::extract
