#pragma once

#include <filesystem>
#include <string>

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
    const std::string& bytes() const { return bytes_; }
    const std::string& sha256() const { return sha256_; }

private:
    std::string bytes_;
    Descriptor memory_;
    std::string sha256_;
};

}  // namespace quarterdeck::plugins
