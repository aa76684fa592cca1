#include "csv_text.h"

#include <fmt/format.h>

namespace quarterdeck::example {

void append_csv(std::string& out, std::initializer_list<std::string_view> fields) {
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first) out += ',';
        first = false;
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            out += field;
            continue;
        }
        out += '"';
        for (const char character : field) {
            if (character == '"') out += '"';
            out += character;
        }
        out += '"';
    }
    out += '\n';
}

std::string hundredths(std::int64_t value) {
    const std::int64_t size = value < 0 ? -value : value;
    return fmt::format("{}{}.{:02}", value < 0 ? "-" : "", size / 100, size % 100);
}

}  // namespace quarterdeck::example
