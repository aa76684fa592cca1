#pragma once

#include <algorithm>
#include <memory>
#include <string>

#include "workbook_input/package.h"

namespace quarterdeck::workbook_input {

/// Hands a part's text on, piece by piece, until `visit` says false. Each piece begins with the end of the one before
/// it, so that nothing short is cut in two; what is new begins at the second argument. Does nothing where the workbook
/// hasn't got the part. Throws `Refusal` for one that can't be unpacked.
template <typename Visit>
void each_piece(const Package& package, const char* name, const Visit& visit) {
    constexpr std::size_t step = std::size_t{1} << 20;
    constexpr std::size_t overlap = 256;
    zip_stat_t part;
    if (zip_stat(package.get(), name, ZIP_FL_NOCASE, &part) != 0) return;
    if ((part.valid & ZIP_STAT_SIZE) == 0 || (part.valid & ZIP_STAT_INDEX) == 0) refuse_damaged();
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(package.get(), part.index, 0),
                                                                  zip_fclose);
    if (!file) refuse_damaged();
    std::string piece;
    for (zip_uint64_t left = part.size; left > 0;) {
        piece.erase(0, piece.size() - std::min(piece.size(), overlap));
        const std::size_t before = piece.size();
        const auto size = static_cast<std::size_t>(std::min<zip_uint64_t>(left, step));
        piece.resize(before + size);
        if (zip_fread(file.get(), piece.data() + before, size) != static_cast<zip_int64_t>(size)) refuse_damaged();
        left -= size;
        if (!visit(piece, before)) return;
    }
}

}  // namespace quarterdeck::workbook_input
