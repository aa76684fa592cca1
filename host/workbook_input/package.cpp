#include "workbook_input/package.h"

#include <algorithm>
#include <cstdlib>
#include <new>

#include "refusal.h"

namespace quarterdeck::workbook_input {

void refuse_damaged() {
    throw Refusal("the workbook is damaged: it can't be unpacked. Open it in Excel, save it again, or ask for a copy.");
}

Package::Package(std::string_view bytes) : zip_(nullptr, zip_discard) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) refuse_damaged();
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (zip_) return;
    zip_source_free(source);
    refuse_damaged();
}

std::string with_part(std::string_view bytes, const char* name, const std::string& text) {
    zip_error_t error;
    zip_error_init(&error);
    // What is written to is freed, so it must be libzip's own.
    std::unique_ptr<void, decltype(&std::free)> copy(std::malloc(std::max<std::size_t>(bytes.size(), 1)), std::free);
    if (!copy) throw std::bad_alloc();
    std::copy(bytes.begin(), bytes.end(), static_cast<char*>(copy.get()));
    zip_source_t* source = zip_source_buffer_create(copy.get(), bytes.size(), 1, &error);
    if (source == nullptr) refuse_damaged();
    static_cast<void>(copy.release());
    // NOLINTNEXTLINE(clang-analyzer-unix.Malloc): the source frees the copy
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(source, zip_source_free);
    zip_source_keep(source);
    zip_t* archive = zip_open_from_source(source, 0, &error);
    if (archive == nullptr) {
        zip_source_free(source);
        refuse_damaged();
    }
    std::unique_ptr<zip_t, decltype(&zip_discard)> open(archive, zip_discard);
    zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
    if (part == nullptr || zip_file_add(archive, name, part, ZIP_FL_OVERWRITE) < 0) {
        zip_source_free(part);
        refuse_damaged();
    }
    if (zip_close(archive) != 0) refuse_damaged();
    static_cast<void>(open.release());
    zip_stat_t about;
    if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) refuse_damaged();
    std::string changed(static_cast<std::size_t>(about.size), '\0');
    const zip_int64_t size = zip_source_read(source, changed.data(), changed.size());
    zip_source_close(source);
    if (size != static_cast<zip_int64_t>(changed.size())) refuse_damaged();
    return changed;
}

}  // namespace quarterdeck::workbook_input
