#pragma once

#include <filesystem>
#include <string_view>

#include <sys/types.h>

namespace quarterdeck::release {

/// Writes a file that isn't there yet, whole. 0, or the error that stopped it.
int write_new_file(const std::filesystem::path& file, std::string_view bytes, mode_t mode);

/// A file for its owner's eyes only, which stands in its place once it is kept; without that nothing is left behind.
class PrivateFile {
public:
    /// Throws `Refusal` when the place can't be written.
    PrivateFile(std::filesystem::path place, std::string_view bytes);
    ~PrivateFile();
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    /// Moves it into place, over an older one.
    void keep();

private:
    [[noreturn]] void refuse(int error) const;

    std::filesystem::path place_;
    std::filesystem::path written_;
};

}  // namespace quarterdeck::release
