#include "extract/text_file.h"

#include "extract/gzip.h"

namespace quarterdeck::extract {

bool is_packed(const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".gz" || extension == ".GZ";
}

TextFile::TextFile(const std::filesystem::path& path) : file_(path), packed_(is_packed(path)) {
    if (packed_) unpacked_ = unpack_gzip(file_.bytes());
}

std::string_view TextFile::text() const {
    return without_mark(packed_ ? std::string_view(unpacked_) : file_.bytes());
}

}  // namespace quarterdeck::extract
