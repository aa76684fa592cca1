// Loads one plugin and calls it for the host, so that whatever the plugin does happens here.

#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plugins/frame.h"
#include "plugins/worker/call_filter.h"
#include "plugins/worker/confine.h"
#include "plugins/worker/forbidden_call.h"
#include "plugins/worker/link.h"
#include "plugins/worker/loaded_library.h"
#include "plugins/worker/runtimes.h"
#include "quarterdeck/abi.h"

#ifdef QUARTERDECK_SANITIZE
// A fault of the plugin's is reported by the kernel, as without sanitizers.
extern "C" const char* __asan_default_options() {  // NOLINT(bugprone-reserved-identifier): the sanitizer's name
    return "handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigill=0:handle_sigfpe=0:allow_addr2line=0";
}
#endif

namespace quarterdeck::plugins {

namespace {

constexpr std::size_t most_log_bytes = 4096;  // of one line

/// One call of the plugin: what it sends back through the host's functions.
struct Call {
    Link& link;
    std::uint32_t sequence;
    std::optional<std::string> message;
    Complaint complaint;
};

std::string_view view(qd_text text) {
    return text.data == nullptr ? std::string_view{} : std::string_view{text.data, text.length};
}

// Called from the plugin's code: an exception must not pass through it, so one ends the worker.
void emit(void* context, qd_text message) noexcept {
    static_cast<Call*>(context)->message = std::string(view(message));
}

void log(void* context, qd_text line) noexcept {
    auto& call = *static_cast<Call*>(context);
    call.link.send({.kind = FrameKind::log, .sequence = call.sequence}, view(line).substr(0, most_log_bytes));
}

void fail(void* context, qd_text what, qd_text hint) noexcept {
    static_cast<Call*>(context)->complaint = {std::string(view(what)), std::string(view(hint))};
}

std::int32_t cancelled(void* context) noexcept {
    return static_cast<Call*>(context)->link.closed() ? 1 : 0;
}

std::int32_t run(const qd_plugin& plugin, const Link::Request& request, const qd_host& host) noexcept {
    if (request.kind == FrameKind::describe) return plugin.describe(&host);
    return plugin.compute(&host, {.data = request.payload.data(), .length = request.payload.size()});
}

void answer(Link& link, const qd_plugin& plugin, const Link::Request& request) {
    Call call{.link = link, .sequence = request.sequence, .message = {}, .complaint = {}};
    const qd_host host{
        .size = sizeof(qd_host), .context = &call, .emit = emit, .log = log, .fail = fail, .cancelled = cancelled};
    const std::int32_t status = run(plugin, request, host);
    FrameHeader header{.kind = FrameKind::answer,
                       .sequence = request.sequence,
                       .abi = (std::uint32_t{plugin.abi_major} << 16U) | plugin.abi_minor};
    if (status == 0 && call.message) {
        link.send(header, *call.message);
        return;
    }
    if (call.complaint.what.empty())
        call.complaint = {"The plugin returned " + std::to_string(status) + " without an answer.",
                          "A call returns 0 after one emit, and another value after fail."};
    header.kind = FrameKind::failure;
    link.send(header, call.complaint.payload());
}

std::string lines(const std::vector<Protection>& lacking) {
    std::string text;
    for (const Protection protection : lacking) text.append(name_of(protection)).append("\n");
    return text;
}

void serve(const char* name, unsigned seconds, const std::vector<Protection>& lacking) {
    Link link;
    std::optional<Link::Request> request = link.receive();
    if (!request) return;
    expect_replies_to(request->sequence);
    link.send({.kind = FrameKind::lacking, .sequence = request->sequence}, lines(lacking));
    allow_processor_seconds(seconds);
    const auto loaded = load(name);
    finish_loading();
    if (const auto* complaint = std::get_if<Complaint>(&loaded)) {
        link.send({.kind = FrameKind::refusal, .sequence = request->sequence}, complaint->payload());
        return;
    }
    for (; request; request = link.receive()) {
        expect_replies_to(request->sequence);
        allow_processor_seconds(seconds);
        answer(link, *std::get<const qd_plugin*>(loaded), *request);
    }
}

template <class Number>
Number number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) _exit(EXIT_FAILURE);
    return value;
}

}  // namespace

}  // namespace quarterdeck::plugins

int main(int count, char** values) {
    using namespace quarterdeck::plugins;
    const std::span arguments(values, static_cast<std::size_t>(count));
    if (arguments.size() != 5) {
        std::fputs("quarterdeck-worker is started by quarterdeck: NAME MEMORY-BYTES DEADLINE-SECONDS HOST-PROCESS\n",
                   stderr);
        return 2;
    }
    std::setvbuf(stdout, nullptr, _IONBF, 0);  // what a plugin prints is noticed at once
    load_runtimes();
    report_forbidden_calls();
    const auto lacking =
        confine({.memory_bytes = number<std::size_t>(arguments[2]), .host = number<pid_t>(arguments[4])});
    serve(arguments[1], number<unsigned>(arguments[3]), lacking);
    _exit(EXIT_SUCCESS);  // without the plugin's static destructors
}
