#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/print.h"
#include "snapshot/input.h"
#include "validate/severity.h"

namespace quarterdeck::cli {

/// Something to be done, and by whom.
struct Task {
    validate::Hands hands = validate::Hands::staff_record;
    validate::Severity severity = validate::Severity::warning;
    bool before_reports = false;  ///< no report can be made until it is done
    std::string what;             ///< a sentence
    std::uint64_t places = 0;     ///< at how many rows or places
};

/// What the findings ask for, the same deed once; notes ask for nothing.
std::vector<Task> tasks_of(const validate::Findings& findings);

/// What there is to do in plain words for somebody who looks at no row: by whose hands, the heaviest first. Several
/// lines, each indented; "nothing" where there is nothing to do. No values of people.
std::string to_do_text(const std::vector<Task>& tasks);
Json to_do_json(const std::vector<Task>& tasks);

/// "7 files with 28,382 assignments".
std::string read_text(const snapshot::Input& input);
/// "27,392 of 28,382 assignments are counted; 990 are left out by rule or for a fault".
std::string good_text(const snapshot::Input& input);

/// 1234567 as "1,234,567".
std::string grouped(std::uint64_t number);
/// "1 file", "2 files".
std::string counted(std::uint64_t number, std::string_view noun);

}  // namespace quarterdeck::cli
