#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "snapshot/input.h"

namespace quarterdeck::warehouse {

/// What the rows of some records come to. Equal sums: the same rows, in whatever order.
struct Sums {
    std::int64_t rows = 0;
    std::int64_t fte = 0;     ///< 1/100,000
    std::int64_t hashes = 0;  ///< of each row the first 32 bits of its MD5

    bool operator==(const Sums&) const = default;
};

/// One snapshot date of a warehouse. Findings and rows left out are those of this date alone.
struct LoadedDate {
    Date date;
    Sums sums;
    std::uint64_t rows_read = 0;
    std::uint64_t rows_counted = 0;
    bool national_person_ids = true;
    std::vector<snapshot::LeftOut> left_out;
    validate::Findings findings;
};

/// All that is loaded beside the rows: what they were made from, and what was found in it.
struct Document {
    std::string version;            ///< of the program that loaded
    std::vector<LoadedDate> dates;  ///< ascending
    /// By stored column: its distinct values at any date, sorted by bytes.
    std::array<std::vector<std::string>, snapshot::staff_fields> values;
    snapshot::Input common;  ///< files, series, and the findings that belong to no date; without snapshots
};

/// JSON; the same for equal documents.
std::string text_of(const Document& document);

/// Throws `std::runtime_error` for what `text_of` doesn't write.
Document read_document(const std::string& text);

/// What reading the data directory for these dates would have given, without snapshots. Precondition: the document has
/// the dates.
snapshot::Input input_at(const Document& document, const std::vector<Date>& dates);

}  // namespace quarterdeck::warehouse
