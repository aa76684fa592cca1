#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "published_check/checks.h"

namespace quarterdeck::published_check {
namespace {

bool is_years(const std::string& header) {
    const std::string name = plain(header);
    return name == "year" || name.ends_with("_year") || name == "date";
}

/// What the rows of one subject say in a column: which hold something, in their order.
struct Subject {
    std::vector<std::size_t> rows;
    std::vector<bool> filled;

    std::size_t count() const { return static_cast<std::size_t>(std::count(filled.begin(), filled.end(), true)); }
    bool full() const { return count() == rows.size(); }
};

/// The subjects of a table in which each has the same categories in the last column of the key; none for others.
std::vector<Subject> subjects_of(const Table& table, std::size_t category, std::size_t column) {
    std::vector<Subject> subjects;
    std::set<std::string> categories;
    for (std::size_t row = 0; row < table.rows(); ++row) categories.insert(table.text(row, category));
    for (const std::vector<std::size_t>& rows : table.groups(category)) {
        if (rows.size() != categories.size() || rows.size() < 2) return {};
        Subject subject{rows, {}};
        for (const std::size_t row : rows) subject.filled.push_back(!table.text(row, column).empty());
        subjects.push_back(std::move(subject));
    }
    return subjects;
}

std::string noted(const Table& table, std::size_t row) {
    const std::string note = table.note(row);
    return note.empty() ? note : fmt::format(" (the file's note: {})", note);
}

void check_nothing(const Table& table, std::size_t category, std::size_t column, const std::vector<Subject>& subjects,
                   Findings& findings) {
    const auto full = static_cast<std::size_t>(
        std::count_if(subjects.begin(), subjects.end(), [](const Subject& subject) { return subject.full(); }));
    if (2 * full < subjects.size()) return;
    for (const Subject& subject : subjects) {
        if (subject.count() > 0) continue;
        const std::size_t row = subject.rows.front();
        findings.push_back(
            {Rule::nothing_for_an_area, table.place(row, column), table.about(row, category),
             fmt::format("there is no {} for any of the {} values of {}, where {} of {} others have all{}",
                         table.header(column), subject.rows.size(), table.header(category), full, subjects.size() - 1,
                         noted(table, row))});
    }
}

void check_gaps(const Table& table, std::size_t category, std::size_t column, const std::vector<Subject>& subjects,
                Findings& findings) {
    for (const Subject& subject : subjects) {
        const auto first = std::find(subject.filled.begin(), subject.filled.end(), true);
        const auto last = std::find(subject.filled.rbegin(), subject.filled.rend(), true).base();
        for (auto at = first; at < last; ++at) {
            if (*at) continue;
            const std::size_t row = subject.rows[static_cast<std::size_t>(at - subject.filled.begin())];
            findings.push_back({Rule::gap_in_a_series, table.place(row, column), table.about(row),
                                fmt::format("{} is empty at {}, though there are figures before and after{}",
                                            table.header(column), table.text(row, category), noted(table, row))});
        }
    }
}

}  // namespace

void check_series(const Table& table, Findings& findings) {
    if (table.key().size() < 2) return;
    const std::size_t category = table.key().back();
    for (const std::size_t column : table.figures()) {
        const std::vector<Subject> subjects = subjects_of(table, category, column);
        check_nothing(table, category, column, subjects, findings);
        if (is_years(table.header(category))) check_gaps(table, category, column, subjects, findings);
    }
}

}  // namespace quarterdeck::published_check
