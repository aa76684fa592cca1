#pragma once

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>

namespace quarterdeck::extract {

/// The bytes without a byte-order mark, which some programs write first.
std::string_view without_mark(std::string_view bytes);

/// A file's bytes, in memory while this object lives. Large files are mapped, not copied. A file that is cut
/// short by somebody else meanwhile doesn't end the program: the lost bytes read as zeros and `changed()` tells.
class MappedFile {
public:
    /// Throws std::runtime_error with the cause ("Permission denied") when the file can't be opened or isn't a
    /// regular file.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::string_view bytes() const { return bytes_; }

    /// The bytes without a byte-order mark, which some programs write first.
    std::string_view text() const { return without_mark(bytes_); }

    /// Whether the file was written to since it was opened: what was read can't be trusted.
    bool changed() const;

private:
    void copy(std::size_t size);
    void map(std::size_t size);

    int descriptor_ = -1;
    std::int64_t size_ = 0;
    timespec written_{};
    std::string_view bytes_;
    std::string copied_;
    void* mapped_ = nullptr;
    int guard_ = -1;
};

}  // namespace quarterdeck::extract
