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

struct FullKey {
    std::uint64_t hash;
    std::uint32_t row;
};

struct Key {
    std::uint32_t hash;
    std::uint32_t row;
};

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

/// The keys that rows may share, chunk by chunk.
std::vector<std::vector<FullKey>> shared_keys(const NumberedRows& rows, std::span<std::uint64_t> ChunkRows::*hashes,
                                              std::size_t threads) {
    const std::vector<ChunkRows>& chunks = rows.chunks();
    Shared shared(rows.size());
    extract::parallel(chunks.size(), threads, [&](std::size_t chunk, std::size_t) {
        each_hash(chunks[chunk], chunks[chunk].*hashes, shared,
                  [&](std::uint64_t hash, std::uint32_t) { shared.add(hash); });
    });
    std::vector<std::vector<FullKey>> keys(chunks.size());
    extract::parallel(chunks.size(), threads, [&](std::size_t chunk, std::size_t) {
        each_hash(chunks[chunk], chunks[chunk].*hashes, shared, [&](std::uint64_t hash, std::uint32_t row) {
            if (shared.holds(hash)) keys[chunk].push_back({hash, rows.start(chunk) + row});
        });
    });
    return keys;
}

/// The keys, grouped by the upper bits of their hashes so that each group's table stays in the processor's cache;
/// within a group in row order.
struct Parts {
    std::vector<Key> keys;
    std::vector<std::size_t> starts;
};

Parts part_keys(const std::vector<std::vector<FullKey>>& chunks) {
    std::size_t total = 0;
    for (const auto& keys : chunks) total += keys.size();
    const std::size_t count = std::min(std::bit_ceil(total / keys_a_part + 1), most_parts);
    const int shift = 64 - std::countr_zero(count);
    const auto part_of = [&](std::uint64_t value) { return count == 1 ? 0 : static_cast<std::size_t>(value >> shift); };
    Parts parts;
    parts.starts.resize(count + 1);
    for (const auto& keys : chunks)
        for (const FullKey& key : keys) ++parts.starts[part_of(key.hash) + 1];
    std::partial_sum(parts.starts.begin(), parts.starts.end(), parts.starts.begin());
    std::vector<std::size_t> next = parts.starts;
    parts.keys.resize(total);
    for (const auto& keys : chunks)
        for (const FullKey& key : keys)
            parts.keys[next[part_of(key.hash)]++] = {static_cast<std::uint32_t>(key.hash), key.row};
    return parts;
}

/// The rows whose hash an earlier row has too, as far as the part and 32 bits of the hash tell, in order.
std::vector<Repeat> repeated_hashes(const NumberedRows& rows, std::span<std::uint64_t> ChunkRows::*hashes,
                                    std::size_t threads) {
    const Parts parts = part_keys(shared_keys(rows, hashes, threads));
    std::vector<std::vector<Repeat>> found(parts.starts.size() - 1);
    std::vector<std::vector<std::uint32_t>> tables(threads);
    extract::parallel(found.size(), threads, [&](std::size_t part, std::size_t worker) {
        const std::span keys(parts.keys.data() + parts.starts[part], parts.starts[part + 1] - parts.starts[part]);
        std::vector<std::uint32_t>& table = tables[worker];  // number of a key in `keys` + 1; 0: free
        table.assign(std::bit_ceil(2 * keys.size() + 1), 0);
        const std::size_t mask = table.size() - 1;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            std::size_t at = keys[i].hash & mask;
            for (; table[at] != 0; at = (at + 1) & mask) {
                const Key& earlier = keys[table[at] - 1];
                if (earlier.hash == keys[i].hash) break;
            }
            if (table[at] == 0) {
                table[at] = static_cast<std::uint32_t>(i) + 1;
            } else {
                found[part].push_back({keys[table[at] - 1].row, keys[i].row});
            }
        }
    });
    std::vector<Repeat> repeats;
    for (const auto& some : found) repeats.insert(repeats.end(), some.begin(), some.end());
    std::sort(repeats.begin(), repeats.end());
    return repeats;
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

}  // namespace

std::vector<Repeat> find_repeats(const NumberedRows& rows, std::span<std::uint64_t> ChunkRows::*hashes,
                                 const KeyTexts& texts, std::size_t threads) {
    const std::vector<Repeat> alike = repeated_hashes(rows, hashes, threads);
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
    std::sort(repeats.begin(), repeats.end());
    return repeats;
}

}  // namespace quarterdeck::snapshot
