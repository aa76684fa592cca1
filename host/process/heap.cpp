#include "process/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace quarterdeck {
namespace {

constexpr int beginning = 32 << 20;  // bytes
constexpr std::uintptr_t large_page = std::uintptr_t{2} << 20;

}  // namespace

void take_heap_in_large_pages() noexcept {
    mallopt(M_TOP_PAD, beginning);
    void* const first = std::malloc(large_page);  // NOLINT(cppcoreguidelines-no-malloc): the heap grows
    const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(first) + large_page - 1) / large_page * large_page;
    const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / large_page * large_page;
    if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
    std::free(first);  // NOLINT(cppcoreguidelines-no-malloc)
}

}  // namespace quarterdeck
