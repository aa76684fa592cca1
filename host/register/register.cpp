#include "register/register.h"

#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Exception.h>
#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "refusal.h"
#include "register/place.h"
#include "register/session.h"
#include "register_schema.h"

namespace quarterdeck::returns {

namespace {

using Poco::Data::RecordSet;
using Poco::Data::Session;
using Poco::Data::Statement;
using namespace Poco::Data::Keywords;

constexpr int newest_version = 1;

/// 0 when there is no register in the file yet; nothing when the file is a database of something else.
std::optional<int> version_in(Session& session) {
    int tables = 0;
    int versions = 0;
    session << "SELECT count(*) FROM sqlite_master", into(tables), now;
    if (tables == 0) return 0;
    session << "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('schema_version', "
               "'programme_returns')",
        into(versions), now;
    if (versions < 2) return std::nullopt;
    int version = 0;
    session << "SELECT coalesce(max(version), 0) FROM schema_version", into(version), now;
    if (version < 1) return std::nullopt;
    return version;
}

void expect_register(const std::filesystem::path& path, const std::optional<int>& version) {
    if (!version)
        throw Refusal(
            fmt::format("{}: this is a database of something else than programmes' returns. Name another "
                        "file with --register.",
                        path.string()));
    if (*version > newest_version)
        throw Refusal(
            fmt::format("{}: this register has version {}, and this program knows versions up to {}. Use "
                        "the newer Quarterdeck that wrote it.",
                        path.string(), *version, newest_version));
}

void create_unless_there(const std::filesystem::path& path, Session& session) {
    Transaction transaction(session, Transaction::Kind::immediate);
    const std::optional<int> version = version_in(session);
    expect_register(path, version);
    if (*version == 0) session << std::string(register_schema), now;
    transaction.commit();
}

std::string text(const RecordSet& rows, const char* column, std::size_t row) {
    return rows.value(column, row).convert<std::string>();
}

[[noreturn]] void refuse_content(const std::filesystem::path& path, std::int64_t number) {
    throw Refusal(
        fmt::format("{}: return {} holds what this program doesn't understand. The file was changed by "
                    "something else; restore it from a copy.",
                    path.string(), number));
}

}  // namespace

struct Register::State {
    std::filesystem::path path;
    Session session;

    /// Runs what uses the database; its faults become sentences.
    template <class Action>
    auto guarded(Action&& action) {
        try {
            return action();
        } catch (const Poco::Exception& fault) {
            refuse(path, fault);
        }
    }

    void write(const Return& content, std::int64_t number) {
        std::int64_t position = 0;
        for (const Entry& entry : content.entries)
            session << "INSERT INTO return_entries (return_number, position, action_id, status, rating, "
                       "percent_complete, narrative, forecast) VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''))",
                bind(number), bind(++position), bind(entry.action_id), bind(std::string(name(entry.status))),
                bind(std::string(name(entry.rating))), bind(entry.percent_complete), bind(entry.narrative),
                bind(entry.forecast ? entry.forecast->iso() : std::string()), now;
        session << "INSERT INTO programme_returns (number, programme, quarter, submitted_by, submitted_on, "
                   "source_file, source_sha256) VALUES (?, ?, ?, ?, ?, ?, ?)",
            bind(number), bind(content.programme), bind(content.quarter.text()), bind(content.submitted_by),
            bind(content.submitted_on.iso()), bind(content.source_file), bind(content.source_sha256), now;
    }

    std::vector<Entry> entries(std::int64_t number) {
        Statement select(session);
        select << "SELECT action_id, status, rating, percent_complete, narrative, coalesce(forecast, '') AS forecast "
                  "FROM return_entries WHERE return_number = ? ORDER BY position",
            bind(number), now;
        const RecordSet rows(select);
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < rows.rowCount(); ++i) {
            const std::optional<Status> status = status_named(text(rows, "status", i));
            const std::optional<Rating> rating = rating_named(text(rows, "rating", i));
            const std::string forecast = text(rows, "forecast", i);
            const std::optional<Date> date = Date::parse(forecast);
            if (!status || !rating || (!date && !forecast.empty())) refuse_content(path, number);
            entries.push_back({.action_id = text(rows, "action_id", i),
                               .status = *status,
                               .rating = *rating,
                               .percent_complete = rows.value("percent_complete", i).convert<int>(),
                               .narrative = text(rows, "narrative", i),
                               .forecast = date});
        }
        return entries;
    }

    /// The returns that a condition with one or two values chooses, in the order of appending.
    std::vector<Return> returns(const std::string& condition, const std::vector<std::string>& values) {
        Statement select(session);
        select << "SELECT number, programme, quarter, submitted_by, submitted_on, source_file, source_sha256 FROM "
                  "programme_returns WHERE " +
                      condition + " ORDER BY number";
        for (const std::string& value : values) select, bind(value);
        select.execute();
        const RecordSet rows(select);
        std::vector<Return> found;
        for (std::size_t i = 0; i < rows.rowCount(); ++i) {
            const auto number = rows.value("number", i).convert<std::int64_t>();
            const std::optional<Quarter> quarter = Quarter::parse(text(rows, "quarter", i));
            const std::optional<Date> submitted_on = Date::parse(text(rows, "submitted_on", i));
            if (!quarter || !submitted_on) refuse_content(path, number);
            found.push_back({.programme = text(rows, "programme", i),
                             .quarter = *quarter,
                             .submitted_by = text(rows, "submitted_by", i),
                             .submitted_on = *submitted_on,
                             .source_file = text(rows, "source_file", i),
                             .source_sha256 = text(rows, "source_sha256", i),
                             .entries = entries(number),
                             .number = number});
        }
        return found;
    }

    std::vector<Return> latest_of_each(const Quarter& quarter) {
        return returns("number IN (SELECT max(number) FROM programme_returns WHERE quarter = ? GROUP BY programme)",
                       {quarter.text()});
    }
};

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Register Register::open(const std::string& place, WhenAbsent when_absent) {
    const std::filesystem::path path = register_path(place);
    std::error_code error;
    const std::filesystem::file_status file = std::filesystem::status(path, error);
    if (std::filesystem::exists(file) && !std::filesystem::is_regular_file(file))
        throw Refusal(fmt::format("{}: this isn't a file. Name the register's file with --register.", path.string()));
    if (!std::filesystem::exists(file) && when_absent == WhenAbsent::refuse)
        throw Refusal(
            fmt::format("{}: there is no register here. `quarterdeck returns import` makes one with the "
                        "first return that it takes.",
                        path.string()));
    try {
        auto state = std::make_unique<State>(State{path, open_session(path)});
        if (version_in(state->session) == 0 && when_absent == WhenAbsent::create)
            create_unless_there(path, state->session);
        const std::optional<int> version = version_in(state->session);
        expect_register(path, version == 0 ? std::nullopt : version);
        return Register(std::move(state));
    } catch (const Poco::Exception& fault) {
        refuse(path, fault);
    }
}

std::int64_t Register::append(const Return& content) {
    return state_->guarded([&] {
        Transaction transaction(state_->session, Transaction::Kind::immediate);
        std::int64_t number = 0;
        state_->session << "SELECT coalesce(max(number), 0) + 1 FROM programme_returns", into(number), now;
        state_->write(content, number);
        transaction.commit();
        return number;
    });
}

std::vector<Return> Register::returns(const Quarter& quarter) const {
    return state_->guarded([&] {
        Transaction transaction(state_->session, Transaction::Kind::deferred);
        return state_->returns("quarter = ?", {quarter.text()});
    });
}

std::optional<Return> Register::latest(const std::string& programme, const Quarter& quarter) const {
    return state_->guarded([&]() -> std::optional<Return> {
        Transaction transaction(state_->session, Transaction::Kind::deferred);
        const std::vector<Return> found =
            state_->returns("number = (SELECT max(number) FROM programme_returns WHERE quarter = ? AND programme = ?)",
                            {quarter.text(), programme});
        if (found.empty()) return std::nullopt;
        return found.front();
    });
}

Reported Register::reported(const Quarter& quarter) const {
    return state_->guarded([&] {
        Transaction transaction(state_->session, Transaction::Kind::deferred);
        return Reported{quarter, state_->latest_of_each(quarter), state_->latest_of_each(quarter.previous())};
    });
}

}  // namespace quarterdeck::returns
