#pragma once

#include <zip.h>

#include <memory>
#include <string>
#include <string_view>

namespace quarterdeck::workbook_input {

[[noreturn]] void refuse_damaged();

/// A workbook's zip archive. The bytes must outlive it.
class Package {
public:
    /// Throws `Refusal` where the bytes are no whole archive.
    explicit Package(std::string_view bytes);

    zip_t* get() const { return zip_.get(); }

private:
    std::unique_ptr<zip_t, decltype(&zip_discard)> zip_;
};

/// The archive with a part's text in place of the one that it has. Throws `Refusal` where the bytes are no whole
/// archive.
std::string with_part(std::string_view bytes, const char* name, const std::string& text);

}  // namespace quarterdeck::workbook_input
