#pragma once

#include <atomic>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

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

    /// A part of the bytes, for those who read a file through: copied into `store` when the file is mapped, because
    /// copying costs less than mapping page by page, and takes no more memory than the part. Bytes that have gone read
    /// as zeros, and `changed()` tells. From several threads at once.
    std::string_view part(std::size_t offset, std::size_t size, std::vector<char>& store) const;

    /// Lets go of the memory that looking at `bytes()` took; they can be looked at again.
    void let_go() const;

    /// Whether the file was written to since it was opened: what was read can't be trusted.
    bool changed() const;

private:
    void copy(std::size_t size);
    void map(std::size_t size);
    std::size_t read(char* to, std::size_t size, std::size_t offset) const;

    int descriptor_ = -1;
    std::int64_t size_ = 0;
    timespec written_{};
    std::string_view bytes_;
    std::string copied_;
    void* mapped_ = nullptr;
    int guard_ = -1;
    mutable std::atomic<bool> unreadable_ = false;  ///< some part couldn't be read any more
};

}  // namespace quarterdeck::extract
