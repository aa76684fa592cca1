#include "register/journal.h"

#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Exception.h>
#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <optional>

#include "refusal.h"
#include "register/place.h"
#include "register/schema.h"
#include "register/session.h"

namespace quarterdeck::returns {

namespace {

using Poco::Data::RecordSet;
using Poco::Data::Session;
using Poco::Data::Statement;
using namespace Poco::Data::Keywords;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

void expect_file(const FilePlace& place, bool create) {
    std::error_code error;
    const std::filesystem::file_status file = std::filesystem::status(place.path, error);
    if (std::filesystem::exists(file) && !std::filesystem::is_regular_file(file))
        throw Refusal(
            fmt::format("{}: this isn't a file. Name the register's file with --register.", place.path.string()));
    if (!std::filesystem::exists(file) && !create)
        throw Refusal(
            fmt::format("{}: there is no register here. `quarterdeck returns issue` makes one with the first return "
                        "that it issues.",
                        place.path.string()));
}

std::string text(const RecordSet& rows, const char* column, std::size_t row) {
    return rows.value(column, row).convert<std::string>();
}

}  // namespace

struct Journal::State {
    Place place;
    Session session;

    /// Runs what uses the database; its faults become sentences.
    template <class Action>
    auto guarded(Transaction::Kind kind, Action&& action) {
        try {
            Transaction transaction(session, place, kind);
            auto result = action();
            transaction.commit();
            return result;
        } catch (const Poco::Exception& fault) {
            refuse(place, fault);
        }
    }

    std::int64_t last_number() {
        std::int64_t number = 0;
        session << "SELECT coalesce(max(number), 0) FROM journal", into(number), now;
        return number;
    }

    std::int64_t append(const JournalEntry& entry) {
        const std::int64_t number = last_number() + 1;
        session << "INSERT INTO journal (number, kind, programme, quarter, body) VALUES ($1, $2, $3, $4, $5)",
            bind(number), bind(entry.kind), bind(entry.programme), bind(entry.quarter), bind(entry.body), now;
        return number;
    }

    std::vector<JournalEntry> read(const JournalChoice& choice) {
        Statement select(session);
        select << "SELECT number, kind, programme, quarter, body FROM journal WHERE number <= $1 AND kind = $2 AND "
                  "('' = $3 OR programme = $3) AND ('' = $4 OR quarter = $4) ORDER BY number",
            bind(choice.up_to), bind(choice.kind), bind(choice.programme), bind(choice.quarter), now;
        const RecordSet rows(select);
        std::vector<JournalEntry> found;
        for (std::size_t i = 0; i < rows.rowCount(); ++i)
            found.push_back({.number = rows.value("number", i).convert<std::int64_t>(),
                             .kind = text(rows, "kind", i),
                             .programme = text(rows, "programme", i),
                             .quarter = text(rows, "quarter", i),
                             .body = text(rows, "body", i)});
        return found;
    }
};

Journal::Journal(std::unique_ptr<State> state) : state_(std::move(state)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open(const std::string& place_text, bool create) {
    const Place place = read_place(place_text);
    if (const auto* file = std::get_if<FilePlace>(&place)) expect_file(*file, create);
    try {
        auto state = std::make_unique<State>(State{place, open_session(place)});
        bring_up_to_date(state->session, place, create);
        return Journal(std::move(state));
    } catch (const Poco::Exception& fault) {
        refuse(place, fault);
    }
}

std::int64_t Journal::append(const JournalEntry& entry) {
    return state_->guarded(Transaction::Kind::writing, [&] { return state_->append(entry); });
}

void Journal::append_unless_newer(const std::vector<JournalEntry>& entries, std::int64_t known_up_to) {
    if (entries.empty()) return;
    const bool appended = state_->guarded(Transaction::Kind::writing, [&] {
        const std::vector<JournalEntry> all = state_->read({.kind = entries.front().kind, .up_to = most});
        if (!all.empty() && all.back().number > known_up_to) return false;
        for (const JournalEntry& entry : entries) state_->append(entry);
        return true;
    });
    if (!appended)
        throw Refusal(
            fmt::format("{}: another entry of this kind ({}) was made while this one was prepared. Do it "
                        "again, so that it takes account of the other.",
                        shown(state_->place), entries.front().kind));
}

std::vector<JournalEntry> Journal::read(const JournalChoice& choice) const {
    return state_->guarded(Transaction::Kind::reading, [&] { return state_->read(choice); });
}

std::int64_t Journal::last_number() const {
    return state_->guarded(Transaction::Kind::reading, [&] { return state_->last_number(); });
}

void Journal::refuse_content(std::int64_t number) const {
    throw Refusal(
        fmt::format("{}: entry {} holds what this program doesn't understand. The register was changed by something "
                    "else; restore it from a copy.",
                    shown(state_->place), number));
}

}  // namespace quarterdeck::returns
