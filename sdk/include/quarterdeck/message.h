#pragma once

#include <string>
#include <string_view>

#include "quarterdeck/message/malformed.h"
#include "quarterdeck/message/reader.h"
#include "quarterdeck/message/request.h"
#include "quarterdeck/message/writer.h"
#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

/// The JSON messages between host and plugin; sdk/schemas holds their shapes. Decimals travel as text ("12.50"),
/// so do markers ("[c]"), enumerators by name, rules as alternatives of conditions. Nothing travels in floating
/// point. Include this header only where messages are read or written: it is heavy.
namespace quarterdeck::message {

/// Throws `Malformed` for a text that isn't UTF-8.
inline std::string write(const Programme& programme) {
    return text_of(programme);
}
inline std::string write(const Table& table) {
    return text_of(table);
}
inline std::string write(const ComputeRequest& request) {
    return text_of(request);
}

/// What a plugin says of itself. Computed metrics have a `compute` that throws: the caller sets the real one.
/// Throws `Malformed`.
inline Programme read_programme(std::string_view text) {
    return from_text<Programme>(text);
}

/// Throws `Malformed`, for a ragged table too.
inline Table read_table(std::string_view text) {
    return from_text<Table>(text);
}

/// Throws `Malformed`.
inline ComputeRequest read_request(std::string_view text) {
    return from_text<ComputeRequest>(text);
}

}  // namespace quarterdeck::message
