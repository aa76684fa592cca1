#pragma once

#include <array>
#include <filesystem>
#include <string>

#include "record_check/records.h"
#include "record_check/rules.h"
#include "record_check/snapshots.h"
#include "validate/finding.h"

namespace quarterdeck::record_check {

/// Gathers what rules find: one finding a rule, or one for each organisation or date where the rule tells more.
class Found {
public:
    /// Keeps up to `places` of each finding.
    explicit Found(const Records& records, std::size_t places = validate::places_kept)
        : records_(records), places_(places) {}

    /// A row at fault.
    void add(Rule rule, const Record& record);
    /// A finding of its own words.
    void add(Rule rule, validate::Place place, std::string what, std::uint64_t count);

    /// In the order of the rules.
    validate::Findings findings() &&;

private:
    struct Spot {
        std::uint32_t file;
        std::uint32_t line;
    };

    const Records& records_;
    std::size_t places_;
    std::array<std::vector<Spot>, rule_count> spots_;
    std::array<validate::Findings, rule_count> found_;
};

/// Codes, bands, FTE and dates of single rows.
void check_rows(const Records& records, Found& found);

/// People: FTE in all, dates of birth and genders over time, numbers given twice, posts left behind.
void check_people(const Records& records, Found& found);

/// Snapshots beside each other: dates that are missing, organisations that jump or vanish.
void check_snapshots(const Snapshots& snapshots, Found& found);

/// Staff without funded posts, and funded posts without staff, at the dates of the establishment.
void check_establishment(const Records& records, const Snapshots& snapshots, Found& found);

/// All of these. Precondition: reading the directory refused nothing. `advance` is told how far reading has come;
/// up to `places` of each finding are kept.
validate::Findings check(const std::filesystem::path& directory, extract::Advance* advance = nullptr,
                         std::size_t places = validate::places_kept);

}  // namespace quarterdeck::record_check
