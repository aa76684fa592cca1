#pragma once

#include <optional>
#include <string>

namespace quarterdeck::disclosure {

/// How requests and answers travel between host and solver: the length in eight bytes, then the text. Both sides run
/// on one machine: native byte order.

/// Whether all of it was taken.
bool send_text(int descriptor, const std::string& text);

/// The next text; nothing when the other side has gone or there isn't enough memory for it.
std::optional<std::string> receive_text(int descriptor);

}  // namespace quarterdeck::disclosure
