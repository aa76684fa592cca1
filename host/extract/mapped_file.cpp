#include "extract/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "extract/shrink_guard.h"

namespace quarterdeck::extract {
namespace {

constexpr std::size_t smallest_mapping = std::size_t{1} << 20;

[[noreturn]] void fail(int error) {
    throw std::runtime_error(std::generic_category().message(error));
}

}  // namespace

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

MappedFile::MappedFile(const std::filesystem::path& path) {
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) fail(errno);
    try {
        struct stat status {};
        if (::fstat(descriptor_, &status) != 0) fail(errno);
        if (!S_ISREG(status.st_mode)) throw std::runtime_error("Not a regular file");
        size_ = status.st_size;
        written_ = status.st_mtim;
        const auto size = static_cast<std::size_t>(size_);
        if (size >= smallest_mapping) map(size);
        if (mapped_ == nullptr) copy(size);
    } catch (...) {
        ::close(descriptor_);
        throw;
    }
}

MappedFile::~MappedFile() {
    if (mapped_ != nullptr) ::munmap(mapped_, bytes_.size());
    if (guard_ >= 0) ShrinkGuard::release(guard_);
    ::close(descriptor_);
}

void MappedFile::map(std::size_t size) {
    void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor_, 0);
    if (address == MAP_FAILED) return;
    guard_ = ShrinkGuard::protect(address, size);
    if (guard_ < 0) {
        ::munmap(address, size);
        return;
    }
    ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
    mapped_ = address;
    bytes_ = {static_cast<const char*>(address), size};
}

/// How many bytes there were.
std::size_t MappedFile::read(char* to, std::size_t size, std::size_t offset) const {
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::pread(descriptor_, to + done, size - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(errno);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

void MappedFile::copy(std::size_t size) {
    copied_.resize(size);
    copied_.resize(read(copied_.data(), size, 0));
    bytes_ = copied_;
}

std::string_view MappedFile::part(std::size_t offset, std::size_t size, std::vector<char>& store) const {
    if (mapped_ == nullptr) return bytes_.substr(offset, size);
    if (store.size() < size) store.resize(size);
    std::size_t there = 0;
    try {
        there = read(store.data(), size, offset);
    } catch (const std::runtime_error&) {
        unreadable_ = true;
    }
    std::fill(store.data() + there, store.data() + size, '\0');
    return {store.data(), size};
}

void MappedFile::let_go() const {
    if (mapped_ != nullptr) ::madvise(mapped_, bytes_.size(), MADV_DONTNEED);
}

bool MappedFile::changed() const {
    if (unreadable_ || (guard_ >= 0 && ShrinkGuard::torn(guard_))) return true;
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) return true;
    return status.st_size != size_ || bytes_.size() != static_cast<std::size_t>(size_) ||
           status.st_mtim.tv_sec != written_.tv_sec || status.st_mtim.tv_nsec != written_.tv_nsec;
}

}  // namespace quarterdeck::extract
