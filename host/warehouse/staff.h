#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/staff_source.h"
#include "warehouse/connection.h"
#include "warehouse/document.h"
#include "warehouse/keys.h"

namespace quarterdeck::warehouse {

/// Staff records in a warehouse. Metrics' rules become SQL that puts each row into a class; what comes back are, for
/// each combination of classes, whole numbers: people, posts, FTE. People with several posts are counted by the set of
/// combinations that they hold.
class WarehouseStaff final : public query::StaffSource {
public:
    /// Connection and document must outlive this. `table`: what the staff records are called.
    WarehouseStaff(Connection& connection, const Document& document, std::string table)
        : connection_(connection), document_(document), table_(std::move(table)) {}

    query::Scanned scan(Date date, const query::Demand& demand) override;
    query::Followed follow(const std::vector<Date>& earlier, Date now) override;

private:
    /// A scanned date: its keys, and the combination of each.
    struct Known {
        Keys keys;
        std::unordered_map<std::string, std::uint32_t> combinations;
    };

    query::Combinations count(Date date, Known& known);
    void count_spread(Date date, const Known& known, query::Combinations& combinations);

    Connection& connection_;
    const Document& document_;
    std::string table_;
    std::map<Date, Known> known_;
};

}  // namespace quarterdeck::warehouse
