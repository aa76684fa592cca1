#include <algorithm>
#include <array>
#include <initializer_list>

#include "plugins/deeds.h"
#include "plugins/validator/made_answers.h"
#include "plugins/validator/subject.h"
#include "quarterdeck/message.h"

namespace quarterdeck::plugins {

namespace {

using Found = std::optional<std::string>;

constexpr std::size_t modest_memory_bytes = std::size_t{256} << 20;
constexpr std::size_t most_log_bytes = std::size_t{16} << 10;
constexpr std::chrono::milliseconds most_wait{3'000};

/// Everything that the plugin is asked for in a release, with tables of thousands of rows, in one process. A sentence
/// where it isn't answered.
Found whole_run(Subject& subject, const Limits& limits) {
    const auto worker = subject.worker(limits);
    if (const Reply reply = ask(*worker, FrameKind::describe, {}); !reply.answer)
        return "It doesn't describe itself. " + reason(reply);
    for (const Metric& metric : subject.programme().metrics) {
        if (!metric.computed()) continue;
        const Reply reply = ask_for_table(*worker, metric, made_answers(metric.needs, Made::many));
        if (!reply.answer) return "Metric " + metric.id + ": it gives no table. " + reason(reply);
    }
    return std::nullopt;
}

Found stays_in_memory(Subject& subject, std::string_view /*name*/) {
    if (whole_run(subject, subject.limits())) throw NotTried("It doesn't answer with all the memory there is, either.");
    Limits limits = subject.limits();
    limits.memory_bytes = std::min(limits.memory_bytes, modest_memory_bytes);
    if (auto found = whole_run(subject, limits)) return "With 256 MiB of memory: " + *found;
    return std::nullopt;
}

Found answers_promptly(Subject& subject, std::string_view /*name*/) {
    if (whole_run(subject, subject.limits())) throw NotTried("It doesn't answer with all the time there is, either.");
    Limits limits = subject.limits();
    limits.deadline /= 4;
    if (auto found = whole_run(subject, limits)) return "With a quarter of the time that reports allow: " + *found;
    return std::nullopt;
}

Found stops_when_cancelled(Subject& subject, std::string_view /*name*/) {
    const std::string late = " hasn't stopped three seconds after nobody waits any more.";
    subject.description();
    const auto describing = subject.worker();
    describing->ask(FrameKind::describe, {});
    if (!describing->ends_when_cancelled(most_wait)) return "describe" + late;
    for (const Metric& metric : subject.programme().metrics) {
        if (!metric.computed()) continue;
        const auto computing = subject.worker();
        ask(*computing, FrameKind::describe, {});
        const auto answers = made_answers(metric.needs, Made::many);
        computing->ask(FrameKind::compute, message::write({.metric = metric.id, .answers = answers}));
        if (!computing->ends_when_cancelled(most_wait)) return "Metric " + metric.id + ": compute" + late;
    }
    return std::nullopt;
}

Found logs_little(Subject& subject, std::string_view /*name*/) {
    subject.programme();
    const auto worker = subject.worker();
    ask(*worker, FrameKind::describe, {});
    for (const Metric& metric : subject.programme().metrics)
        if (metric.computed()) ask_for_table(*worker, metric, made_answers(metric.needs, Made::ordinary));
    if (worker->log().size() <= most_log_bytes) return std::nullopt;
    return "It logs more than 16 KiB while it describes itself and computes each metric once.";
}

/// What the worker reports of the plugin's deeds in a usual run, of those that a check is about.
Found did(Subject& subject, std::initializer_list<std::string_view> deeds) {
    const auto reported = [&](const Reply& reply) {
        return std::find(deeds.begin(), deeds.end(), reply.complaint.what) != deeds.end();
    };
    const auto worker = subject.worker();
    const Reply description = ask(*worker, FrameKind::describe, {});
    if (!worker->lacking().empty()) throw NotTried("This kernel can't tell: it lacks what confines plugins.");
    if (reported(description)) return description.complaint.what;
    if (!description.answer) throw NotTried("The plugin doesn't describe itself.");
    for (const Metric& metric : subject.programme().metrics) {
        if (!metric.computed()) continue;
        const Reply reply = ask_for_table(*subject.worker(), metric, made_answers(metric.needs, Made::ordinary));
        if (reported(reply)) return "Metric " + metric.id + ": " + reply.complaint.what;
    }
    return std::nullopt;
}

Found prints_nothing(Subject& subject, std::string_view /*name*/) {
    return did(subject, {deeds::printing});
}
Found touches_no_files(Subject& subject, std::string_view /*name*/) {
    return did(subject, {deeds::file});
}
Found uses_no_network(Subject& subject, std::string_view /*name*/) {
    return did(subject, {deeds::network});
}
Found starts_no_processes(Subject& subject, std::string_view /*name*/) {
    return did(subject, {deeds::process, deeds::program});
}
Found leaves_others_alone(Subject& subject, std::string_view /*name*/) {
    return did(subject, {deeds::signal, deeds::look});
}

constexpr const char* compute_only = "A plugin computes from what the host hands it, in memory. Take the call out.";

constexpr std::array<Check, 9> checks{{
    {"stays-in-memory", "256 MiB are enough for all that it is asked.",
     "Copy answers less, and free what isn't needed any more.", stays_in_memory},
    {"answers-promptly", "A quarter of the deadline is enough for each answer.",
     "Look for work that grows faster than the number of rows.", answers_promptly},
    {"stops-when-cancelled", "A call ends soon when nobody waits for it any more.",
     "Ask quarterdeck::cancelled() now and then in long computations, and return when it says so.",
     stops_when_cancelled},
    {"logs-little", "A run logs at most 16 KiB.", "Log what helps you to find a fault, not what goes well.",
     logs_little},
    {"prints-nothing", "Nothing goes to standard output.", "Use quarterdeck::log() for what its author wants to know.",
     prints_nothing},
    {"touches-no-files", "No file is opened, made or changed.",
     "Embed what the plugin needs with quarterdeck_add_plugin(... EMBED name=file).", touches_no_files},
    {"uses-no-network", "No connection is opened.", compute_only, uses_no_network},
    {"starts-no-processes", "No process, thread or program is started.", compute_only, starts_no_processes},
    {"leaves-other-processes-alone", "No other process gets a signal or is looked into.", compute_only,
     leaves_others_alone},
}};

}  // namespace

std::span<const Check> conduct_checks() {
    return checks;
}

}  // namespace quarterdeck::plugins
