#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/chunks.h"
#include "extract/csv.h"
#include "extract/pages.h"
#include "quarterdeck/period.h"
#include "snapshot/assignment_file.h"
#include "validate/staff.h"
#include "validate/tally.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {

/// One assignment at a wanted date, counted or not.
struct AssignmentRow {
    enum Flag : std::uint8_t {
        counted = 1,
        primary = 2,
        national = 4,    ///< the person is known by person_id_national
        identified = 8,  ///< it is known who holds the assignment, and which it is
        told = 16,       ///< no other person with this flag has the person's hash at the date
    };

    std::uint32_t post = 0;                            ///< among the posts of the chunk's reader
    std::array<std::uint16_t, place_fields> places{};  ///< in the reader's dictionaries
    std::uint16_t date = 0;                            ///< number in the chunk's dates
    std::uint8_t flags = 0;
    validate::Gender gender = validate::Gender::unknown;
    std::int32_t fte = 0;      ///< in 1/100,000; 0 where it can't be read
    std::int32_t birth = 0;    ///< year, month and day in decimal places; 0: none
    std::uint32_t offset = 0;  ///< where the row begins, from the chunk's beginning

    bool is(Flag flag) const { return (flags & flag) != 0; }
};

/// What makes the hashes of one date differ from those of another (exclusive or).
constexpr std::uint64_t mark_of(Date date) {
    return static_cast<std::uint64_t>(validate::packed(date)) * 0x9E3779B97F4A7C15U;
}

/// A snapshot date that a chunk has rows of.
struct ChunkDate {
    Date date;
    bool wanted = false;
    std::uint64_t rows = 0;
    std::uint64_t counted = 0;
};

/// Where one thread puts what it reads. What chunks hold stays valid until it is given back.
struct RowStore {
    extract::Runs<AssignmentRow> rows;
    extract::Runs<std::uint64_t> people;
    extract::Runs<std::uint64_t> assignments;
};

/// What was read from one chunk.
struct ChunkRows {
    std::size_t file = 0;
    std::size_t reader = 0;
    extract::Chunk range;
    std::vector<ChunkDate> dates;
    std::span<AssignmentRow> rows;         ///< at wanted dates, in the order of the file
    std::span<std::uint64_t> people;       ///< hash of the person with the date's mark, one a row
    std::span<std::uint64_t> assignments;  ///< hash of organisation and assignment number, likewise
    std::uint64_t unidentified = 0;        ///< rows without `identified`, which have no hashes
    validate::Tally tally;
    std::uint64_t data_rows = 0;
    std::uint64_t lines = 0;  ///< line breaks
    bool counted_without_national_id = false;
    extract::CsvFault fault = extract::CsvFault::none;
    std::size_t fault_offset = 0;
};

/// All rows of all chunks, numbered through in their order.
class NumberedRows {
public:
    explicit NumberedRows(std::vector<ChunkRows>& chunks);

    std::uint32_t size() const { return starts_.back(); }
    const std::vector<ChunkRows>& chunks() const { return chunks_; }
    std::uint32_t start(std::size_t chunk) const { return starts_[chunk]; }

    /// The chunk that holds a row.
    std::size_t chunk_of(std::uint32_t row) const;
    AssignmentRow& operator[](std::uint32_t row) const {
        const std::size_t chunk = chunk_of(row);
        return chunks_[chunk].rows[row - starts_[chunk]];
    }

private:
    static constexpr std::uint32_t stretch = 1024;  ///< rows

    std::vector<ChunkRows>& chunks_;
    std::vector<std::uint32_t> starts_{0};
    std::vector<std::uint32_t> chunks_at_;  ///< chunk of the first row of each stretch, and of the last row
};

}  // namespace quarterdeck::snapshot
