#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extract/csv.h"
#include "snapshot/assignment_rows.h"
#include "snapshot/people.h"
#include "snapshot/repeats.h"
#include "validate/finding.h"

namespace quarterdeck::snapshot {

/// A place in a file of staff records: in a workbook with sheet and cell.
validate::Place place_in(const AssignmentFile& file, std::uint64_t line, std::string_view column);

/// What isn't about single values: files that can't be read, headers, rows that contradict each other.
validate::Finding refusal(std::string_view rule, validate::Place place, std::string what, std::string mend);

/// The file can't be opened or unpacked, for the reason that opening it threw.
validate::Finding unreadable(const std::string& path, const std::runtime_error& reason);

/// The file isn't CSV from a place on.
validate::Finding fault_finding(extract::CsvFault fault, validate::Place place);

/// The header lacks columns, or two columns mean one field.
validate::Findings header_findings(const std::string& file, const extract::ColumnMap& columns);

/// Everything that was found in the rows, by rule. `twice` are repeats of assignments; up to `places` rows of people
/// are named.
validate::Findings row_findings(const std::vector<AssignmentFile>& files, const NumberedRows& rows,
                                const std::vector<Repeat>& twice, const SharedPeople& people,
                                std::size_t places = validate::places_kept);

}  // namespace quarterdeck::snapshot
