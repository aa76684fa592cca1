#include "snapshot/build.h"

#include <algorithm>
#include <array>

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
    Builder(std::vector<ChunkRows>& chunks, const std::vector<MergedTexts>& texts, Date date, std::size_t threads)
        : chunks_(chunks), texts_(texts), date_(date), threads_(threads) {
        for (const ChunkRows& chunk : chunks) {
            bases_.push_back(total_);
            for (const ChunkDate& chunk_date : chunk.dates)
                if (chunk_date.date == date) total_ += static_cast<std::uint32_t>(chunk_date.counted);
        }
    }

    Snapshot build(const SharedPeople& shared) {
        Snapshot snapshot;
        snapshot.date = date_;
        place();
        share(snapshot, shared);
        write(snapshot);
        name_values(snapshot);
        return snapshot;
    }

private:
    std::string_view text(std::size_t column, std::size_t number) const {
        if (column == gender_column) return genders[number];
        return column == age_column ? age_bands[number] : texts_[column].texts[number];
    }
    std::size_t texts(std::size_t column) const {
        if (column == gender_column) return genders.size();
        return column == age_column ? age_bands.size() : texts_[column].texts.size();
    }

    template <typename Visit>
    void each_row(std::size_t number, const Visit& visit) {
        ChunkRows& chunk = chunks_[number];
        for (AssignmentRow& row : chunk.rows)
            if (row.is(AssignmentRow::counted) && chunk.dates[row.date].date == date_) visit(chunk, row);
    }

    /// Gives each row its place.
    void place() {
        extract::parallel(chunks_.size(), threads_, [&](std::size_t number, std::size_t) {
            std::uint32_t place = bases_[number];
            each_row(number, [&](const ChunkRows&, AssignmentRow& row) { row.place = place++; });
        });
    }

    /// Names the values that occur, and numbers the rows' values anew where others don't.
    void name_values(Snapshot& snapshot) {
        extract::parallel(column_count, threads_, [&](std::size_t i, std::size_t) {
            CodedColumn& column = snapshot.column(field_of_column(i));
            std::vector<std::uint16_t> codes(texts(i));
            for (std::size_t number = 0; number < codes.size(); ++number) {
                if (std::none_of(seen_.begin(), seen_.end(), [&](const Seen& seen) { return seen[i][number] != 0; }))
                    continue;
                codes[number] = static_cast<std::uint16_t>(column.values.size());
                column.values.emplace_back(text(i, number));
            }
            if (column.values.size() < codes.size())
                for (std::uint16_t& code : column.codes) code = codes[code];
        });
    }

    void share(Snapshot& snapshot, const SharedPeople& shared) const {
        snapshot.people = total_;
        const NumberedRows rows(chunks_);
        for (const auto& person : shared.counted) {
            const ChunkRows& chunk = chunks_[rows.chunk_of(person.front())];
            if (chunk.dates[rows[person.front()].date].date != date_) continue;
            for (const std::uint32_t row : person) snapshot.shared_rows.push_back(rows[row].place);
            snapshot.shared_starts.push_back(static_cast<std::uint32_t>(snapshot.shared_rows.size()));
            snapshot.people -= person.size() - 1;
        }
    }

    void write(Snapshot& snapshot) {
        seen_.resize(threads_);
        for (Seen& seen : seen_)
            for (std::size_t i = 0; i < column_count; ++i) seen[i].resize(texts(i));
        snapshot.fte.resize(total_);
        std::array<std::uint16_t*, column_count> codes{};
        for (std::size_t i = 0; i < column_count; ++i) {
            snapshot.column(field_of_column(i)).codes.resize(total_);
            codes[i] = snapshot.column(field_of_column(i)).codes.data();
        }
        extract::parallel(chunks_.size(), threads_, [&](std::size_t number, std::size_t worker) {
            std::array<const std::uint32_t*, coded_fields.size()> merged{};
            for (std::size_t i = 0; i < merged.size(); ++i)
                merged[i] = texts_[i].numbers[chunks_[number].reader].data();
            std::array<char*, column_count> seen{};
            for (std::size_t i = 0; i < column_count; ++i) seen[i] = seen_[worker][i].data();
            each_row(number, [&](const ChunkRows&, const AssignmentRow& row) {
                const auto put = [&](std::size_t i, std::uint32_t code) {
                    codes[i][row.place] = static_cast<std::uint16_t>(code);
                    seen[i][code] = 1;
                };
                snapshot.fte[row.place] = row.fte;
                for (std::size_t i = 0; i < coded_fields.size(); ++i) put(i, merged[i][row.codes[i]]);
                put(gender_column, gender_number(row.gender));
                put(age_column, age_at(row.birth, date_).band);
            });
        });
    }

    using Seen = std::array<std::vector<char>, column_count>;  ///< by column and number of value

    std::vector<ChunkRows>& chunks_;
    const std::vector<MergedTexts>& texts_;
    Date date_;
    std::size_t threads_;
    std::vector<std::uint32_t> bases_;
    std::uint32_t total_ = 0;
    std::vector<Seen> seen_;  ///< one a thread
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

std::vector<Snapshot> build_snapshots(std::vector<ChunkRows>& chunks, const std::vector<MergedTexts>& texts,
                                      const std::vector<Date>& dates, const SharedPeople& shared, std::size_t threads) {
    std::vector<Snapshot> snapshots;
    for (const Date date : dates) snapshots.push_back(Builder(chunks, texts, date, threads).build(shared));
    return snapshots;
}

}  // namespace quarterdeck::snapshot
