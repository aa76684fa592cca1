#include "register/version_1.h"

#include <Poco/Data/RecordSet.h>
#include <fmt/format.h>

#include "refusal.h"
#include "register/codec.h"

namespace quarterdeck::returns {

namespace {

using Poco::Data::RecordSet;
using Poco::Data::Session;
using Poco::Data::Statement;
using namespace Poco::Data::Keywords;

std::string text(const RecordSet& rows, const char* column, std::size_t row) {
    return rows.value(column, row).convert<std::string>();
}

template <class Value>
Value expected(const std::optional<Value>& value, const char* column, std::int64_t number) {
    if (!value)
        throw Refusal(
            fmt::format("The register's return {} holds a {} that this program doesn't understand. The file "
                        "was changed by something else; restore it from a copy.",
                        number, column));
    return *value;
}

std::vector<Entry> entries(Session& session, std::int64_t number) {
    Statement select(session);
    select << "SELECT action_id, status, rating, percent_complete, narrative, coalesce(forecast, '') AS forecast FROM "
              "return_entries WHERE return_number = $1 ORDER BY position",
        bind(number), now;
    const RecordSet rows(select);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < rows.rowCount(); ++i) {
        Entry entry{.action_id = text(rows, "action_id", i),
                    .status = expected(status_named(text(rows, "status", i)), "status", number),
                    .rating = expected(rating_named(text(rows, "rating", i)), "rating", number),
                    .percent_complete = rows.value("percent_complete", i).convert<int>(),
                    .narrative = text(rows, "narrative", i),
                    .forecast = {}};
        if (const std::string day = text(rows, "forecast", i); !day.empty())
            entry.forecast = expected(Date::parse(day), "forecast", number);
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

void copy_version_1(Session& session) {
    Statement select(session);
    select << "SELECT number, programme, quarter, submitted_by, submitted_on, source_file, source_sha256 FROM "
              "programme_returns ORDER BY number",
        now;
    const RecordSet rows(select);
    for (std::size_t i = 0; i < rows.rowCount(); ++i) {
        const auto number = rows.value("number", i).convert<std::int64_t>();
        const Return content{.programme = text(rows, "programme", i),
                             .quarter = expected(Quarter::parse(text(rows, "quarter", i)), "quarter", number),
                             .submitted_by = text(rows, "submitted_by", i),
                             .submitted_on = expected(Date::parse(text(rows, "submitted_on", i)), "day", number),
                             .source_file = text(rows, "source_file", i),
                             .source_sha256 = text(rows, "source_sha256", i),
                             .entries = entries(session, number)};
        session << "INSERT INTO journal (number, kind, programme, quarter, body) VALUES ($1, 'return', $2, $3, $4)",
            bind(number), bind(content.programme), bind(content.quarter.text()), bind(message::text_of(content)), now;
    }
}

}  // namespace quarterdeck::returns
