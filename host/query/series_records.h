#pragma once

#include <cstdint>
#include <vector>

#include "query/records.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::query {

/// What a figure of a series says in a field.
const std::string& value_of(const snapshot::SeriesFigure& figure, Field field);

/// Figures of published or planned series. An entry is one figure.
class SeriesRecords : public Records {
public:
    /// The figures must outlive the records.
    explicit SeriesRecords(const std::vector<snapshot::SeriesFigure>& figures) : figures_(figures) {}

    std::size_t size() const override { return figures_.size(); }
    Bits fitting(const Condition& condition) const override;
    Grouping grouping(Field field) const override;

    /// Not known when there are no entries or one has no figure. Throws `Refusal` when the sum is too large to hold.
    Sums sum(const std::vector<std::uint32_t>& entries) override;

private:
    const std::vector<snapshot::SeriesFigure>& figures_;
};

}  // namespace quarterdeck::query
