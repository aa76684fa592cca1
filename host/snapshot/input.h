#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "snapshot/snapshot.h"
#include "validate/finding.h"

namespace quarterdeck::snapshot {

/// A file that figures rest on.
struct SourceFile {
    std::string path;    ///< relative to the data directory, with `/`
    std::string sha256;  ///< 64 hexadecimal digits, lower case
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;  ///< data rows, header left out
};

/// Assignments that a rule leaves out, at the dates that were read.
struct LeftOut {
    std::string reason;  ///< the rule's id: "status-not-counted", "bank-or-honorary", "fte-not-a-number", …
    std::uint64_t rows = 0;
};

/// Everything a run reads from a data directory.
struct Input {
    std::vector<Snapshot> snapshots;  ///< one a wanted date, in that order
    std::vector<SeriesFigure> training;
    std::vector<SeriesFigure> published;
    std::vector<FundedPosts> establishment;  ///< at all dates
    std::vector<SourceFile> files;           ///< by path
    std::vector<LeftOut> left_out;
    validate::Findings findings;
    std::vector<std::string> ignored_columns;  ///< "assignments/2023-03-31.csv: Favourite Colour"
    std::uint64_t rows_read = 0;               ///< assignments at the wanted dates
    std::uint64_t rows_counted = 0;
    bool national_person_ids = true;  ///< false: people are told apart by organisation and employee number only
    bool synthetic = false;           ///< dataset.yaml says that the records are made up
};

/// Whether people and assignments are followed from one date to another, which takes time.
enum class Trails : bool { no, yes };

/// Reads a data directory for the wanted dates. Every input file is read in full and checked.
/// Throws `Refusal`: not a directory, no assignments, a date without a snapshot (naming the dates there are),
/// a missing required column, an unreadable file, a date that isn't one, an assignment number twice at one date.
Input read_input(const std::filesystem::path& directory, const std::vector<Date>& dates, Trails trails = Trails::no);

/// Reads all dates and keeps only findings and counts: what `quarterdeck check` shows. Doesn't throw for what
/// is wrong in the data: a refusal is a finding too.
Input check_input(const std::filesystem::path& directory);

}  // namespace quarterdeck::snapshot
