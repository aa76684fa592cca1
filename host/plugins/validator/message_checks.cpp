#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "plugins/validator/subject.h"
#include "quarterdeck/message.h"

namespace quarterdeck::plugins {

namespace {

using Found = std::optional<std::string>;

constexpr std::size_t most_promised_bytes = std::size_t{8} << 20;

Found loads(Subject& subject, std::string_view /*name*/) {
    const Reply& reply = subject.description_reply();
    if (reply.answer || reply.in_words || is_deed(reply)) return std::nullopt;
    return reason(reply);
}

Found describes(Subject& subject, std::string_view /*name*/) {
    const Reply& reply = subject.description_reply();
    if (reply.answer) return std::nullopt;
    if (broke(reply)) throw NotTried("The plugin can't be loaded.");
    return reason(reply);
}

Found describes_again(Subject& subject, std::string_view /*name*/) {
    subject.description();
    const auto worker = subject.worker();
    const Reply first = ask(*worker, FrameKind::describe, {});
    const Reply second = ask(*worker, FrameKind::describe, {});
    if (!second.answer) return "Asked a second time, it doesn't describe itself. " + reason(second);
    if (first.answer == second.answer) return std::nullopt;
    return "Asked twice by one process, it gives two descriptions.";
}

Found describes_elsewhere(Subject& subject, std::string_view /*name*/) {
    const Reply reply = ask(*subject.worker(), FrameKind::describe, {});
    if (subject.description() == reply.answer) return std::nullopt;
    return "Two processes get two descriptions.";
}

Found follows_schema(Subject& subject, std::string_view /*name*/) {
    try {
        message::read_programme(subject.description());
        return std::nullopt;
    } catch (const message::Malformed& malformed) {
        return malformed.what();
    }
}

/// The first id that stands twice in a list of the value.
Found repeated_id(const nlohmann::json& value, const std::string& place) {
    std::set<std::string> ids;
    if (value.is_array())
        for (const auto& element : value)
            if (element.is_object() && element.contains("id") && element["id"].is_string() &&
                !ids.insert(element["id"].get<std::string>()).second)
                return place + ": the id \"" + element["id"].get<std::string>() + "\" stands twice in the list.";
    if (value.is_structured())
        for (const auto& [key, element] : value.items())
            if (auto found = repeated_id(element, std::string(place).append("/").append(key))) return found;
    return std::nullopt;
}

Found unique_ids(Subject& subject, std::string_view /*name*/) {
    try {
        message::parse(subject.description());
        return repeated_id(nlohmann::json::parse(subject.description()), {});
    } catch (const message::Malformed&) {
        throw NotTried("The plugin's description isn't JSON.");
    }
}

Found of_moderate_size(Subject& subject, std::string_view /*name*/) {
    const std::size_t size = subject.description().size();
    if (size <= most_promised_bytes) return std::nullopt;
    return "The description is " + std::to_string(size) + " bytes long; expected at most " +
           std::to_string(most_promised_bytes) + ".";
}

constexpr std::array<Check, 7> checks{{
    {"loads", "The plugin can be loaded and called by a worker.",
     "Build it with quarterdeck_add_plugin() of this release's SDK, and end one of its sources with "
     "QUARTERDECK_PROGRAMME(function). Do nothing in constructors of global objects.",
     loads},
    {"describes-itself", "describe gives an answer.",
     "Look at what the function named in QUARTERDECK_PROGRAMME throws.", describes},
    {"describes-itself-the-same-again", "Asked twice, describe gives the same bytes.",
     "Make the description from constants: no counters, no random numbers, no clock.", describes_again},
    {"describes-itself-the-same-elsewhere", "Another process gets the same bytes.",
     "Make the description from constants: no addresses, no process numbers, no order of unordered containers.",
     describes_elsewhere},
    {"ids-are-unique", "No two elements of one list have the same id.", "Give each element an id of its own.",
     unique_ids},
    {"description-follows-the-schema", "The description is a message after schemas/description.json.",
     "Correct the description at the place named. quarterdeck/plugin.h writes valid ones by itself.", follows_schema},
    {"description-is-of-moderate-size", "The description takes at most 8 MiB.",
     "List fewer rows, or find them in the data with .by.", of_moderate_size},
}};

}  // namespace

std::span<const Check> message_checks() {
    return checks;
}

}  // namespace quarterdeck::plugins
