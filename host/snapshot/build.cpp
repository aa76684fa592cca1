#include "snapshot/build.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "extract/parallel.h"
#include "snapshot/age_bands.h"

namespace quarterdeck::snapshot {
namespace {

// The columns with a number of their own for each row: where an assignment is, and who holds it.
constexpr std::size_t gender_column = place_fields;
constexpr std::size_t age_column = gender_column + 1;
constexpr std::size_t row_columns = age_column + 1;
constexpr std::array<std::string_view, 3> genders{"Female", "Male", "Unknown"};

using Occurs = std::vector<char>;  ///< by number, whether it does

Field field_of_column(std::size_t column) {
    if (column == gender_column) return Field::gender;
    return column == age_column ? Field::age_band : coded_fields[column].first;
}

std::uint16_t gender_number(validate::Gender gender) {
    switch (gender) {
        case validate::Gender::female: return 0;
        case validate::Gender::male: return 1;
        case validate::Gender::unknown: break;
    }
    return 2;
}

/// Numbers those that occur, in their order: the new number of each. Nothing where all of them do and none changes.
template <class Number>
std::vector<Number> renumbered(const Occurs& occurs) {
    std::vector<Number> numbers;
    if (std::find(occurs.begin(), occurs.end(), 0) == occurs.end()) return numbers;
    Number next = 0;
    for (const char one : occurs) numbers.push_back(one != 0 ? next++ : 0);
    return numbers;
}

/// Builds the snapshot of one date.
class Builder {
public:
    Builder(std::vector<ChunkRows>& chunks, const std::vector<MergedTexts>& texts, const MergedPosts& posts, Date date,
            std::size_t threads)
        : chunks_(chunks), texts_(texts), posts_(posts), date_(date), threads_(threads), seen_(threads) {
        for (const ChunkRows& chunk : chunks) {
            const auto found = std::find_if(chunk.dates.begin(), chunk.dates.end(),
                                            [&](const ChunkDate& chunk_date) { return chunk_date.date == date; });
            numbers_.push_back(static_cast<std::size_t>(found - chunk.dates.begin()));
            bases_.push_back(total_);
            if (found != chunk.dates.end()) total_ += static_cast<std::uint32_t>(found->counted);
        }
        for (Seen& seen : seen_) {
            seen.posts.resize(posts.posts.size());
            for (std::size_t i = 0; i < row_columns; ++i) seen.values[i].resize(texts_in(i).size());
        }
    }

    Snapshot build(const SharedPeople& shared) {
        Snapshot snapshot;
        snapshot.date = date_;
        share(snapshot, shared);
        snapshot.posts.resize(total_);
        snapshot.fte.resize(total_);
        for (std::size_t i = 0; i < row_columns; ++i) snapshot.column(field_of_column(i)).codes.resize(total_);
        extract::parallel(chunks_.size(), threads_, [&](std::size_t number, std::size_t worker) {
            if (numbers_[number] != chunks_[number].dates.size()) write(snapshot, number, seen_[worker]);
        });
        keep_what_occurs(snapshot);
        return snapshot;
    }

private:
    /// What one thread met, by number.
    struct Seen {
        Occurs posts;
        std::array<Occurs, row_columns> values;
        std::vector<std::uint32_t> places;  ///< in the snapshot, of the rows of the chunk at hand
    };

    /// Places of the columns that are being written.
    struct Out {
        std::uint32_t* post;
        std::int32_t* fte;
        std::array<std::uint16_t*, row_columns> codes;
    };

    std::span<const std::string_view> texts_in(std::size_t row_column) const {
        if (row_column == gender_column) return genders;
        if (row_column == age_column) return age_bands;
        return texts_[row_column].texts;
    }

    bool counts(std::size_t number, const AssignmentRow& row) const {
        return row.date == numbers_[number] && row.is(AssignmentRow::counted);
    }

    /// The rows of a chunk that count, with the numbers of all posts and values.
    void write(Snapshot& snapshot, std::size_t number, Seen& seen) {
        const ChunkRows& chunk = chunks_[number];
        const std::uint32_t* const posts = posts_.numbers[chunk.reader].data();
        std::array<const std::uint32_t*, place_fields> texts{};
        for (std::size_t i = 0; i < place_fields; ++i) texts[i] = texts_[i].numbers[chunk.reader].data();
        Out out{snapshot.posts.data(), snapshot.fte.data(), {}};
        for (std::size_t i = 0; i < row_columns; ++i) out.codes[i] = snapshot.column(field_of_column(i)).codes.data();

        seen.places.resize(chunk.rows.size());
        std::uint32_t at = bases_[number];
        for (std::size_t i = 0; i < chunk.rows.size(); ++i) {
            const AssignmentRow& row = chunk.rows[i];
            seen.places[i] = at;
            if (!counts(number, row)) continue;
            std::array<std::uint16_t, row_columns> codes{};
            for (std::size_t field = 0; field < place_fields; ++field)
                codes[field] = static_cast<std::uint16_t>(texts[field][row.places[field]]);
            codes[gender_column] = gender_number(row.gender);
            codes[age_column] = age_at(row.birth, date_).band;
            for (std::size_t column = 0; column < row_columns; ++column) {
                out.codes[column][at] = codes[column];
                seen.values[column][codes[column]] = 1;
            }
            out.post[at] = posts[row.post];
            seen.posts[posts[row.post]] = 1;
            out.fte[at++] = row.fte;
        }
        for (const std::uint32_t shared : shared_in_[number])
            snapshot.shared_rows[shared] = seen.places[snapshot.shared_rows[shared]];
    }

    /// Posts and values that only rows elsewhere have don't stay.
    void keep_what_occurs(Snapshot& snapshot) {
        const Seen& all = seen_.front();
        for (std::size_t i = 1; i < seen_.size(); ++i) {
            add(seen_.front().posts, seen_[i].posts);
            for (std::size_t column = 0; column < row_columns; ++column)
                add(seen_.front().values[column], seen_[i].values[column]);
        }
        const std::vector<std::uint32_t> posts = renumbered<std::uint32_t>(all.posts);
        std::array<std::vector<std::uint16_t>, row_columns> values;
        for (std::size_t i = 0; i < row_columns; ++i) {
            values[i] = renumbered<std::uint16_t>(all.values[i]);
            name_values(snapshot.column(field_of_column(i)), texts_in(i), all.values[i]);
        }
        extract::parallel(threads_, threads_, [&](std::size_t part, std::size_t) {
            const std::size_t from = std::size_t{total_} * part / threads_;
            const std::size_t to = std::size_t{total_} * (part + 1) / threads_;
            replace(snapshot.posts, from, to, posts);
            for (std::size_t i = 0; i < row_columns; ++i)
                replace(snapshot.column(field_of_column(i)).codes, from, to, values[i]);
        });
        for (std::size_t i = 0; i < post_fields; ++i) describe_posts(snapshot, i);
    }

    static void add(Occurs& occurs, const Occurs& others) {
        for (std::size_t i = 0; i < occurs.size(); ++i)
            if (others[i] != 0) occurs[i] = 1;
    }

    template <class Number>
    static void replace(extract::LongArray<Number>& numbers, std::size_t from, std::size_t to,
                        const std::vector<Number>& by) {
        if (by.empty()) return;
        for (std::size_t i = from; i < to; ++i) numbers[i] = by[numbers[i]];
    }

    static void name_values(CodedColumn& column, std::span<const std::string_view> texts, const Occurs& occurs) {
        for (std::size_t value = 0; value < occurs.size(); ++value)
            if (occurs[value] != 0) column.values.emplace_back(texts[value]);
    }

    /// What the posts that occur say in one field.
    void describe_posts(Snapshot& snapshot, std::size_t field) const {
        const Occurs& kinds = seen_.front().posts;
        const std::vector<std::string_view>& texts = texts_[place_fields + field].texts;
        Occurs occurs(texts.size());
        for (std::size_t post = 0; post < kinds.size(); ++post)
            if (kinds[post] != 0) occurs[posts_.posts[post][field]] = 1;
        CodedColumn& column = snapshot.column(post_columns[field]);
        name_values(column, texts, occurs);
        const std::vector<std::uint16_t> numbers = renumbered<std::uint16_t>(occurs);
        for (std::size_t post = 0; post < kinds.size(); ++post) {
            const std::uint16_t value = posts_.posts[post][field];
            if (kinds[post] != 0) column.codes.push_back(numbers.empty() ? value : numbers[value]);
        }
    }

    /// Takes the rows of people who hold several at this date, as numbers in their chunks; `write` makes them places.
    void share(Snapshot& snapshot, const SharedPeople& shared) {
        snapshot.people = total_;
        const NumberedRows rows(chunks_);
        shared_in_.resize(chunks_.size());
        for (std::size_t person = 0; person + 1 < shared.starts.size(); ++person) {
            const std::span held(shared.counted.data() + shared.starts[person],
                                 shared.counted.data() + shared.starts[person + 1]);
            if (const std::size_t chunk = rows.chunk_of(held.front());
                !counts(chunk, chunks_[chunk].rows[held.front() - rows.start(chunk)]))
                continue;
            for (const std::uint32_t row : held) {
                const std::size_t chunk = rows.chunk_of(row);
                shared_in_[chunk].push_back(static_cast<std::uint32_t>(snapshot.shared_rows.size()));
                snapshot.shared_rows.push_back(row - rows.start(chunk));
            }
            snapshot.shared_starts.push_back(static_cast<std::uint32_t>(snapshot.shared_rows.size()));
            snapshot.people -= held.size() - 1;
        }
    }

    std::vector<ChunkRows>& chunks_;
    const std::vector<MergedTexts>& texts_;
    const MergedPosts& posts_;
    Date date_;
    std::size_t threads_;
    std::vector<std::size_t> numbers_;  ///< the date's in each chunk; how many dates it has where this isn't one
    std::vector<std::uint32_t> bases_;  ///< place of each chunk's first row
    std::uint32_t total_ = 0;
    std::vector<Seen> seen_;                             ///< one a thread
    std::vector<std::vector<std::uint32_t>> shared_in_;  ///< by chunk: which of the snapshot's shared rows stand there
};

}  // namespace

std::vector<Snapshot> build_snapshots(std::vector<ChunkRows>& chunks, const std::deque<AssignmentReader>& readers,
                                      const std::vector<MergedTexts>& texts, const std::vector<Date>& dates,
                                      const SharedPeople& shared, std::size_t threads) {
    const MergedPosts posts = merge_posts(readers, texts);
    std::vector<Snapshot> snapshots;
    snapshots.reserve(dates.size());
    for (const Date date : dates) snapshots.push_back(Builder(chunks, texts, posts, date, threads).build(shared));
    return snapshots;
}

}  // namespace quarterdeck::snapshot
