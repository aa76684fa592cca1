#include "process/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <limits>

namespace quarterdeck {
namespace {

constexpr int reserved = 1 << 30;  // addresses, not memory: what isn't used isn't taken
constexpr int grown_by = 64 << 20;
constexpr std::uintptr_t large_page = std::uintptr_t{2} << 20;

}  // namespace

void use_large_pages() {
#ifdef __GLIBC__
    // One heap for all threads and nothing beside it, so that the advice below holds for everything.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_TOP_PAD, reserved);
    std::free(std::malloc(std::size_t{1} << 20));
    mallopt(M_TOP_PAD, grown_by);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) & ~(large_page - 1);
    if (end > reserved) madvise(reinterpret_cast<void*>(end - reserved), reserved - large_page, MADV_HUGEPAGE);
#endif
}

}  // namespace quarterdeck
