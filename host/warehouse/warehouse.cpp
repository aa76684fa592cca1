#include "warehouse/warehouse.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

#include "extract/sha256.h"
#include "refusal.h"
#include "snapshot/no_snapshot.h"
#include "version.h"
#include "warehouse/answer.h"
#include "warehouse/connection.h"
#include "warehouse/document.h"
#include "warehouse/records.h"
#include "warehouse/schema.h"
#include "warehouse/staff.h"

namespace quarterdeck::warehouse {

namespace {

/// What was loaded, if this version loaded it whole.
Document checked(const Place& place, const Loaded& loaded) {
    if (extract::sha256(loaded.document) != loaded.sha256)
        refuse_foreign(place, "what was loaded beside the records isn't as it was");
    Document document;
    try {
        document = read_document(loaded.document);
    } catch (const std::exception&) {
        refuse_foreign(place, "what was loaded beside the records can't be read");
    }
    if (document.version != version)
        throw Refusal(fmt::format(
            "{}: Quarterdeck {} loaded these records, and this is {}. Load them again with quarterdeck load.",
            shown(place), document.version, version));
    return document;
}

std::string list_of(const std::vector<Date>& dates) {
    std::vector<std::int32_t> numbers;
    numbers.reserve(dates.size());
    for (const Date date : dates) numbers.push_back(number_of(date));
    return fmt::format("{}", fmt::join(numbers, ", "));
}

}  // namespace

struct Warehouse::Parts {
    Place place;
    std::unique_ptr<Connection> connection;
    Loaded loaded;
    Document document;
    WarehouseStaff staff;

    Parts(const std::string& url, std::chrono::seconds timeout)
        : place(read_place(url)),
          connection(connect(place, timeout)),
          loaded(connection->loaded()),
          document(checked(place, loaded)),
          staff(*connection, document, loaded.staff) {}

    /// Throws `Refusal` where the rows at the dates aren't those that were loaded.
    void expect_rows(const std::vector<Date>& dates) const {
        std::map<std::int64_t, Sums> found;
        for (const std::string& line :
             connection->lines(sums_of_dates(loaded.staff, list_of(dates), connection->dialect()))) {
            const auto columns = columns_of(line, 4);
            found[number_in(columns[0])] = {number_in(columns[1]), number_in(columns[2]), number_in(columns[3])};
        }
        for (const LoadedDate& date : document.dates)
            if (std::find(dates.begin(), dates.end(), date.date) != dates.end() &&
                found[number_of(date.date)] != date.sums)
                refuse_foreign(place, fmt::format("the records of {} aren't those that were loaded", date.date.iso()));
    }
};

Warehouse::Warehouse(const std::string& url, std::chrono::seconds timeout)
    : parts_(std::make_unique<Parts>(url, timeout)) {}

Warehouse::~Warehouse() = default;

snapshot::Input Warehouse::read(const std::vector<Date>& dates) {
    std::vector<std::string> there;
    for (const LoadedDate& date : parts_->document.dates) there.push_back(date.date.iso());
    std::vector<Date> absent;
    for (const Date date : dates)
        if (std::find(there.begin(), there.end(), date.iso()) == there.end()) absent.push_back(date);
    if (!absent.empty()) {
        const std::string text = fmt::format(
            "{}: there are no records at {}; the dates there are: {}. Choose one of these dates, or load "
            "the extract of the date that is missing.",
            shown(parts_->place), absent.front().iso(), fmt::join(there, ", "));
        if (absent.front() == dates.front()) throw Refusal(text);
        throw snapshot::NoSnapshot(text, absent);
    }
    parts_->expect_rows(dates);
    return input_at(parts_->document, dates);
}

query::StaffSource& Warehouse::staff() {
    return parts_->staff;
}

std::unique_ptr<Warehouse> open(const std::filesystem::path& data, std::chrono::seconds timeout) {
    return is_url(data.native()) ? std::make_unique<Warehouse>(data.native(), timeout) : nullptr;
}

LoadOutcome load(const std::string& url, const std::filesystem::path& directory, std::chrono::seconds timeout,
                 const Watching& watching) {
    const Place place = read_place(url);
    const std::unique_ptr<Connection> connection = connect(place, timeout);
    const Records records = read_records(directory, version, watching);
    const std::string document = text_of(records.document);
    std::uint64_t rows = 0;
    for (const snapshot::Snapshot& snapshot : records.snapshots) rows += snapshot.rows();
    watching("Loading", rows);
    connection->load(document, extract::sha256(document), [&](const auto& take) {
        const auto told = [&](std::uint32_t person, const std::string& line) {
            take(person, line);
            if (watching.advance != nullptr) watching.advance->add(1, 1);
        };
        for (const snapshot::Snapshot& snapshot : records.snapshots) each_row(snapshot, told);
    });
    LoadOutcome outcome;
    outcome.place = shown(place);
    for (const LoadedDate& date : records.document.dates) outcome.dates.push_back(date.date);
    outcome.rows = rows;
    outcome.input = input_at(records.document, outcome.dates);
    return outcome;
}

}  // namespace quarterdeck::warehouse
