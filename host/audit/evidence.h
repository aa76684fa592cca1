#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/printed.h"
#include "audit/structure.h"
#include "audit/system.h"
#include "extract/table.h"

namespace quarterdeck::audit {

/// A published CSV file and what its columns mean.
struct PublishedFile {
    std::string name;  ///< in messages
    extract::Table table;
    Structure structure;
};

/// Reads a file, called `name` in what is said of it. Throws `Refusal` when it can't be read, isn't CSV, or has a row
/// of another length than its header.
PublishedFile read_published(const std::filesystem::path& path, const std::string& name);

/// A figure that counts staff, as printed.
struct Cell {
    std::string table;
    std::string row;  ///< its labels
    std::string column;
    std::string text;  ///< as it stands there
    Printed printed;
    bool whole = true;  ///< a count; else FTE
    int places = 0;     ///< decimals that the column is printed to
    std::string file;   ///< that it stands in
    std::uint64_t line = 0;

    bool hidden() const { return printed.kind == Printed::Kind::hidden; }

    /// What a reader knows from the cell alone: counts in ones, FTE in 1/100,000. What is hidden isn't nil.
    Range range() const;
};

/// What ties cells together, and the reader knows.
struct Fact {
    enum class Kind {
        columns,  ///< whole = parts, of one row
        rows,     ///< whole = parts, of one column
        twice,    ///< the same figure stands in two places: whole and the only part
        within,   ///< the only part is at most the whole
        ratio,    ///< a printed percentage or ratio of the only part and the whole
    };

    Kind kind = Kind::columns;
    std::size_t whole = 0;            ///< a cell
    std::vector<std::size_t> parts;   ///< cells
    std::string ratio;                ///< column and printed text of a ratio
    std::vector<Relation> relations;  ///< between cells

    /// Beyond adding up: what only somebody uses who knows what the columns mean.
    bool wider() const { return kind == Kind::within || kind == Kind::ratio; }
};

/// What a set of published tables tells its reader.
struct Evidence {
    std::vector<std::string> tables;
    std::vector<Cell> cells;
    std::vector<Fact> facts;         ///< the most trustworthy first
    std::vector<std::string> notes;  ///< what was read otherwise than it stands, or not at all: sentences
};

/// Puts files together: tables of the same name in several files are one.
Evidence gather(const std::vector<PublishedFile>& files);

}  // namespace quarterdeck::audit
