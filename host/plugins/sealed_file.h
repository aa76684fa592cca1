#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "process/descriptor.h"

namespace quarterdeck::plugins {

/// A file's bytes as they were when it was read, in memory that nobody can change any more. What is verified here is
/// what a worker loads, whatever happens to the file meanwhile.
class SealedFile {
public:
    /// Throws `std::runtime_error` with the cause ("Permission denied", "Not a regular file"), and `std::system_error`
    /// when there is no memory for it under this process's limits.
    explicit SealedFile(const std::filesystem::path& file);

    int descriptor() const { return memory_.get(); }
    std::string_view bytes() const { return {bytes_.get(), bytes_ ? bytes_.get_deleter().size : 0}; }
    const std::string& sha256() const { return sha256_; }

private:
    struct Unmap {
        std::size_t size;
        void operator()(const char* bytes) const;
    };

    Descriptor memory_;
    std::unique_ptr<const char, Unmap> bytes_;  ///< the memory, mapped
    std::string sha256_;
};

}  // namespace quarterdeck::plugins
