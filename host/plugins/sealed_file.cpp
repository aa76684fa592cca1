#include "plugins/sealed_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <system_error>

#include "extract/sha256.h"

namespace quarterdeck::plugins {

namespace {

constexpr std::int64_t most_bytes = std::int64_t{256} << 20;

[[noreturn]] void unreadable(int error) {
    throw std::runtime_error(std::generic_category().message(error));
}

[[noreturn]] void fail(int error) {
    throw std::system_error(error, std::generic_category());
}

Descriptor open_regular(const std::filesystem::path& path) {
    Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) unreadable(errno);
    struct stat status {};
    if (fstat(file.get(), &status) != 0) unreadable(errno);
    if (!S_ISREG(status.st_mode)) throw std::runtime_error("Not a regular file");
    return file;
}

/// Without a copy in this program; gives the number of bytes.
std::size_t copy_all(int from, int to) {
    constexpr std::size_t at_a_time = std::size_t{16} << 20;
    std::int64_t bytes = 0;
    for (;;) {
        const ssize_t copied = sendfile(to, from, nullptr, at_a_time);
        if (copied == 0) return static_cast<std::size_t>(bytes);
        if (copied < 0 && errno == EIO) unreadable(errno);
        if (copied < 0 && errno != EINTR) fail(errno);
        if (copied > 0) bytes += copied;
        if (bytes > most_bytes) throw std::runtime_error("Larger than 256 MiB");
    }
}

}  // namespace

void SealedFile::Unmap::operator()(const char* bytes) const {
    munmap(const_cast<char*>(bytes), size);
}

SealedFile::SealedFile(const std::filesystem::path& file) {
    const Descriptor from = open_regular(file);
    memory_ = Descriptor(memfd_create("plugin", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (memory_.get() < 0) fail(errno);
    const std::size_t size = copy_all(from.get(), memory_.get());
    if (fcntl(memory_.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) fail(errno);
    if (size > 0) {
        void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, memory_.get(), 0);
        if (bytes == MAP_FAILED) fail(errno);
        bytes_ = {static_cast<const char*>(bytes), Unmap{size}};
    }
    sha256_ = extract::sha256(this->bytes());
}

}  // namespace quarterdeck::plugins
