#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "warehouse/document.h"
#include "warehouse/warehouse.h"

namespace quarterdeck::warehouse {

/// The columns of the table of staff records that hold whole numbers, in their order. The stored fields of staff
/// records follow them as text (`text_columns`).
///
/// - snapshot_date: YYYYMMDD
/// - place: the row's place in its snapshot
/// - person, assignment: numbers that mean the same at all dates, and nothing else
/// - counted: 1; 0 for somebody who is recorded at the date in an assignment that isn't counted, with empty fields
/// - shared: people with several counted assignments at the date, numbered from 1 in the snapshot's order; else 0
/// - start_day: the person's earliest start date recorded at the date, in days since 1970; 2147483647: none
/// - fte: 1/100,000
inline constexpr std::array<std::string_view, 8> number_columns{"snapshot_date", "place",  "person",    "assignment",
                                                                "counted",       "shared", "start_day", "fte"};

/// The stored fields, in the order of `Field`.
std::vector<Field> text_fields();

/// A date as the table holds it.
constexpr std::int32_t number_of(Date date) {
    return date.year * 10'000 + static_cast<std::int32_t>(date.month * 100 + date.day);
}

/// The staff records of a data directory at all of its dates, checked.
struct Records {
    Document document;
    std::vector<snapshot::Snapshot> snapshots;
};

/// Reads everything. Fills in the document's sums. Throws `Refusal` as reading for a report does.
Records read_records(const std::filesystem::path& directory, std::string_view version, const Watching& watching = {});

/// Calls `visit(person, line)` with each row of a snapshot: its columns separated by tabs, with `\` before `\` and as
/// `\t`, `\n`, `\r` for these characters.
void each_row(const snapshot::Snapshot& snapshot,
              const std::function<void(std::uint32_t person, const std::string& line)>& visit);

}  // namespace quarterdeck::warehouse
