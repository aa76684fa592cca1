#include "extract/text_file.h"

#include <utility>
#include <vector>

#include "extract/gzip.h"
#include "extract/workbook.h"

namespace quarterdeck::extract {

bool is_packed(const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".gz" || extension == ".GZ";
}

TextFile::TextFile(const std::filesystem::path& path) : file_(path), packed_(is_packed(path)) {
    if (packed_) unpacked_ = unpack_gzip(file_.bytes());
    if (!is_workbook(path)) return;
    SheetText sheet = read_workbook(path);
    unpacked_ = std::move(sheet.text);
    sheet_ = std::move(sheet.sheet);
    packed_ = true;
}

std::string_view TextFile::text() const {
    return without_mark(packed_ ? std::string_view(unpacked_) : file_.bytes());
}

std::string_view TextFile::part(std::size_t offset, std::size_t size, std::vector<char>& store) const {
    if (packed_) return text().substr(offset, size);
    return file_.part(mark() + offset, size, store);
}

}  // namespace quarterdeck::extract
