#include "plugins/worker/runtimes.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <string_view>

#include "plugins/frame.h"

namespace quarterdeck::plugins {

namespace {

/// What a plugin may need beyond libraries that this program has loaded itself.
constexpr std::array<const char*, 7> known_runtimes{
    "libc++.so.1", "libc++abi.so.1", "libunwind.so.1", "libatomic.so.1", "libpthread.so.0", "libdl.so.2", "librt.so.1"};

/// Which of them a plugin names. Looks through it once: all begin alike.
std::array<bool, known_runtimes.size()> named_in(std::string_view bytes) {
    std::array<bool, known_runtimes.size()> named{};
    constexpr std::string_view beginning = "lib";
    for (std::size_t at = bytes.find(beginning); at != std::string_view::npos; at = bytes.find(beginning, at + 1))
        for (std::size_t i = 0; i < known_runtimes.size(); ++i)
            named[i] = named[i] || bytes.substr(at).starts_with(known_runtimes[i]);
    return named;
}

}  // namespace

void load_runtimes() {
    struct stat status {};
    if (fstat(plugin_descriptor, &status) != 0 || status.st_size == 0) return;
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, plugin_descriptor, 0);
    if (address == MAP_FAILED) return;
    const auto named = named_in({static_cast<const char*>(address), size});
    munmap(address, size);
    for (std::size_t i = 0; i < named.size(); ++i)
        if (named[i]) dlopen(known_runtimes[i], RTLD_NOW | RTLD_LOCAL);
}

}  // namespace quarterdeck::plugins
