#include <fmt/format.h>

#include "cli/returns_options.h"
#include "register/register.h"

namespace quarterdeck::cli {

namespace {

using Kind = returns::DefinitionChange::Kind;

const char* kind_name(Kind kind) {
    switch (kind) {
        case Kind::added: return "added";
        case Kind::dropped: return "dropped";
        case Kind::reworded: return "reworded";
        case Kind::moved_date: return "moved_date";
        case Kind::changed: return "changed";
    }
    return "";
}

std::string sentence(const returns::DefinitionChange& change) {
    const auto day = [](const std::string& due) { return due.empty() ? "no date" : due; };
    switch (change.kind) {
        case Kind::added: return fmt::format("{} is added: {}", change.id, change.after);
        case Kind::dropped: return fmt::format("{} is dropped: {}", change.id, change.before);
        case Kind::reworded:
            return change.before == change.after
                       ? fmt::format("{} is reworded beside its title: {}", change.id, change.after)
                       : fmt::format("{} is reworded: {} (was: {})", change.id, change.after, change.before);
        case Kind::moved_date:
            return fmt::format("{} moves from {} to {}", change.id, day(change.before), day(change.after));
        case Kind::changed: return fmt::format("{} has another lead, theme or kind: {}", change.id, change.after);
    }
    return "";
}

}  // namespace

Status show_definitions(const ReturnsOptions& options) {
    const returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::refuse);
    const plugins::Fleet fleet = fleet_of(options);
    Json programmes = Json::array();
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) {
        const returns::Definitions now = definitions_of(plugin.programme);
        const std::vector<returns::Definitions> kept = filed.definitions(now.programme);
        const std::vector<returns::DefinitionChange> found =
            kept.empty() ? std::vector<returns::DefinitionChange>() : returns::changes(kept.back(), now);
        Json list = Json::array();
        for (const returns::DefinitionChange& change : found)
            list.push_back({{"id", change.id},
                            {"kind", kind_name(change.kind)},
                            {"before", change.before},
                            {"after", change.after}});
        programmes.push_back({{"programme", now.programme},
                              {"issued_with", kept.empty() ? Json() : Json(kept.back().version)},
                              {"version", now.version},
                              {"changes", list}});
        if (options.json) continue;
        if (kept.empty())
            fmt::print("{} {}: no return was issued yet.\n", now.programme, now.version);
        else
            fmt::print("{} {}: {}\n", now.programme, now.version,
                       found.empty() ? fmt::format("as issued with {}.", kept.back().version)
                                     : fmt::format("{} changes since {}.", found.size(), kept.back().version));
        for (const returns::DefinitionChange& change : found) fmt::print("    {}\n", sentence(change));
    }
    if (options.json) print({{"programmes", programmes}});
    return Status::done;
}

}  // namespace quarterdeck::cli
