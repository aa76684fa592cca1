#include "snapshot/repeats.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>

#include "extract/parallel.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t bits_a_row = 8;
constexpr std::size_t keys_a_part = 16'384;
constexpr std::size_t most_parts = 4'096;

struct Key {
    std::uint64_t hash;
    std::uint32_t row;
    std::uint32_t teller;  ///< rows with one hash and one teller have one key; 0: nobody knows

    bool is_certainly(const Key& other) const { return teller != 0 && teller == other.teller; }
};

std::uint32_t teller_of(const ChunkRows& chunk, const AssignmentRow& row, Told told) {
    if (told == Told::none || !row.is(AssignmentRow::told)) return 0;
    return told == Told::at_any_date ? 1 : static_cast<std::uint32_t>(validate::packed(chunk.dates[row.date].date));
}

/// Which of the keys that rows may share: those whose hashes begin alike. Few others slip in, so that most rows
/// needn't be looked at closely.
class Shared {
public:
    explicit Shared(std::size_t rows)
        : size_(std::bit_ceil(std::max<std::size_t>(rows * bits_a_row, 64))),
          shift_(64 - std::countr_zero(size_)),
          words_(size_ / 64, Word{}) {}

    /// Says that the hash will be added, or asked for, soon.
    void expect(std::uint64_t hash) const { __builtin_prefetch(&words_[word_of(hash)]); }

    /// From several threads at once.
    void add(std::uint64_t hash) {
        const std::uint64_t bit = bit_of(hash);
        Word& word = words_[word_of(hash)];
        const std::atomic_ref<std::uint64_t> once(word.once);
        if ((once.load(std::memory_order_relaxed) & bit) == 0 &&
            (once.fetch_or(bit, std::memory_order_relaxed) & bit) == 0)
            return;
        std::atomic_ref<std::uint64_t>(word.twice).fetch_or(bit, std::memory_order_relaxed);
    }

    bool holds(std::uint64_t hash) const { return (words_[word_of(hash)].twice & bit_of(hash)) != 0; }

private:
    /// Side by side, so that one look at the memory fetches both.
    struct Word {
        std::uint64_t once = 0;
        std::uint64_t twice = 0;
    };

    std::size_t word_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash >> shift_) / 64; }
    std::uint64_t bit_of(std::uint64_t hash) const { return std::uint64_t{1} << ((hash >> shift_) % 64); }

    std::size_t size_;
    int shift_;
    extract::LongArray<Word> words_;
};

template <typename Visit>
void each_hash(const ChunkRows& chunk, std::span<const std::uint64_t> hashes, const Shared& shared,
               const Visit& visit) {
    constexpr std::size_t ahead = 16;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (i + ahead < hashes.size()) shared.expect(hashes[i + ahead]);
        if (chunk.unidentified == 0 || chunk.rows[i].is(AssignmentRow::identified))
            visit(hashes[i], static_cast<std::uint32_t>(i));
    }
}

/// Keys of one chunk after another, which `stores` hold, one a thread.
struct ChunkKeys {
    std::vector<extract::Runs<Key>> stores;
    std::vector<std::span<const Key>> chunks;
};

/// The keys that rows may share.
ChunkKeys shared_keys(const NumberedRows& rows, std::span<std::uint64_t> ChunkRows::*hashes, Told told,
                      std::size_t threads) {
    const std::vector<ChunkRows>& chunks = rows.chunks();
    Shared shared(rows.size());
    extract::parallel(chunks.size(), threads, [&](std::size_t chunk, std::size_t) {
        each_hash(chunks[chunk], chunks[chunk].*hashes, shared,
                  [&](std::uint64_t hash, std::uint32_t) { shared.add(hash); });
    });
    ChunkKeys keys{std::vector<extract::Runs<Key>>(threads), std::vector<std::span<const Key>>(chunks.size())};
    extract::parallel(chunks.size(), threads, [&](std::size_t number, std::size_t worker) {
        const ChunkRows& chunk = chunks[number];
        extract::Runs<Key>& store = keys.stores[worker];
        each_hash(chunk, chunk.*hashes, shared, [&](std::uint64_t hash, std::uint32_t row) {
            if (shared.holds(hash))
                store.add({hash, rows.start(number) + row, teller_of(chunk, chunk.rows[row], told)});
        });
        keys.chunks[number] = store.end_run();
    });
    return keys;
}

/// The keys, grouped by the upper bits of their hashes so that each group's table stays in the processor's cache;
/// within a group in row order.
struct Parts {
    extract::LongArray<Key> keys;
    std::vector<std::size_t> starts;
};

Parts part_keys(const ChunkKeys& found) {
    std::size_t total = 0;
    for (const auto& keys : found.chunks) total += keys.size();
    const std::size_t count = std::min(std::bit_ceil(total / keys_a_part + 1), most_parts);
    const int shift = 64 - std::countr_zero(count);
    const auto part_of = [&](std::uint64_t value) { return count == 1 ? 0 : static_cast<std::size_t>(value >> shift); };
    Parts parts;
    parts.starts.resize(count + 1);
    for (const auto& keys : found.chunks)
        for (const Key& key : keys) ++parts.starts[part_of(key.hash) + 1];
    std::partial_sum(parts.starts.begin(), parts.starts.end(), parts.starts.begin());
    std::vector<std::size_t> next = parts.starts;
    parts.keys.resize(total);
    for (const auto& keys : found.chunks)
        for (const Key& key : keys) parts.keys[next[part_of(key.hash)]++] = key;
    return parts;
}

/// Rows whose hash an earlier row has too: those that have its key for certain, and those of hashes that don't tell of
/// all their rows. Both in order.
struct Alike {
    std::vector<Repeat> certain;
    std::vector<Repeat> doubtful;
};

/// Of keys in row order. `table` is room to work in.
Alike alike_among(std::span<const Key> keys, std::vector<std::uint32_t>& table) {
    table.assign(std::bit_ceil(2 * keys.size() + 1), 0);  // number of a key in `keys` + 1; 0: free
    const std::size_t mask = table.size() - 1;
    std::vector<Repeat> repeats;
    std::vector<std::uint32_t> doubts;  // first rows
    for (std::size_t i = 0; i < keys.size(); ++i) {
        std::size_t at = keys[i].hash & mask;
        while (table[at] != 0 && keys[table[at] - 1].hash != keys[i].hash) at = (at + 1) & mask;
        if (table[at] == 0) {
            table[at] = static_cast<std::uint32_t>(i) + 1;
            continue;
        }
        const Key& first = keys[table[at] - 1];
        repeats.push_back({first.row, keys[i].row});
        if (!keys[i].is_certainly(first)) doubts.push_back(first.row);
    }
    std::sort(repeats.begin(), repeats.end());
    std::sort(doubts.begin(), doubts.end());
    Alike alike;
    for (const Repeat& repeat : repeats) {
        const bool doubtful = std::binary_search(doubts.begin(), doubts.end(), repeat.first);
        (doubtful ? alike.doubtful : alike.certain).push_back(repeat);
    }
    return alike;
}

Alike rows_alike(const Parts& parts, std::size_t threads) {
    std::vector<Alike> found(parts.starts.size() - 1);
    std::vector<std::vector<std::uint32_t>> tables(threads);
    extract::parallel(found.size(), threads, [&](std::size_t part, std::size_t worker) {
        const std::span keys(parts.keys.data() + parts.starts[part], parts.starts[part + 1] - parts.starts[part]);
        found[part] = alike_among(keys, tables[worker]);
    });
    Alike together;
    for (const auto list : {&Alike::certain, &Alike::doubtful}) {
        for (const Alike& alike : found)
            (together.*list).insert((together.*list).end(), (alike.*list).begin(), (alike.*list).end());
        std::sort((together.*list).begin(), (together.*list).end());
    }
    return together;
}

/// The texts of the keys of all rows that repeats are about.
class Texts {
public:
    Texts(const std::vector<Repeat>& repeats, const KeyTexts& texts) {
        for (const Repeat& repeat : repeats) {
            if (rows_.empty() || rows_.back() != repeat.first) rows_.push_back(repeat.first);
            rows_.push_back(repeat.row);
        }
        std::sort(rows_.begin(), rows_.end());
        rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
        texts_ = texts(rows_);
    }

    std::string_view operator[](std::uint32_t row) const {
        return texts_[static_cast<std::size_t>(std::lower_bound(rows_.begin(), rows_.end(), row) - rows_.begin())];
    }

private:
    std::vector<std::uint32_t> rows_;
    std::vector<std::string> texts_;
};

/// Of rows that are alike, those that have one key by their texts, in no order.
std::vector<Repeat> repeats_by_text(const std::vector<Repeat>& alike, const KeyTexts& texts) {
    const Texts text_of(alike, texts);
    std::vector<Repeat> repeats;
    std::unordered_map<std::string_view, std::uint32_t> others;  // with the hash of `first`, but another text
    for (auto repeat = alike.begin(); repeat != alike.end();) {
        const std::uint32_t first = repeat->first;
        const std::string_view usual = text_of[first];
        others.clear();
        for (; repeat != alike.end() && repeat->first == first; ++repeat) {
            const std::string_view text = text_of[repeat->row];
            if (text == usual) {
                repeats.push_back(*repeat);
            } else if (const auto [other, is_new] = others.try_emplace(text, repeat->row); !is_new) {
                repeats.push_back({other->second, repeat->row});
            }
        }
    }
    return repeats;
}

}  // namespace

std::vector<Repeat> find_repeats(const NumberedRows& rows, std::span<std::uint64_t> ChunkRows::*hashes, Told told,
                                 const KeyTexts& texts, std::size_t threads) {
    Alike alike = rows_alike(part_keys(shared_keys(rows, hashes, told, threads)), threads);
    if (alike.doubtful.empty()) return std::move(alike.certain);
    std::vector<Repeat> repeats = repeats_by_text(alike.doubtful, texts);
    repeats.insert(repeats.end(), alike.certain.begin(), alike.certain.end());
    std::sort(repeats.begin(), repeats.end());
    return repeats;
}

}  // namespace quarterdeck::snapshot
