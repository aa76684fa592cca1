#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "register/programme_return.h"

namespace quarterdeck::returns {

/// What is wrong in a return's file.
struct Fault {
    std::size_t line = 0;  ///< 0: in the file as a whole
    std::string column;    ///< may be empty
    std::string what;      ///< what is wrong and what is expected: the rest of a sentence, with its full stop

    bool operator==(const Fault&) const = default;
};

/// "march.csv, line 4, column status: it is \"done\"; expected …".
std::string fault_text(const std::string& file, const Fault& fault);

/// What a return's file holds. Nothing of it may be used when there are faults.
struct ReturnFile {
    std::vector<Entry> entries;
    std::vector<Fault> faults;  ///< by line
};

/// Reads a return of a programme whose plan has the entries `action_ids`: CSV with the columns action_id, status,
/// rating, percent_complete, narrative and forecast, in any order. Checks every field of every line.
ReturnFile read_return(std::string_view csv, const std::vector<std::string>& action_ids);

}  // namespace quarterdeck::returns
