#include "register/register.h"

#include <algorithm>
#include <map>
#include <utility>

#include "register/codec.h"
#include "register/differences.h"
#include "register/journal.h"

namespace quarterdeck::returns {

namespace {

template <class T>
std::string body_of(const T& content) {
    return message::text_of(content);
}

/// Of each programme the last return that isn't a draft.
std::vector<Return> latest_of_each(std::vector<Return> returns) {
    std::vector<Return> latest;
    for (Return& one : returns) {
        if (one.draft) continue;
        const auto earlier = std::find_if(latest.begin(), latest.end(),
                                          [&](const Return& other) { return other.programme == one.programme; });
        if (earlier == latest.end())
            latest.push_back(std::move(one));
        else
            *earlier = std::move(one);
    }
    return latest;
}

/// Puts an item in the place of an earlier one that it replaces, or at the end.
template <class Item, class Same>
void put(std::vector<Item>& items, Item item, const Same& same) {
    const auto earlier = std::find_if(items.begin(), items.end(), [&](const Item& other) { return same(other, item); });
    if (earlier == items.end())
        items.push_back(std::move(item));
    else
        *earlier = std::move(item);
}

void log_decisions(const Return& content, std::vector<LoggedDecision>& log) {
    for (const Decision& decision : content.decisions)
        put(log, {content.programme, content.quarter, decision},
            [](const LoggedDecision& one, const LoggedDecision& other) {
                return one.programme == other.programme && one.decision.id == other.decision.id;
            });
}

void log_moves(const Return& content, std::vector<MovedBaseline>& moves) {
    for (const BaselineMove& move : content.baseline_moves)
        put(moves, {content.programme, content.quarter, move},
            [](const MovedBaseline& one, const MovedBaseline& other) {
                return one.programme == other.programme && one.move.id == other.move.id;
            });
}

/// A translation that was reviewed isn't replaced by one that wasn't.
void log_translation(const Translation& translation, std::vector<KnownTranslation>& known) {
    for (const TranslatedText& text : translation.texts) {
        const auto earlier = std::find_if(known.begin(), known.end(), [&](const KnownTranslation& one) {
            return one.programme == translation.programme && one.source == text.source;
        });
        KnownTranslation now{translation.programme, text.source, text.text, translation.reviewed()};
        if (earlier == known.end())
            known.push_back(std::move(now));
        else if (now.reviewed || !earlier->reviewed)
            *earlier = std::move(now);
    }
}

std::vector<Superseded> superseded_among(const std::vector<Return>& returns) {
    std::vector<Superseded> superseded;
    for (auto one = returns.begin(); one != returns.end(); ++one) {
        if (one->draft) continue;
        const auto next = std::find_if(one + 1, returns.end(), [&](const Return& later) {
            return later.programme == one->programme && !later.draft;
        });
        if (next != returns.end())
            superseded.push_back({one->programme, one->number, next->number, differences(*one, *next)});
    }
    return superseded;
}

/// Of each programme by its id the last return of a quarter before `quarter`, drafts left out; `all` by quarter.
std::map<std::string, const Return*> last_before(const std::vector<Return>& all, const Quarter& quarter) {
    std::map<std::string, const Return*> last;
    for (const Return& one : all)
        if (!one.draft && one.quarter < quarter) last[one.programme] = &one;
    return last;
}

}  // namespace

struct Register::State {
    Journal journal;

    template <class T>
    std::vector<std::pair<std::int64_t, T>> read(const JournalChoice& choice) const {
        std::vector<std::pair<std::int64_t, T>> found;
        for (const JournalEntry& entry : journal.read(choice)) {
            try {
                found.emplace_back(entry.number, message::from_text<T>(entry.body));
            } catch (const message::Malformed&) {
                journal.refuse_content(entry.number);
            }
        }
        return found;
    }

    std::vector<Return> returns(const std::string& programme, const std::string& quarter, std::int64_t up_to) const {
        const auto approvals = read<Approval>({"approval", programme, quarter, up_to});
        std::vector<Return> found;
        for (auto& [number, content] : read<Return>({"return", programme, quarter, up_to})) {
            content.number = number;
            for (const auto& [unused, approval] : approvals)
                if (approval.return_number == number) content.approval = approval;
            found.push_back(std::move(content));
        }
        return found;
    }
};

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Register Register::open(const std::string& place, WhenAbsent when_absent) {
    return Register(std::make_unique<State>(State{Journal::open(place, when_absent == WhenAbsent::create)}));
}

std::int64_t Register::append(const Return& content) {
    return state_->journal.append({0, "return", content.programme, content.quarter.text(), body_of(content)});
}

std::int64_t Register::append(const Approval& approval) {
    return state_->journal.append({0, "approval", approval.programme, approval.quarter.text(), body_of(approval)});
}

std::int64_t Register::append(const Calendar& calendar) {
    return state_->journal.append({0, "calendar", "", calendar.quarter.text(), body_of(calendar)});
}

std::int64_t Register::append(const Edition& edition) {
    return state_->journal.append({0, "edition", "", edition.quarter.text(), body_of(edition)});
}

std::int64_t Register::append(const Translation& translation) {
    return state_->journal.append(
        {0, "translation", translation.programme, translation.quarter.text(), body_of(translation)});
}

void Register::append(const std::vector<Edition>& editions, std::int64_t known_up_to) {
    std::vector<JournalEntry> entries;
    entries.reserve(editions.size());
    for (const Edition& edition : editions)
        entries.push_back({0, "edition", "", edition.quarter.text(), body_of(edition)});
    state_->journal.append_unless_newer(entries, known_up_to);
}

void Register::keep(const Definitions& definitions) {
    const std::vector<Definitions> kept = this->definitions(definitions.programme);
    if (kept.empty() || kept.back().sha256() != definitions.sha256())
        state_->journal.append({0, "definitions", definitions.programme, "", body_of(definitions)});
}

std::int64_t Register::last_number() const {
    return state_->journal.last_number();
}

std::vector<Return> Register::returns(const Quarter& quarter, std::int64_t up_to) const {
    return state_->returns("", quarter.text(), up_to);
}

std::optional<Return> Register::latest(const std::string& programme, const Quarter& quarter, std::int64_t up_to) const {
    std::vector<Return> found = state_->returns(programme, quarter.text(), up_to);
    if (found.empty()) return std::nullopt;
    return std::move(found.back());
}

Reported Register::reported(const Quarter& quarter, std::size_t quarters, std::int64_t up_to) const {
    // What is appended while this reads has higher numbers.
    const std::int64_t last = std::min(up_to, last_number());
    Reported reported{.quarter = quarter,
                      .quarters = {},
                      .calendar = calendar(quarter, last),
                      .decisions = {},
                      .moves = {},
                      .superseded = superseded_among(returns(quarter, last)),
                      .translations = {},
                      .earlier_plans = {},
                      .known_up_to = last};
    std::vector<Return> all = state_->returns("", "", last);
    std::stable_sort(all.begin(), all.end(),
                     [](const Return& one, const Return& other) { return one.quarter < other.quarter; });
    Quarter wanted = quarter;
    for (std::size_t i = 0; i < quarters; ++i, wanted = wanted.previous()) {
        std::vector<Return> of_quarter;
        std::copy_if(all.begin(), all.end(), std::back_inserter(of_quarter),
                     [&](const Return& one) { return one.quarter == wanted; });
        reported.quarters.push_back(latest_of_each(std::move(of_quarter)));
    }
    for (const Return& one : all) {
        if (one.draft || one.quarter > quarter) continue;
        log_decisions(one, reported.decisions);
        log_moves(one, reported.moves);
    }
    for (const auto& [programme, content] : last_before(all, quarter))
        for (Definitions& kept : definitions(programme, last))
            if (kept.sha256() == content->definitions_sha256) {
                reported.earlier_plans.push_back({content->quarter, std::move(kept)});
                break;
            }
    for (const auto& [number, translation] : state_->read<Translation>({"translation", "", "", last}))
        log_translation(translation, reported.translations);
    return reported;
}

std::optional<Calendar> Register::calendar(const Quarter& quarter, std::int64_t up_to) const {
    const auto found = state_->read<Calendar>({"calendar", "", quarter.text(), up_to});
    if (found.empty()) return std::nullopt;
    return found.back().second;
}

std::vector<Edition> Register::editions(const std::string& report, const Quarter& quarter, std::int64_t up_to) const {
    std::vector<Edition> editions;
    for (auto& [number, edition] : state_->read<Edition>({"edition", "", quarter.text(), up_to}))
        if (edition.report == report) editions.push_back(std::move(edition));
    return editions;
}

std::vector<std::pair<std::int64_t, Edition>> Register::issued(std::int64_t up_to) const {
    auto editions = state_->read<Edition>({"edition", "", "", up_to});
    std::erase_if(editions, [](const auto& entry) {
        return entry.second.state != Edition::State::issued || entry.second.figures.empty();
    });
    return editions;
}

std::vector<Definitions> Register::definitions(const std::string& programme, std::int64_t up_to) const {
    std::vector<Definitions> definitions;
    for (auto& [number, kept] : state_->read<Definitions>({"definitions", programme, "", up_to}))
        definitions.push_back(std::move(kept));
    return definitions;
}

}  // namespace quarterdeck::returns
