#include "extract/pages.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace quarterdeck::extract {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;

std::size_t in_large_pages(std::size_t bytes) {
    return (bytes + large_page - 1) / large_page * large_page;
}

}  // namespace

void* get_pages(std::size_t bytes) {
    const std::size_t wanted = in_large_pages(bytes);
    const std::size_t room = wanted + large_page;
    void* const mapping = ::mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED) throw std::bad_alloc();
    char* const begin = static_cast<char*>(mapping);
    const std::size_t before = (large_page - reinterpret_cast<std::uintptr_t>(begin) % large_page) % large_page;
    if (before > 0) ::munmap(begin, before);
    ::munmap(begin + before + wanted, room - before - wanted);
    ::madvise(begin + before, wanted, MADV_HUGEPAGE);
    return begin + before;
}

void give_pages_back(void* pages, std::size_t bytes) noexcept {
    ::munmap(pages, in_large_pages(bytes));
}

}  // namespace quarterdeck::extract
