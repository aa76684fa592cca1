#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../temporary_folder.h"
#include "audit/finished/release_audit.h"
#include "disclosure/pattern.h"
#include "quarterdeck/metric.h"
#include "random_staff.h"

namespace quarterdeck::testing {

/// A release of two tables about random staff, with percentages, FTE per head, and women beside men, written as files
/// like a real one.
struct MadeRelease {
    explicit MadeRelease(unsigned seed, int people);

    /// Which formats show what isn't hidden by `pattern`; the others keep to `otherwise`.
    void write(const disclosure::Pattern& pattern, const disclosure::Pattern& otherwise,
               const std::vector<std::string>& formats);

    /// All formats by the pattern that was found.
    void write() { write(pattern, pattern, {}); }

    /// Only the CSV files, and so without pages to compare.
    void write_tables(const disclosure::Pattern& by);

    /// Puts a text in a cell of the written CSV files.
    void overwrite(std::size_t table, std::size_t row, const std::string& column, const std::string& text);

    audit::Passed audited() const;

    /// The pattern with one count shown that was hidden for others' sake; nothing where there is none.
    std::vector<disclosure::Pattern> opened() const;

    /// Changes a text in a written page, or in a part of a workbook, the first time that it stands there; whether it
    /// does.
    bool change_page(const std::string& language, const std::string& from, const std::string& to) const;
    bool change_workbook(const std::string& part, const std::string& from, const std::string& to) const;

    RandomStaff staff;
    std::vector<Metric> metrics;
    disclosure::Policy policy;
    disclosure::Pattern pattern;
    TemporaryFolder folder;
    std::vector<report::Report> reports;
    std::optional<Chart> chart{};                   ///< of each table
    std::optional<disclosure::Pattern> given_by{};  ///< the second table isn't shown: another one is computed from it
};

}  // namespace quarterdeck::testing
