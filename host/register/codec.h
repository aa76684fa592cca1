#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "disclosure/published_figures_codec.h"
#include "quarterdeck/message/reader.h"
#include "quarterdeck/message/writer.h"
#include "register/calendar.h"
#include "register/definitions.h"
#include "register/edition.h"
#include "register/programme_return.h"
#include "register/translation.h"

/// How the register's entries are written as JSON and read again: strictly, with the SDK's codec. Heavy; include it
/// only where bodies are read or written.
namespace quarterdeck::message {

template <>
struct TextForm<returns::Quarter> {
    static constexpr auto wanted = "a quarter such as 2023-24Q4";
    static std::string text(const returns::Quarter& quarter) { return quarter.text(); }
    static std::optional<returns::Quarter> parse(std::string_view text) { return returns::Quarter::parse(text); }
};

template <>
struct TextForm<Decimal> {
    static constexpr auto wanted = "a decimal as text";
    static std::string text(const Decimal& decimal) { return plain_text(decimal); }
    static std::optional<Decimal> parse(std::string_view text) {
        const std::optional<Figure> figure = detail::figure_of(text);
        if (!figure || !std::holds_alternative<Decimal>(*figure)) return std::nullopt;
        return std::get<Decimal>(*figure);
    }
};

/// Entry numbers of the register, which are beyond the codec's `int`.
template <>
struct TextForm<std::int64_t> {
    static constexpr auto wanted = "a whole number as text";
    static std::string text(const std::int64_t& number) { return std::to_string(number); }
    static std::optional<std::int64_t> parse(std::string_view text) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return number;
    }
};

namespace detail {

template <class Enum, std::size_t count>
constexpr auto in_order(const std::array<std::string_view, count>& names) {
    std::array<std::pair<Enum, std::string_view>, count> list{};
    for (std::size_t i = 0; i < count; ++i) list[i] = {static_cast<Enum>(i), names[i]};
    return list;
}

/// An action has a measurement for each of its indicators.
template <>
struct Identity<returns::Measurement> {
    static std::string of(const returns::Measurement& one) {
        return one.id + "/" + std::to_string(static_cast<int>(one.kind));
    }
};

/// Two programmes may give their entries the same id.
template <>
struct Identity<returns::Dependency> {
    static std::string of(const returns::Dependency& one) { return one.programme + "/" + one.id; }
};

}  // namespace detail

template <>
struct Names<returns::Status> {
    static constexpr auto list = detail::in_order<returns::Status>(returns::status_names);
};
template <>
struct Names<returns::Rating> {
    static constexpr auto list = detail::in_order<returns::Rating>(returns::rating_names);
};
template <>
struct Names<returns::Milestone::State> {
    static constexpr auto list = detail::in_order<returns::Milestone::State>(returns::milestone_state_names);
};
template <>
struct Names<returns::Risk::Trend> {
    static constexpr auto list = detail::in_order<returns::Risk::Trend>(returns::trend_names);
};
template <>
struct Names<returns::Edition::State> {
    static constexpr auto list = detail::in_order<returns::Edition::State>(returns::edition_state_names);
};
template <>
struct Names<returns::Edition::Audience> {
    static constexpr auto list = detail::in_order<returns::Edition::Audience>(returns::audience_names);
};
template <>
struct Names<Language> {
    static constexpr std::array<std::pair<Language, std::string_view>, 2> list{
        {{Language::english, "en"}, {Language::welsh, "cy"}}};
};

}  // namespace quarterdeck::message

namespace quarterdeck::returns {

using message::AtMost;
using message::Is;
using message::Range;

inline constexpr AtMost most_items{2'000};

template <class Codec, Is<Entry> V>
void members(Codec& codec, V& entry) {
    codec("action", entry.action_id);
    codec("status", entry.status);
    codec("rating", entry.rating);
    codec("rating_reason", entry.rating_reason);
    codec("percent_complete", entry.percent_complete, Range{0, 100});
    codec("narrative", entry.narrative);
    codec("forecast", entry.forecast);
}

template <class Codec, Is<Overview> V>
void members(Codec& codec, V& overview) {
    codec("rating", overview.rating);
    codec("rating_reason", overview.rating_reason);
    codec("summary", overview.summary);
    codec("done", overview.done);
    codec("planned", overview.planned);
}

template <class Codec, Is<Milestone> V>
void members(Codec& codec, V& milestone) {
    codec("id", milestone.id);
    codec("state", milestone.state);
    codec("met_on", milestone.met_on);
    codec("forecast", milestone.forecast);
    codec("narrative", milestone.narrative);
}

template <class Codec, Is<Risk> V>
void members(Codec& codec, V& risk) {
    codec("id", risk.id);
    codec("title", risk.title);
    codec("likelihood", risk.likelihood, Range{1, 5});
    codec("impact", risk.impact, Range{1, 5});
    codec("mitigation", risk.mitigation);
    codec("owner", risk.owner);
    codec("trend", risk.trend);
    codec("closed", risk.closed);
}

template <class Codec, Is<Issue> V>
void members(Codec& codec, V& issue) {
    codec("id", issue.id);
    codec("title", issue.title);
    codec("response", issue.response);
    codec("owner", issue.owner);
    codec("raised_on", issue.raised_on);
    codec("resolved_on", issue.resolved_on);
}

template <class Codec, Is<Decision> V>
void members(Codec& codec, V& decision) {
    codec("id", decision.id);
    codec("question", decision.question);
    codec("owner", decision.owner);
    codec("needed_by", decision.needed_by);
    codec("decided_on", decision.decided_on);
    codec("outcome", decision.outcome);
}

template <class Codec, Is<Dependency> V>
void members(Codec& codec, V& dependency) {
    codec("programme", dependency.programme);
    codec("entry", dependency.id);
    codec("rating", dependency.rating);
    codec("view", dependency.view);
}

template <class Codec, Is<Measurement> V>
void members(Codec& codec, V& measurement) {
    codec("action", measurement.id);
    codec("kind", measurement.kind);
    codec("baseline", measurement.baseline);
    codec("target", measurement.target);
    codec("actual", measurement.actual);
    codec("metric", measurement.metric);
    codec("narrative", measurement.narrative);
}

template <class Codec, Is<BaselineMove> V>
void members(Codec& codec, V& move) {
    codec("id", move.id);
    codec("to", move.to);
    codec("decision", move.decision);
}

/// Without its number and its approval, which the register knows.
template <class Codec, Is<Return> V>
void members(Codec& codec, V& content) {
    codec("programme", content.programme);
    codec("quarter", content.quarter);
    codec("submitted_by", content.submitted_by);
    codec("submitted_on", content.submitted_on);
    codec("source_file", content.source_file);
    codec("source_sha256", content.source_sha256);
    codec("draft", content.draft);
    codec("language", content.language);
    codec("definitions_sha256", content.definitions_sha256);
    codec("overview", content.overview);
    codec("entries", content.entries, most_items);
    codec("milestones", content.milestones, most_items);
    codec("risks", content.risks, most_items);
    codec("issues", content.issues, most_items);
    codec("decisions", content.decisions, most_items);
    codec("dependencies", content.dependencies, most_items);
    codec("measurements", content.measurements, most_items);
    codec("baseline_moves", content.baseline_moves, most_items);
}

template <class Codec, Is<Approval> V>
void members(Codec& codec, V& approval) {
    codec("programme", approval.programme);
    codec("quarter", approval.quarter);
    codec("return", approval.return_number);
    codec("by", approval.by);
    codec("on", approval.on);
}

template <class Codec, Is<Lead> V>
void members(Codec& codec, V& lead) {
    codec("programme", lead.programme);
    codec("role", lead.role);
}

template <class Codec, Is<Calendar> V>
void members(Codec& codec, V& calendar) {
    codec("quarter", calendar.quarter);
    codec("snapshot", calendar.snapshot);
    codec("return_due", calendar.return_due);
    codec("cut_off", calendar.cut_off);
    codec("sign_off", calendar.sign_off);
    codec("papers_out", calendar.papers_out);
    codec("meeting", calendar.meeting);
    codec("leads", calendar.leads);
}

template <class Codec, Is<Edition> V>
void members(Codec& codec, V& edition) {
    codec("report", edition.report);
    codec("quarter", edition.quarter);
    codec("edition", edition.edition, Range{1, 1'000'000});
    codec("state", edition.state);
    codec("audience", edition.audience);
    codec("known_up_to", edition.known_up_to);
    codec("by", edition.by);
    codec("on", edition.on);
    codec("embargo", edition.embargo);
    codec("note", edition.note);
    codec("release_sha256", edition.release_sha256);
    codec("figures", edition.figures, AtMost{1'000});
}

template <class Codec, Is<TranslatedText> V>
void members(Codec& codec, V& text) {
    codec("source", text.source);
    codec("text", text.text);
}

template <class Codec, Is<Translation> V>
void members(Codec& codec, V& translation) {
    codec("programme", translation.programme);
    codec("quarter", translation.quarter);
    codec("into", translation.into);
    codec("reviewed_by", translation.reviewed_by);
    codec("on", translation.on);
    codec("source_file", translation.source_file);
    codec("source_sha256", translation.source_sha256);
    codec("texts", translation.texts, AtMost{10'000});
}

template <class Codec, Is<Definitions> V>
void members(Codec& codec, V& definitions) {
    codec("programme", definitions.programme);
    codec("version", definitions.version);
    codec("actions", definitions.actions, AtMost{10'000});
}

}  // namespace quarterdeck::returns
