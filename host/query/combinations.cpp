#include "query/combinations.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

#include "query/key_numbers.h"
#include "query/row_keys.h"

namespace quarterdeck::query {
namespace {

struct Amount {
    std::int64_t posts = 0;
    std::int64_t fte = 0;
};

/// The combinations of a range of rows, in the order of their first rows.
struct Part {
    KeyNumbers numbers;
    std::vector<Amount> amounts;

    std::uint32_t add(const std::uint64_t* key, Amount amount) {
        const std::uint32_t number = numbers.number(key);
        if (number == amounts.size()) amounts.emplace_back();
        amounts[number].posts += amount.posts;
        amounts[number].fte += amount.fte;
        return number;
    }
};

/// Reads rows in ranges, each in a thread of its own, and puts the ranges together in their order: the result is the
/// same whatever their number.
class Scan {
public:
    Scan(const snapshot::Snapshot& snapshot, const RowKeys& row_keys, bool rows, const Tuning& tuning)
        : fte_(snapshot.fte),
          row_keys_(row_keys),
          direct_(row_keys.possible() <= tuning.direct_limit ? row_keys.possible() : 0),
          of_row_(rows || !snapshot.shared_rows.empty() ? snapshot.rows() : 0) {
        const std::size_t wanted = tuning.threads != 0 ? tuning.threads : std::thread::hardware_concurrency();
        ranges_ = std::clamp<std::size_t>(fte_.size() / std::max<std::size_t>(tuning.rows_per_thread, 1), 1,
                                          std::max<std::size_t>(wanted, 1));
    }

    Part run() {
        std::vector<std::future<Part>> others;
        for (std::size_t range = 1; range < ranges_; ++range)
            others.push_back(std::async([this, range] { return read(range); }));
        Part all = read(0);
        for (auto& other : others) {
            const Part part = other.get();
            auto& merged = merged_.emplace_back();
            for (std::size_t number = 0; number < part.amounts.size(); ++number)
                merged.push_back(all.add(part.numbers.key(number), part.amounts[number]));
        }
        return all;
    }

    /// The combination of a row. Precondition: `run`, and rows were asked for or there are people with several posts.
    std::uint32_t of_row(std::size_t row) const {
        std::size_t range = 0;
        while (row >= start(range + 1)) ++range;
        return range == 0 ? of_row_[row] : merged_[range - 1][of_row_[row]];
    }

private:
    std::size_t start(std::size_t range) const { return fte_.size() * range / ranges_; }

    Part read(std::size_t range) {
        constexpr std::size_t block = 2048;
        const std::size_t words = row_keys_.words();
        Part part{KeyNumbers(words, direct_), {}};
        std::vector<std::uint64_t> keys(block * words);
        for (std::size_t from = start(range); from < start(range + 1); from += block) {
            const std::size_t to = std::min(from + block, start(range + 1));
            row_keys_.write(from, to, keys.data());
            for (std::size_t row = from; row < to; ++row) {
                const std::uint32_t number = part.add(keys.data() + (row - from) * words, {1, fte_[row]});
                if (!of_row_.empty()) of_row_[row] = number;
            }
        }
        return part;
    }

    const extract::LongArray<std::int32_t>& fte_;
    const RowKeys& row_keys_;
    std::uint64_t direct_;
    std::size_t ranges_ = 1;
    extract::LongArray<std::uint32_t> of_row_;        ///< the row's combination, numbered within its range
    std::vector<std::vector<std::uint32_t>> merged_;  ///< for each range but the first: the numbers after merging
};

/// Takes the rows of people with several posts out of `people` and counts these people one by one.
void count_shared(const snapshot::Snapshot& snapshot, const Scan& scan, Combinations& combinations) {
    auto& [starts, members] = combinations.spread;
    std::vector<std::uint32_t> held;
    for (std::size_t person = 0; person + 1 < snapshot.shared_starts.size(); ++person) {
        held.clear();
        for (std::uint32_t at = snapshot.shared_starts[person]; at < snapshot.shared_starts[person + 1]; ++at) {
            held.push_back(scan.of_row(snapshot.shared_rows[at]));
            --combinations.people[held.back()];
        }
        std::sort(held.begin(), held.end());
        held.erase(std::unique(held.begin(), held.end()), held.end());
        if (held.size() == 1) {
            ++combinations.people[held.front()];
        } else {
            members.insert(members.end(), held.begin(), held.end());
            starts.push_back(static_cast<std::uint32_t>(members.size()));
        }
    }
}

}  // namespace

Combinations scan(const snapshot::Snapshot& snapshot, const std::vector<ColumnClasses>& columns, bool rows,
                  const Tuning& tuning) {
    const RowKeys row_keys(snapshot, columns);
    Scan scan(snapshot, row_keys, rows, tuning);
    const Part all = scan.run();
    Combinations combinations;
    for (const Amount& amount : all.amounts) {
        combinations.posts.push_back(amount.posts);
        combinations.fte.push_back(amount.fte);
    }
    combinations.people = combinations.posts;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        auto& classes = combinations.classes.emplace_back(combinations.size());
        for (std::size_t number = 0; number < classes.size(); ++number)
            classes[number] = row_keys.class_of(column, all.numbers.key(number));
    }
    count_shared(snapshot, scan, combinations);
    if (rows) {
        combinations.of_row.reserve(snapshot.rows());
        for (std::size_t row = 0; row < snapshot.rows(); ++row) combinations.of_row.push_back(scan.of_row(row));
    }
    return combinations;
}

}  // namespace quarterdeck::query
