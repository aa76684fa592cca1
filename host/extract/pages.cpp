#include "extract/pages.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <mutex>
#include <new>

namespace quarterdeck::extract {
namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t large_page = std::size_t{2} << 20;
constexpr std::size_t usual_region = 8 * large_page;

std::size_t in_whole(std::size_t unit, std::size_t bytes) {
    return (bytes + unit - 1) / unit * unit;
}

/// Memory from the system that begins at a large page, if possible in large pages.
char* map_region(std::size_t bytes) {
    const std::size_t room = bytes + large_page;
    void* const mapping = ::mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED) throw std::bad_alloc();
    char* const begin = static_cast<char*>(mapping);
    const std::size_t before = (large_page - reinterpret_cast<std::uintptr_t>(begin) % large_page) % large_page;
    if (before > 0) ::munmap(begin, before);
    ::munmap(begin + before + bytes, room - before - bytes);
    ::madvise(begin + before, bytes, MADV_HUGEPAGE);
    return begin + before;
}

/// Memory that nobody has at the moment.
class Pool {
public:
    char* take(std::size_t bytes) {
        const std::lock_guard lock(busy_);
        auto found =
            std::find_if(free_.begin(), free_.end(), [bytes](const auto& range) { return range.second >= bytes; });
        if (found == free_.end()) {
            give_back(bytes);
            const std::size_t region = in_whole(large_page, std::max(bytes, usual_region));
            found = free_.emplace(map_region(region), region).first;
        }
        const auto [begin, size] = *found;
        free_.erase(found);
        if (size > bytes) free_.emplace(begin + bytes, size - bytes);
        return begin;
    }

    /// Throws `std::bad_alloc` where it can't be kept.
    void put(char* begin, std::size_t bytes) {
        const std::lock_guard lock(busy_);
        auto here = free_.emplace(begin, bytes).first;
        if (const auto behind = std::next(here); behind != free_.end() && begin + bytes == behind->first) {
            here->second += behind->second;
            free_.erase(behind);
        }
        if (here == free_.begin()) return;
        if (const auto before = std::prev(here); before->first + before->second == begin) {
            before->second += here->second;
            free_.erase(here);
        }
    }

    void empty() {
        const std::lock_guard lock(busy_);
        give_back(std::numeric_limits<std::size_t>::max());
    }

private:
    /// So much of what is free, lest it comes on top of the new: pieces that are too small pile up otherwise.
    void give_back(std::size_t bytes) {
        for (std::size_t done = 0; done < bytes && !free_.empty();) {
            const auto [begin, size] = *free_.begin();
            ::munmap(begin, size);
            free_.erase(free_.begin());
            done += size;
        }
    }

    std::mutex busy_;
    std::map<char*, std::size_t> free_;  ///< where each range begins, and how many bytes it has; none touch
};

Pool& pool() {
    static Pool pool;
    return pool;
}

}  // namespace

void* get_pages(std::size_t bytes) {
    return pool().take(in_whole(page, bytes));
}

void give_pages_back(void* pages, std::size_t bytes) noexcept {
    try {
        pool().put(static_cast<char*>(pages), in_whole(page, bytes));
    } catch (const std::bad_alloc&) {
        ::munmap(pages, in_whole(page, bytes));
    }
}

void give_system_pages_back() {
    pool().empty();
}

}  // namespace quarterdeck::extract
