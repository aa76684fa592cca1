#include "snapshot/repeats.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <numeric>
#include <span>

#include "extract/parallel.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t bits_a_row = 16;
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
          once_(size_ / 64),
          twice_(size_ / 64) {}

    /// From several threads at once.
    void add(std::uint64_t hash) {
        const std::uint64_t bit = bit_of(hash);
        const std::atomic_ref<std::uint64_t> once(once_[word_of(hash)]);
        if ((once.load(std::memory_order_relaxed) & bit) == 0 &&
            (once.fetch_or(bit, std::memory_order_relaxed) & bit) == 0)
            return;
        std::atomic_ref<std::uint64_t>(twice_[word_of(hash)]).fetch_or(bit, std::memory_order_relaxed);
    }

    bool holds(std::uint64_t hash) const { return (twice_[word_of(hash)] & bit_of(hash)) != 0; }

private:
    std::size_t word_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash >> shift_) / 64; }
    std::uint64_t bit_of(std::uint64_t hash) const { return std::uint64_t{1} << ((hash >> shift_) % 64); }

    std::size_t size_;
    int shift_;
    std::vector<std::uint64_t> once_;
    std::vector<std::uint64_t> twice_;
};

template <typename Visit>
void each_hash(const ChunkRows& chunk, std::vector<std::uint64_t> ChunkRows::*hashes, const Visit& visit) {
    const std::vector<std::uint64_t>& all = chunk.*hashes;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (chunk.unidentified == 0 || chunk.rows[i].is(AssignmentRow::identified))
            visit(all[i], static_cast<std::uint32_t>(i));
}

/// The keys that rows may share, chunk by chunk.
std::vector<std::vector<FullKey>> shared_keys(const NumberedRows& rows, std::vector<std::uint64_t> ChunkRows::*hashes,
                                              std::size_t threads) {
    const std::vector<ChunkRows>& chunks = rows.chunks();
    Shared shared(rows.size());
    extract::parallel(chunks.size(), threads, [&](std::size_t chunk, std::size_t) {
        each_hash(chunks[chunk], hashes, [&](std::uint64_t hash, std::uint32_t) { shared.add(hash); });
    });
    std::vector<std::vector<FullKey>> keys(chunks.size());
    extract::parallel(chunks.size(), threads, [&](std::size_t chunk, std::size_t) {
        each_hash(chunks[chunk], hashes, [&](std::uint64_t hash, std::uint32_t row) {
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

}  // namespace

std::vector<Repeat> find_repeats(const NumberedRows& rows, std::vector<std::uint64_t> ChunkRows::*hashes,
                                 const std::function<bool(std::uint32_t, std::uint32_t)>& same, std::size_t threads) {
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
                if (earlier.hash == keys[i].hash && same(earlier.row, keys[i].row)) break;
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

}  // namespace quarterdeck::snapshot
