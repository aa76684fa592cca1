#include "snapshot/trails.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>

#include "extract/parallel.h"
#include "snapshot/repeats.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t no_date = SIZE_MAX;

class Following {
public:
    Following(std::vector<ChunkRows>& chunks, const RowKeys& keys, const std::vector<Date>& dates,
              const ReadOptions& options)
        : chunks_(chunks), rows_(chunks), keys_(keys), dates_(dates), options_(options), trails_(dates.size()) {}

    std::vector<Trail> trails() && {
        take_marks_out();
        people_ = numbers(&ChunkRows::people, Told::at_any_date, [&](const std::vector<std::uint32_t>& rows) {
            return keys_.people(rows, RowKeys::At::any_date, options_.threads);
        });
        assignments_ = numbers(&ChunkRows::assignments, Told::none, [&](const std::vector<std::uint32_t>& rows) {
            return keys_.assignments(rows, RowKeys::At::any_date, options_.threads);
        });
        note_rows();
        note_starts();
        return std::move(trails_);
    }

private:
    /// Calls `visit(row's number, row, number of its date)`; rows at other dates are passed over.
    template <class Visit>
    void each_row(const Visit& visit) {
        for (std::size_t number = 0; number < rows_.chunks().size(); ++number) {
            const ChunkRows& chunk = rows_.chunks()[number];
            std::vector<std::size_t> date_of;
            for (const ChunkDate& date : chunk.dates) {
                const auto found = std::find(dates_.begin(), dates_.end(), date.date);
                date_of.push_back(found == dates_.end() ? no_date : static_cast<std::size_t>(found - dates_.begin()));
            }
            for (std::size_t i = 0; i < chunk.rows.size(); ++i)
                if (date_of[chunk.rows[i].date] != no_date)
                    visit(rows_.start(number) + static_cast<std::uint32_t>(i), chunk.rows[i],
                          date_of[chunk.rows[i].date]);
        }
    }

    void take_marks_out() {
        extract::parallel(rows_.chunks().size(), options_.threads, [&](std::size_t number, std::size_t) {
            ChunkRows& chunk = chunks_[number];
            for (std::size_t row = 0; row < chunk.rows.size(); ++row) {
                const std::uint64_t mark = mark_of(chunk.dates[chunk.rows[row].date].date) & options_.hash_mask;
                chunk.people[row] ^= mark;
                chunk.assignments[row] ^= mark;
            }
        });
    }

    /// For each row the number of its key, in the order in which keys first appear.
    std::vector<std::uint32_t> numbers(std::span<std::uint64_t> ChunkRows::*hashes, Told told, const KeyTexts& texts) {
        std::vector<std::uint32_t> first(rows_.size());
        std::iota(first.begin(), first.end(), 0U);
        for (const Repeat& repeat : find_repeats(rows_, hashes, told, texts, options_.threads))
            first[repeat.row] = repeat.first;
        std::uint32_t next = 0;
        for (std::uint32_t row = 0; row < first.size(); ++row)
            first[row] = first[row] == row ? next++ : first[first[row]];
        return first;
    }

    void note_rows() {
        dates_of_person_.resize(people_.empty() ? 0 : *std::max_element(people_.begin(), people_.end()) + 1);
        std::vector<std::vector<char>> recorded(dates_.size(), std::vector<char>(dates_of_person_.size()));
        each_row([&](std::uint32_t number, const AssignmentRow& row, std::size_t date) {
            Trail& trail = trails_[date];
            if (row.is(AssignmentRow::counted)) {
                trail.people.push_back(people_[number]);
                trail.assignments.push_back(assignments_[number]);
            } else {
                trail.uncounted.push_back(people_[number]);
            }
            if (recorded[date][people_[number]] == 0) ++dates_of_person_[people_[number]];
            recorded[date][people_[number]] = 1;
        });
        for (Trail& trail : trails_) {
            std::sort(trail.uncounted.begin(), trail.uncounted.end());
            trail.uncounted.erase(std::unique(trail.uncounted.begin(), trail.uncounted.end()), trail.uncounted.end());
        }
    }

    void note_starts() {
        for (Trail& trail : trails_) trail.starts.assign(dates_of_person_.size(), Trail::unknown);
        each_row([&](std::uint32_t number, const AssignmentRow&, std::size_t date) {
            if (dates_of_person_[people_[number]] == dates_.size()) return;
            const std::optional<Date> start = keys_.start(number);
            if (!start) return;
            std::int32_t& earliest = trails_[date].starts[people_[number]];
            earliest = std::min(earliest, start->days());
        });
    }

    std::vector<ChunkRows>& chunks_;
    NumberedRows rows_;
    const RowKeys& keys_;
    const std::vector<Date>& dates_;
    const ReadOptions& options_;
    std::vector<Trail> trails_;
    std::vector<std::uint32_t> people_;       ///< of each row
    std::vector<std::uint32_t> assignments_;  ///< of each row
    std::vector<std::uint16_t> dates_of_person_;
};

}  // namespace

std::vector<Trail> follow(std::vector<ChunkRows>& chunks, const RowKeys& keys, const std::vector<Date>& dates,
                          const ReadOptions& options) {
    return Following(chunks, keys, dates, options).trails();
}

}  // namespace quarterdeck::snapshot
