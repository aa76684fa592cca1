#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "query/column_classes.h"
#include "query/combinations.h"
#include "query/records.h"
#include "query/staff_source.h"
#include "query/tuning.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::query {

/// Staff records at one date. An entry is a combination of classes.
class StaffRecords : public Records {
public:
    /// The snapshot must outlive the records.
    StaffRecords(const snapshot::Snapshot& snapshot, const Demand& demand, const Tuning& tuning);

    explicit StaffRecords(Scanned scanned);

    std::size_t size() const override { return combinations_.size(); }
    Bits fitting(const Condition& condition) const override;
    Grouping grouping(Field field) const override;
    Sums sum(const std::vector<std::uint32_t>& entries) override;

    /// Precondition: the records were made from one.
    const snapshot::Snapshot& snapshot() const { return *snapshot_; }

    /// Nothing for records that were made from a snapshot.
    const std::optional<LikeRows>& like_rows() const { return like_rows_; }
    void take(LikeRows rows) { like_rows_ = std::move(rows); }

    /// The entries, in their order.
    const Combinations& combinations() const { return combinations_; }

private:
    std::size_t column_of(Field field) const;
    std::int64_t spread_people(const std::vector<std::uint32_t>& entries);

    void list_holders();

    const snapshot::Snapshot* snapshot_;
    std::optional<LikeRows> like_rows_;
    std::vector<ColumnClasses> columns_;
    Combinations combinations_;
    /// The people of combinations_.spread who hold posts in each combination, and where each combination's start.
    std::vector<std::uint32_t> holders_;
    std::vector<std::uint32_t> holder_starts_;
    std::vector<char> chosen_;  ///< the combinations that are being summed
};

}  // namespace quarterdeck::query
