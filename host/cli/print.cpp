#include "cli/print.h"

#include <fmt/format.h>

namespace quarterdeck::cli {

void print(const Json& json) {
    fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace quarterdeck::cli
