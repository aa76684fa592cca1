#pragma once

#include <cstdint>
#include <cstring>

#include "quarterdeck/abi.h"

/// The C boundary without the C++ face, for plugins that break its rules.
namespace face {

inline qd_text text(const char* words) {
    return {.data = words, .length = std::strlen(words)};
}

inline std::int32_t describe_nothing(const qd_host* host) {
    host->fail(host->context, text("Nothing here."), text("Look elsewhere."));
    return 1;
}

inline std::int32_t compute_nothing(const qd_host* host, qd_text /*request*/) {
    return describe_nothing(host);
}

inline qd_plugin well_formed() {
    return {.magic = QD_MAGIC,
            .size = sizeof(qd_plugin),
            .abi_major = QD_ABI_MAJOR,
            .abi_minor = QD_ABI_MINOR,
            .describe = describe_nothing,
            .compute = compute_nothing};
}

}  // namespace face

/// Exports a plugin made by `make`, a function that returns a qd_plugin.
#define EXPORT_PLUGIN(make)                                                                       \
    extern "C" __attribute__((visibility("default"))) const qd_plugin* quarterdeck_plugin(void) { \
        static const qd_plugin plugin = make();                                                   \
        return &plugin;                                                                           \
    }
