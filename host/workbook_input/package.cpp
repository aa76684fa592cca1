#include "workbook_input/package.h"

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

}  // namespace quarterdeck::workbook_input
