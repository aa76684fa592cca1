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
constexpr std::array known_runtimes{"libc++.so.1",     "libc++abi.so.1", "libunwind.so.1", "libatomic.so.1",
                                    "libpthread.so.0", "libdl.so.2",     "librt.so.1"};

}  // namespace

void load_runtimes() {
    struct stat status {};
    if (fstat(plugin_descriptor, &status) != 0 || status.st_size == 0) return;
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, plugin_descriptor, 0);
    if (address == MAP_FAILED) return;
    const std::string_view bytes(static_cast<const char*>(address), size);
    for (const char* name : known_runtimes)
        if (bytes.find(name) != std::string_view::npos) dlopen(name, RTLD_NOW | RTLD_LOCAL);
    munmap(address, size);
}

}  // namespace quarterdeck::plugins
