#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "quarterdeck/message.h"

namespace {

using namespace quarterdeck;

/// What was accepted is written as a message that is read as the same.
template <class Read>
void try_as(Read read, std::string_view text) {
    try {
        const std::string written = message::write(read(text));
        if (message::write(read(written)) != written) std::abort();
    } catch (const message::Malformed& error) {
        if (std::string_view(error.what()).empty()) std::abort();
    }
}

}  // namespace

// A message of any kind, from outside.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_as(message::read_programme, text);
    try_as(message::read_table, text);
    try_as(message::read_request, text);
    return 0;
}
