#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "query/records.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::query {

/// What a figure of a series says in a field.
const std::string& value_of(const snapshot::SeriesFigure& figure, Field field);

/// What funded posts say in a field.
const std::string& value_of(const snapshot::FundedPosts& posts, Field field);

/// Figures that aren't counted from staff records: those of published or planned series, and funded posts. An entry is
/// one figure.
template <class Figure>
class FigureRecords : public Records {
public:
    explicit FigureRecords(std::vector<const Figure*> figures) : figures_(std::move(figures)) {}

    /// The figures must outlive the records.
    explicit FigureRecords(const std::vector<Figure>& figures) {
        for (const Figure& figure : figures) figures_.push_back(&figure);
    }

    std::size_t size() const override { return figures_.size(); }
    Bits fitting(const Condition& condition) const override;
    Grouping grouping(Field field) const override;

    /// Not known when there are no entries or one has no figure. Throws `Refusal` when the sum is too large to hold.
    Sums sum(const std::vector<std::uint32_t>& entries) override;

private:
    std::vector<const Figure*> figures_;
};

using SeriesRecords = FigureRecords<snapshot::SeriesFigure>;
using EstablishmentRecords = FigureRecords<snapshot::FundedPosts>;

/// The funded posts of a date. They must outlive what is returned.
std::vector<const snapshot::FundedPosts*> posts_at(const std::vector<snapshot::FundedPosts>& posts, Date date);

}  // namespace quarterdeck::query
