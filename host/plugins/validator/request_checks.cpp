#include <array>

#include "plugins/validator/made_answers.h"
#include "plugins/validator/subject.h"

namespace quarterdeck::plugins {

namespace {

using Found = std::optional<std::string>;

/// A refusal in words is what a wrong request deserves.
Found refused(const Reply& reply, const std::string& request) {
    if (reply.answer) return request + " got an answer.";
    if (broke(reply)) return request + " broke the worker. " + reason(reply);
    return std::nullopt;
}

Found refuses_unknown(Subject& subject, std::string_view /*name*/) {
    subject.programme();
    return refused(ask_for_table(*subject.worker(), Metric{.id = "no_such_metric"}, {}),
                   "A request for the metric no_such_metric, which it doesn't have,");
}

Found refuses_declared(Subject& subject, std::string_view /*name*/) {
    for (const Metric& metric : subject.programme().metrics)
        if (!metric.computed())
            return refused(ask_for_table(*subject.worker(), metric, {}),
                           "A request to compute " + metric.id + ", which is declared,");
    throw NotTried("The plugin declares no metric.");
}

Found refuses_broken(Subject& subject, std::string_view /*name*/) {
    subject.programme();
    for (const char* request : {"", "{", "[]", R"({"metric":1,"answers":{}})", "\xFF\xFE"})
        if (auto found = refused(ask(*subject.worker(), FrameKind::compute, request),
                                 "A request that isn't after schemas/compute-request.json"))
            return found;
    return std::nullopt;
}

Found survives_missing(Subject& subject, std::string_view /*name*/) {
    for (const Metric* metric : subject.computed_metrics()) {
        const Reply reply = ask_for_table(*subject.worker(), *metric, {});
        if (broke(reply))
            return "Without answers to its queries, " + metric->id + " broke the worker. " + reason(reply);
    }
    return std::nullopt;
}

Found goes_on(Subject& subject, std::string_view /*name*/) {
    subject.description();
    const auto worker = subject.worker();
    ask_for_table(*worker, Metric{.id = "no_such_metric"}, {});
    const Reply reply = ask(*worker, FrameKind::describe, {});
    if (reply.answer) return std::nullopt;
    return "After a request that it can't answer, it doesn't answer a good one. " + reason(reply);
}

constexpr const char* look_up =
    "Look the metric up by its id, and call fail where it isn't one that is computed. "
    "quarterdeck/plugin.h does so by itself.";

constexpr std::array<Check, 5> checks{{
    {"refuses-unknown-metrics", "A request for a metric that isn't there is refused in words.", look_up,
     refuses_unknown},
    {"refuses-declared-metrics", "A request to compute a declared metric is refused in words.", look_up,
     refuses_declared},
    {"refuses-broken-requests", "A request that can't be read is refused in words.",
     "Read requests strictly, and call fail where one isn't after the schema.", refuses_broken},
    {"survives-missing-answers", "Fewer answers than queries don't end the process.",
     "Reach answers with .at(), which throws where there is none, and let the exception out.", survives_missing},
    {"goes-on-after-a-refusal", "After a refused request, the next good one is answered.",
     "Leave nothing behind when a call fails.", goes_on},
}};

}  // namespace

std::span<const Check> request_checks() {
    return checks;
}

}  // namespace quarterdeck::plugins
