#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quarterdeck::validate {

/// What happens because of a finding.
enum class Consequence {
    refused,   ///< the input can't be used at all
    left_out,  ///< the row isn't counted
    kept,      ///< the row is counted by a stated rule, for instance with gender "Unknown"
    noted,     ///< nothing changes, but somebody should look
};

/// A place in a file of the data directory. `line` counts from 1 and includes the header; 0: the file as a whole.
struct Place {
    std::string file;
    std::uint64_t line = 0;
    std::string column;
    std::string sheet{};  ///< of a workbook, whose row is `line`; empty for other files
    std::string cell{};   ///< "P412"; empty where no single cell is meant
};

/// What is wrong in the input, at every place where it is wrong. Holds no value that could identify a person.
struct Finding {
    std::string rule;  ///< the rule's id, for instance "fte-not-a-number"
    Consequence consequence = Consequence::noted;
    std::string what;           ///< a sentence without the place: "contracted_fte is not a number from 0 to 2"
    std::string mend;           ///< a sentence: what to do about it
    std::uint64_t count = 0;    ///< how many rows
    std::vector<Place> places;  ///< the first few, in file order
};

/// How many places of one finding are kept.
inline constexpr std::size_t places_kept = 20;

/// In the order of the rules; same input, same order.
using Findings = std::vector<Finding>;

}  // namespace quarterdeck::validate
