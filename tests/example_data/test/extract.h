#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace example_test {

/// One row of an assignment file, as text.
struct Record {
    std::string organisation, host, person, employee, assignment, primary, status, category, contract, staff_group,
        code, job_role, area_of_work, pay_band, fte, gender, born, start, end;

    bool counted() const;
    bool over_55() const { return born <= "1967-03-31"; }  ///< 56 or over on 31 March 2023
    int age() const;                                       ///< completed years on 31 March 2023
    std::int64_t fte_units() const;                        ///< in 1/100,000
    std::string row() const;   ///< the published row that shows it, "table|staff group|band"; empty: none does
    std::string area() const;  ///< its area of the age profile, "medical|Pathology"; empty: none
    std::string band_group() const;
};

std::vector<Record> read_extract(const std::filesystem::path& file);

/// What a count of the extract gives for one row: people once each, FTE over all posts.
struct Counted {
    std::set<std::string> people, male, female, over_55;
    std::int64_t fte = 0;

    void add(const Record& record);
};

/// Counted posts by published row.
std::map<std::string, Counted> count_rows(const std::vector<Record>& records);

/// A CSV with named columns, as text.
using Table = std::vector<std::map<std::string, std::string>>;
Table read_table(const std::filesystem::path& file);

std::string read_text(const std::filesystem::path& file);

/// Decimal text in units of its last of `places` decimals.
std::int64_t units(const std::string& decimal, int places);

inline const std::filesystem::path published = EXAMPLE_PUBLISHED;
inline const std::filesystem::path reference = EXAMPLE_REFERENCE;

/// An example at its own size, written once a seed and shared by the tests.
const std::filesystem::path& example(std::uint64_t seed);
const std::vector<Record>& records(std::uint64_t seed);

/// A fresh path in the tests' temporary directory, which is removed at the end.
std::filesystem::path fresh_path();

}  // namespace example_test
