#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/published_figures.h"
#include "quarterdeck/period.h"
#include "quarterdeck/query.h"

namespace quarterdeck::disclosure {

/// A release that went out before, and what it let its readers know.
struct EarlierRelease {
    std::string name;  ///< for messages: a folder, or a report with its quarter and edition
    PublishedFigures figures;
};

/// What earlier releases asked of the records, to be asked again beside a release's own questions, so that all their
/// figures are cells of one problem. What they printed is known to readers; what they hid stays hidden, and keeps as
/// many values as a count below the threshold.
///
/// Releases as at the same date are joined in full. Of another date, figures at the dates that this release looks at
/// are joined; for people who moved between dates of their own see `OtherDates`.
class Earlier {
public:
    Earlier() = default;

    /// `dates`: that the release's own questions look at.
    Earlier(const std::vector<EarlierRelease>& releases, const std::vector<Date>& dates, Date as_at);

    std::size_t releases() const { return releases_; }
    const std::vector<Query>& queries() const { return queries_; }

    /// For each query, what was printed then: row by row, one for each measure.
    const std::vector<std::vector<std::string>>& printed() const { return printed_; }

    /// For each query, the name of its table.
    const std::vector<std::string>& names() const { return names_; }

private:
    void add(const PublishedTable& table, const std::vector<Date>& dates, Date as_at, bool same_date);

    std::size_t releases_ = 0;
    std::vector<Query> queries_;
    std::vector<std::vector<std::string>> printed_;
    std::vector<std::string> names_;
};

/// How many months before a date another one is; nothing when no whole number of months leads there.
std::optional<int> months_between(Date then, Date now);

}  // namespace quarterdeck::disclosure
