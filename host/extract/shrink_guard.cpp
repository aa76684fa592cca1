#include "extract/shrink_guard.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <mutex>

namespace quarterdeck::extract {
namespace {

struct Region {
    std::atomic<bool> taken{false};
    std::atomic<std::uintptr_t> begin{0};
    std::atomic<std::uintptr_t> end{0};
    std::atomic<bool> torn{false};
};

std::array<Region, 256> regions;
struct sigaction previous;
std::uintptr_t page_size = 4096;

/// Runs inside a signal: only lock-free atomics and system calls.
void on_lost_page(int, siginfo_t* info, void*) {
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (Region& region : regions) {
        if (address < region.begin.load() || address >= region.end.load()) continue;
        void* const page = reinterpret_cast<void*>(address & ~(page_size - 1));
        if (::mmap(page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == page) {
            region.torn.store(true);
            return;
        }
    }
    ::sigaction(SIGBUS, &previous, nullptr);
}

void install() {
    page_size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action {};
    action.sa_sigaction = on_lost_page;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &previous);
}

}  // namespace

int ShrinkGuard::protect(const void* begin, std::size_t size) {
    static std::once_flag once;
    std::call_once(once, install);
    for (std::size_t ticket = 0; ticket < regions.size(); ++ticket) {
        Region& region = regions[ticket];
        if (region.taken.exchange(true)) continue;
        region.torn.store(false);
        region.begin.store(reinterpret_cast<std::uintptr_t>(begin));
        region.end.store(reinterpret_cast<std::uintptr_t>(begin) + size);
        return static_cast<int>(ticket);
    }
    return -1;
}

void ShrinkGuard::release(int ticket) {
    Region& region = regions[static_cast<std::size_t>(ticket)];
    region.end.store(0);
    region.begin.store(0);
    region.taken.store(false);
}

bool ShrinkGuard::torn(int ticket) {
    return regions[static_cast<std::size_t>(ticket)].torn.load();
}

}  // namespace quarterdeck::extract
