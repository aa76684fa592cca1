#pragma once

#include <cstdint>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#include "quarterdeck/abi.h"
#include "quarterdeck/message.h"
#include "quarterdeck/programme.h"

/// The C++ face of the plugin boundary. A plugin is one function that returns a `Programme`, and one line:
///
///     quarterdeck::Programme imaging() { return {.id = "imaging", …}; }
///     QUARTERDECK_PROGRAMME(imaging)
///
/// Whatever is thrown is caught inside the plugin and reported to the host, which leaves the section out.
namespace quarterdeck {

namespace detail {

inline const qd_host* calling_host = nullptr;  // during a call

inline qd_text view(std::string_view text) {
    return {.data = text.data(), .length = text.size()};
}

inline void fail(const qd_host& host, std::string_view what, std::string_view hint) {
    host.fail(host.context, view(what), view(hint));
}

/// Runs one call for the host; no exception leaves it.
template <class Call>
std::int32_t guarded(const qd_host* host, Call call) noexcept {
    calling_host = host;
    std::int32_t status = 1;
    try {
        const std::string message = call();
        host->emit(host->context, view(message));
        status = 0;
    } catch (const message::Malformed& error) {
        fail(*host, error.what(), "Correct the programme at this place of its message.");
    } catch (const std::bad_alloc&) {
        fail(*host, "The plugin ran out of memory.", "Ask for fewer rows, or raise the worker's memory limit.");
    } catch (const std::exception& error) {
        fail(*host, error.what(), "The exception came from the plugin's own code.");
    } catch (...) {
        fail(*host, "The plugin threw something that isn't a std::exception.",
             "Throw types derived from std::exception, whose text can be shown.");
    }
    calling_host = nullptr;
    return status;
}

inline const Metric& computed_metric(const Programme& programme, const std::string& id) {
    for (const auto& metric : programme.metrics)
        if (metric.id == id && metric.computed()) return metric;
    throw std::invalid_argument("The programme " + programme.id + " has no computed metric " + id + ".");
}

template <Programme (*make)()>
const Programme& programme() {
    static const Programme made = make();
    return made;
}

template <Programme (*make)()>
std::int32_t describe(const qd_host* host) noexcept {
    return guarded(host, [] { return message::write(programme<make>()); });
}

template <Programme (*make)()>
std::int32_t compute(const qd_host* host, qd_text request) noexcept {
    return guarded(host, [request] {
        const auto asked = message::read_request({request.data, request.length});
        return message::write(computed_metric(programme<make>(), asked.metric).compute(asked.answers));
    });
}

}  // namespace detail

/// Whether the host has given the run up; a long computation asks now and then, and returns anything at all.
inline bool cancelled() {
    const auto* host = detail::calling_host;
    return host != nullptr && host->cancelled(host->context) != 0;
}

/// A line for the plugin's author. It never enters a report.
inline void log(std::string_view line) {
    if (const auto* host = detail::calling_host) host->log(host->context, detail::view(line));
}

}  // namespace quarterdeck

/// Exports the programme that `function` returns. Once in a plugin, outside every namespace.
#define QUARTERDECK_PROGRAMME(function)                                                            \
    extern "C" __attribute__((visibility("default"))) const qd_plugin* quarterdeck_plugin(void) {  \
        static constexpr qd_plugin plugin{.magic = QD_MAGIC,                                       \
                                          .size = sizeof(qd_plugin),                               \
                                          .abi_major = QD_ABI_MAJOR,                               \
                                          .abi_minor = QD_ABI_MINOR,                               \
                                          .describe = &quarterdeck::detail::describe<&(function)>, \
                                          .compute = &quarterdeck::detail::compute<&(function)>};  \
        return &plugin;                                                                            \
    }
