#include "query/combinations.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

#include "query/key_numbers.h"
#include "query/row_keys.h"

namespace quarterdeck::query {
namespace {

constexpr std::size_t block = 2048;  ///< rows

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
    Scan(const snapshot::Snapshot& snapshot, const RowKeys& row_keys, const Tuning& tuning)
        : fte_(snapshot.fte),
          row_keys_(row_keys),
          direct_(row_keys.possible() <= tuning.direct_limit ? row_keys.possible() : 0) {
        const std::size_t wanted = tuning.threads != 0 ? tuning.threads : std::thread::hardware_concurrency();
        ranges_ = std::clamp<std::size_t>(fte_.size() / std::max<std::size_t>(tuning.rows_per_thread, 1), 1,
                                          std::max<std::size_t>(wanted, 1));
    }

    Part run() const {
        std::vector<std::future<Part>> others;
        for (std::size_t range = 1; range < ranges_; ++range)
            others.push_back(std::async([this, range] { return read(range); }));
        Part all = read(0);
        for (auto& other : others) {
            const Part part = other.get();
            for (std::size_t number = 0; number < part.amounts.size(); ++number)
                all.add(part.numbers.key(number), part.amounts[number]);
        }
        return all;
    }

private:
    std::size_t start(std::size_t range) const { return fte_.size() * range / ranges_; }

    Part read(std::size_t range) const {
        const std::size_t words = row_keys_.words();
        Part part{KeyNumbers(words, direct_), {}};
        std::vector<std::uint64_t> keys(block * words);
        for (std::size_t from = start(range); from < start(range + 1); from += block) {
            const std::size_t to = std::min(from + block, start(range + 1));
            row_keys_.write(from, to, keys.data());
            for (std::size_t row = from; row < to; ++row) part.add(keys.data() + (row - from) * words, {1, fte_[row]});
        }
        return part;
    }

    const extract::LongArray<std::int32_t>& fte_;
    const RowKeys& row_keys_;
    std::uint64_t direct_;
    std::size_t ranges_ = 1;
};

/// Which combination rows have, by their keys.
class OfRows {
public:
    OfRows(const RowKeys& row_keys, KeyNumbers& numbers)
        : row_keys_(row_keys), numbers_(numbers), keys_(block * row_keys.words()) {}

    std::uint32_t operator()(std::uint32_t row) {
        row_keys_.write(row, row + 1U, keys_.data());
        return numbers_.number(keys_.data());
    }

    std::vector<std::uint32_t> all(std::size_t rows) {
        std::vector<std::uint32_t> combinations;
        combinations.reserve(rows);
        for (std::size_t from = 0; from < rows; from += block) {
            const std::size_t to = std::min(from + block, rows);
            row_keys_.write(from, to, keys_.data());
            for (std::size_t row = from; row < to; ++row)
                combinations.push_back(numbers_.number(keys_.data() + (row - from) * row_keys_.words()));
        }
        return combinations;
    }

private:
    const RowKeys& row_keys_;
    KeyNumbers& numbers_;
    std::vector<std::uint64_t> keys_;
};

/// Takes the rows of people with several posts out of `people` and counts these people one by one.
void count_shared(const snapshot::Snapshot& snapshot, OfRows& of_rows, Combinations& combinations) {
    auto& [starts, members] = combinations.spread;
    std::vector<std::uint32_t> held;
    for (std::size_t person = 0; person + 1 < snapshot.shared_starts.size(); ++person) {
        held.clear();
        for (std::uint32_t at = snapshot.shared_starts[person]; at < snapshot.shared_starts[person + 1]; ++at) {
            held.push_back(of_rows(snapshot.shared_rows[at]));
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
    Part all = Scan(snapshot, row_keys, tuning).run();
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
    OfRows of_rows(row_keys, all.numbers);
    count_shared(snapshot, of_rows, combinations);
    if (rows) combinations.of_row = of_rows.all(snapshot.rows());
    return combinations;
}

}  // namespace quarterdeck::query
