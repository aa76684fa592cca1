#include "snapshot/repeats.h"

#include <algorithm>
#include <bit>
#include <span>

#include "extract/parallel.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t keys_a_part = 16'384;
constexpr std::size_t most_parts = 4'096;

struct Key {
    std::uint32_t hash;
    std::uint32_t row;
};

/// All keys, grouped by the upper bits of their hashes so that each group's table stays in the processor's cache;
/// within a group in row order.
struct Parts {
    std::vector<Key> keys;
    std::vector<std::size_t> starts;
};

Parts part_keys(const NumberedRows& rows, std::uint64_t AssignmentRow::*hash, std::size_t threads) {
    const std::size_t count = std::min(std::bit_ceil(rows.size() / keys_a_part + 1), most_parts);
    const int shift = 64 - std::countr_zero(count);
    const auto part_of = [&](std::uint64_t value) { return count == 1 ? 0 : static_cast<std::size_t>(value >> shift); };
    const std::vector<ChunkRows>& chunks = rows.chunks();
    const std::size_t stretches = std::min(chunks.size(), 2 * threads);
    const auto each_key = [&](std::size_t stretch, const auto& visit) {
        for (std::size_t c = chunks.size() * stretch / stretches; c < chunks.size() * (stretch + 1) / stretches; ++c)
            for (std::size_t i = 0; i < chunks[c].rows.size(); ++i)
                if (const AssignmentRow& row = chunks[c].rows[i]; row.is(AssignmentRow::identified))
                    visit(row.*hash, rows.start(c) + static_cast<std::uint32_t>(i));
    };
    std::vector<std::vector<std::size_t>> next(stretches, std::vector<std::size_t>(count));
    extract::parallel(stretches, threads, [&](std::size_t stretch, std::size_t) {
        each_key(stretch, [&](std::uint64_t value, std::uint32_t) { ++next[stretch][part_of(value)]; });
    });
    Parts parts;
    std::size_t total = 0;
    for (std::size_t part = 0; part < count; ++part) {
        parts.starts.push_back(total);
        for (auto& stretch : next) total += std::exchange(stretch[part], total);
    }
    parts.starts.push_back(total);
    parts.keys.resize(total);
    extract::parallel(stretches, threads, [&](std::size_t stretch, std::size_t) {
        each_key(stretch, [&](std::uint64_t value, std::uint32_t row) {
            parts.keys[next[stretch][part_of(value)]++] = {static_cast<std::uint32_t>(value), row};
        });
    });
    return parts;
}

}  // namespace

std::vector<Repeat> find_repeats(const NumberedRows& rows, std::uint64_t AssignmentRow::*hash,
                                 const std::function<bool(std::uint32_t, std::uint32_t)>& same, std::size_t threads) {
    const Parts parts = part_keys(rows, hash, threads);
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
