#include "snapshot/build.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "extract/parallel.h"
#include "snapshot/age_bands.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t gender_column = coded_fields.size();
constexpr std::size_t age_column = gender_column + 1;
constexpr std::size_t column_count = age_column + 1;
constexpr std::array<std::string_view, 3> genders{"Female", "Male", "Unknown"};

Field field_of_column(std::size_t column) {
    if (column == gender_column) return Field::gender;
    return column == age_column ? Field::age_band : coded_fields[column].first;
}

std::uint32_t gender_number(validate::Gender gender) {
    switch (gender) {
        case validate::Gender::female: return 0;
        case validate::Gender::male: return 1;
        case validate::Gender::unknown: break;
    }
    return 2;
}

/// Builds the snapshot of one date.
class Builder {
public:
    Builder(std::vector<ChunkRows>& chunks, const std::deque<AssignmentReader>& readers,
            const std::vector<MergedTexts>& texts, Date date, std::size_t threads)
        : chunks_(chunks),
          readers_(readers),
          texts_(texts),
          date_(date),
          threads_(threads),
          seen_(threads),
          kept_(threads) {
        for (const ChunkRows& chunk : chunks) {
            const auto found = std::find_if(chunk.dates.begin(), chunk.dates.end(),
                                            [&](const ChunkDate& chunk_date) { return chunk_date.date == date; });
            numbers_.push_back(static_cast<std::size_t>(found - chunk.dates.begin()));
            bases_.push_back(total_);
            if (found != chunk.dates.end()) total_ += static_cast<std::uint32_t>(found->counted);
        }
        for (Seen& seen : seen_)
            for (std::size_t i = 0; i < column_count; ++i) seen[i].resize(texts_in(i));
    }

    Snapshot build(const SharedPeople& shared) {
        Snapshot snapshot;
        snapshot.date = date_;
        share(snapshot, shared);
        find_values(snapshot);
        name_values(snapshot);
        write(snapshot);
        return snapshot;
    }

private:
    using Kept = std::vector<std::uint32_t>;                   ///< rows of a chunk
    using Seen = std::array<std::vector<char>, column_count>;  ///< by column and number of value
    using Codes = std::vector<std::uint16_t>;                  ///< by number of value

    std::string_view text(std::size_t column, std::size_t number) const {
        if (column == gender_column) return genders[number];
        return column == age_column ? age_bands[number] : texts_[column].texts[number];
    }
    std::size_t texts_in(std::size_t column) const {
        if (column == gender_column) return genders.size();
        return column == age_column ? age_bands.size() : texts_[column].texts.size();
    }

    bool counts(std::size_t number, const AssignmentRow& row) const {
        return row.date == numbers_[number] && row.is(AssignmentRow::counted);
    }

    /// Calls `visit(chunk, its number, the rows of it that count, worker)` for each chunk that has any.
    template <typename Visit>
    void each_chunk(const Visit& visit) {
        extract::parallel(chunks_.size(), threads_, [&](std::size_t number, std::size_t worker) {
            const ChunkRows& chunk = chunks_[number];
            if (numbers_[number] == chunk.dates.size()) return;
            Kept& kept = kept_[worker];
            kept.clear();
            for (std::size_t row = 0; row < chunk.rows.size(); ++row)
                if (counts(number, chunk.rows[row])) kept.push_back(static_cast<std::uint32_t>(row));
            visit(chunk, number, std::as_const(kept), worker);
        });
    }

    /// Calls `visit(column, which of the column's values each of the rows has)`, for all columns that don't follow from
    /// a row's post.
    template <typename Visit>
    void each_other_column(const ChunkRows& chunk, const Visit& visit) const {
        for (std::size_t i = 0; i < place_fields; ++i)
            visit(i, [i, merged = texts_[i].numbers[chunk.reader].data()](const AssignmentRow& row) {
                return merged[row.places[i]];
            });
        visit(gender_column, [](const AssignmentRow& row) { return gender_number(row.gender); });
        visit(age_column, [this](const AssignmentRow& row) { return std::uint32_t{age_at(row.birth, date_).band}; });
    }

    /// The same for those that do.
    template <typename Visit>
    void each_post_column(const ChunkRows& chunk, const Visit& visit) const {
        const Post* const posts = readers_[chunk.reader].posts().data();
        for (std::size_t i = 0; i < post_fields; ++i)
            visit(place_fields + i, [i, posts, merged = texts_[place_fields + i].numbers[chunk.reader].data()](
                                        const AssignmentRow& row) { return merged[posts[row.post].codes[i]]; });
    }

    void find_values(Snapshot& snapshot) {
        std::vector<std::vector<std::vector<char>>> posts(threads_);  // which occur, by reader
        for (auto& of_reader : posts)
            for (const AssignmentReader& reader : readers_) of_reader.emplace_back(reader.posts().size());
        each_chunk([&](const ChunkRows& chunk, std::size_t number, const Kept& kept, std::size_t worker) {
            find_places(snapshot, number, kept);
            char* const occurs = posts[worker][chunk.reader].data();
            for (const std::uint32_t row : kept) occurs[chunk.rows[row].post] = 1;
            each_other_column(chunk, [&](std::size_t column, const auto& number_of) {
                char* const seen = seen_[worker][column].data();
                for (const std::uint32_t row : kept) seen[number_of(chunk.rows[row])] = 1;
            });
        });
        for (const auto& of_reader : posts)
            for (std::size_t reader = 0; reader < of_reader.size(); ++reader) note_posts(reader, of_reader[reader]);
    }

    /// The values of the posts that occur.
    void note_posts(std::size_t reader, const std::vector<char>& occurs) {
        for (std::size_t post = 0; post < occurs.size(); ++post) {
            if (occurs[post] == 0) continue;
            for (std::size_t i = 0; i < post_fields; ++i)
                seen_.front()[place_fields + i]
                             [texts_[place_fields + i].numbers[reader][readers_[reader].posts()[post].codes[i]]] = 1;
        }
    }

    /// Names the values that occur, and numbers them.
    void name_values(Snapshot& snapshot) {
        for (std::size_t i = 0; i < column_count; ++i) {
            CodedColumn& column = snapshot.column(field_of_column(i));
            codes_[i].resize(texts_in(i));
            for (std::size_t number = 0; number < codes_[i].size(); ++number) {
                if (std::none_of(seen_.begin(), seen_.end(), [&](const Seen& seen) { return seen[i][number] != 0; }))
                    continue;
                codes_[i][number] = static_cast<std::uint16_t>(column.values.size());
                column.values.emplace_back(text(i, number));
            }
            column.codes.resize(total_);
        }
        snapshot.fte.resize(total_);
    }

    void write(Snapshot& snapshot) {
        each_chunk([&](const ChunkRows& chunk, std::size_t number, const Kept& kept, std::size_t) {
            std::int32_t* fte = snapshot.fte.data() + bases_[number];
            for (const std::uint32_t row : kept) *fte++ = chunk.rows[row].fte;
            const auto put = [&](std::size_t column, const auto& number_of) {
                const std::uint16_t* const codes = codes_[column].data();
                std::uint16_t* code = snapshot.column(field_of_column(column)).codes.data() + bases_[number];
                for (const std::uint32_t row : kept) *code++ = codes[number_of(chunk.rows[row])];
            };
            each_other_column(chunk, put);
            each_post_column(chunk, put);
        });
    }

    /// Takes the rows of people who hold several at this date, as numbers in their chunks; `find_places` makes them
    /// places.
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

    void find_places(Snapshot& snapshot, std::size_t number, const Kept& kept) const {
        for (const std::uint32_t shared : shared_in_[number]) {
            std::uint32_t& row = snapshot.shared_rows[shared];
            row = bases_[number] +
                  static_cast<std::uint32_t>(std::lower_bound(kept.begin(), kept.end(), row) - kept.begin());
        }
    }

    std::vector<ChunkRows>& chunks_;
    const std::deque<AssignmentReader>& readers_;
    const std::vector<MergedTexts>& texts_;
    Date date_;
    std::size_t threads_;
    std::vector<std::size_t> numbers_;  ///< the date's in each chunk; how many dates it has where this isn't one
    std::vector<std::uint32_t> bases_;  ///< place of each chunk's first row
    std::uint32_t total_ = 0;
    std::vector<Seen> seen_;  ///< one a thread
    std::vector<Kept> kept_;  ///< one a thread
    std::array<Codes, column_count> codes_;
    std::vector<std::vector<std::uint32_t>> shared_in_;  ///< by chunk: which of the snapshot's shared rows stand there
};

}  // namespace

std::vector<MergedTexts> merge_texts(const std::deque<AssignmentReader>& readers) {
    std::vector<MergedTexts> merged(coded_fields.size());
    for (std::size_t i = 0; i < merged.size(); ++i) {
        std::vector<std::string_view>& texts = merged[i].texts;
        for (const AssignmentReader& reader : readers)
            texts.insert(texts.end(), reader.dictionary(i).texts().begin(), reader.dictionary(i).texts().end());
        std::sort(texts.begin(), texts.end());
        texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
        for (const AssignmentReader& reader : readers) {
            std::vector<std::uint32_t>& numbers = merged[i].numbers.emplace_back();
            for (const std::string& text : reader.dictionary(i).texts())
                numbers.push_back(
                    static_cast<std::uint32_t>(std::lower_bound(texts.begin(), texts.end(), text) - texts.begin()));
        }
    }
    return merged;
}

std::vector<Snapshot> build_snapshots(std::vector<ChunkRows>& chunks, const std::deque<AssignmentReader>& readers,
                                      const std::vector<MergedTexts>& texts, const std::vector<Date>& dates,
                                      const SharedPeople& shared, std::size_t threads) {
    std::vector<Snapshot> snapshots;
    snapshots.reserve(dates.size());
    for (const Date date : dates) snapshots.push_back(Builder(chunks, readers, texts, date, threads).build(shared));
    return snapshots;
}

}  // namespace quarterdeck::snapshot
