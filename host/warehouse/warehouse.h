#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/advance.h"
#include "quarterdeck/period.h"
#include "query/staff_source.h"
#include "snapshot/input.h"

namespace quarterdeck::warehouse {

/// What `load` put into a warehouse.
struct LoadOutcome {
    std::vector<Date> dates;
    std::uint64_t rows = 0;  ///< counted assignments at all dates
    snapshot::Input input;   ///< counts and findings over all dates, without snapshots
    std::string place;       ///< as messages name it
};

/// Whom `load` tells how far it is.
struct Watching {
    std::function<void(std::string_view stage)> stage{};  ///< a new one begins; empty: nobody watches
    extract::Advance* advance = nullptr;                  ///< of the stage; null: nobody watches

    void operator()(std::string_view name, std::uint64_t all = 0) const {
        if (advance != nullptr) advance->begin(all);
        if (stage) stage(name);
    }
};

/// Reads and checks a data directory and puts the records of all its dates into a warehouse, in the place of what was
/// loaded before. Throws `Refusal` as reading for a report does, and when the warehouse can't take them; it is as it
/// was before then.
LoadOutcome load(const std::string& url, const std::filesystem::path& directory, std::chrono::seconds timeout,
                 const Watching& watching = {});

/// A warehouse that a report is counted in.
class Warehouse {
public:
    /// Throws `Refusal` where no server answers, and where something else than `load` of this version made the tables.
    Warehouse(const std::string& url, std::chrono::seconds timeout);
    ~Warehouse();
    Warehouse(const Warehouse&) = delete;
    Warehouse& operator=(const Warehouse&) = delete;

    /// What `snapshot::read_input` gives for these dates, without snapshots: `staff` counts them. Checks that the rows
    /// at these dates are those that were loaded. Throws `snapshot::NoSnapshot` and `Refusal` as it does.
    snapshot::Input read(const std::vector<Date>& dates);

    query::StaffSource& staff();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The warehouse that `data` is the URL of; nothing for a directory.
std::unique_ptr<Warehouse> open(const std::filesystem::path& data, std::chrono::seconds timeout);

}  // namespace quarterdeck::warehouse
