#include "plugins/sealed_file.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "extract/mapped_file.h"
#include "extract/sha256.h"

namespace quarterdeck::plugins {

namespace {

constexpr std::uintmax_t most_bytes = std::uintmax_t{256} << 20;

[[noreturn]] void fail(int error) {
    throw std::system_error(error, std::generic_category());
}

std::string content_of(const std::filesystem::path& path) {
    const extract::MappedFile file(path);
    if (file.bytes().size() > most_bytes) throw std::runtime_error("Larger than 256 MiB");
    return std::string(file.bytes());
}

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(to, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) fail(errno);
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

SealedFile::SealedFile(const std::filesystem::path& file) {
    bytes_ = content_of(file);
    sha256_ = extract::sha256(bytes_);
    memory_ = Descriptor(memfd_create("plugin", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (memory_.get() < 0) fail(errno);
    write_all(memory_.get(), bytes_);
    if (fcntl(memory_.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) fail(errno);
}

}  // namespace quarterdeck::plugins
