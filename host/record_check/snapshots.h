#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "record_check/records.h"

namespace quarterdeck::record_check {

using People = std::vector<std::uint32_t>;  ///< numbers of people, each once, ascending

/// Who has a counted assignment at a date.
struct Snapshot {
    std::map<std::string, People> organisations;
    People people;
    validate::Place place;  ///< its first row
};

using Snapshots = std::map<std::int32_t, Snapshot>;  ///< by date, packed

Snapshots snapshots_of(const Records& records);

}  // namespace quarterdeck::record_check
