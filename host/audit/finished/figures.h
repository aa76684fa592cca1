#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "audit/finished/agreement.h"
#include "audit/finished/release.h"
#include "audit/system.h"

namespace quarterdeck::audit {

/// How people are counted: what of them, at which movement over how many months, narrowed by a measure's rule (its key;
/// empty for everybody).
struct Counted {
    Count count{};
    Movement movement = Movement::none;
    int months = 0;  ///< 0 without a movement
    std::string where;

    auto operator<=>(const Counted&) const = default;
};

/// One figure of a release, wherever it stands. Counts are in ones, FTE in 1/100,000.
struct Figure {
    std::string place;  ///< where it stands first, in words
    Count count{};
    std::int64_t truth = 0;
    std::int64_t people = 0;
    bool narrow = false;  ///< as the certificate says
    bool marked = false;  ///< `[c]` stands somewhere
    bool shown = false;   ///< a number stands somewhere
    bool rests = false;   ///< something shown rests on it
    Range known;          ///< by what is shown

    std::int64_t unit() const;  ///< of one person in the figure's own unit
};

/// All figures that count staff, put together from the tables of a release.
class Figures {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Throws `Refusal` where a file doesn't hold what was counted, or where a figure is hidden in one place and shown
    /// in another.
    Figures(const FinishedRelease& release, const ReadTables& tables);

    const std::vector<Figure>& all() const { return figures_; }

    /// `none` where a table has no figure.
    std::size_t at(const FinishedTable& table, std::size_t row, std::size_t measure) const {
        return places_.at(table.name())[row * answer(table).measures.size() + measure];
    }

    /// What is counted of the same rows, by the number of their people: figures of one or of several tables.
    const std::map<std::uint32_t, std::map<Counted, std::size_t>>& of_rows() const { return of_rows_; }

    /// The text in a cell of the finished file; empty where the table doesn't show the column.
    const std::string& text(const FinishedTable& table, std::size_t row, const std::string& column) const;

    const query::Answer& answer(const FinishedTable& table) const { return release_.answers[table.answer]; }

    /// Whether a table's figures count staff.
    bool counts_staff(const FinishedTable& table) const {
        return table.answer != FinishedTable::computed && answer(table).source == Source::staff;
    }

private:
    void add(const FinishedTable& table);
    void add(const FinishedTable& table, std::size_t row, std::size_t measure);
    void read(const FinishedTable& table, std::size_t row, std::size_t measure, Figure& figure) const;
    void note_what_rests(const FinishedTable& table);

    const FinishedRelease& release_;
    const ReadTables& tables_;
    std::set<std::tuple<std::string, std::string, std::string>> narrow_;
    std::vector<Figure> figures_;
    std::map<std::string, std::vector<std::size_t>> places_;  ///< by table
    std::map<std::uint32_t, std::map<Counted, std::size_t>> of_rows_;
    std::map<std::tuple<Counted, std::uint32_t, std::string>, std::size_t> of_people_;
};

/// A measure's way of counting.
Counted counted(const Measure& measure);

}  // namespace quarterdeck::audit
