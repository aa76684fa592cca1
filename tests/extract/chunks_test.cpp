#include "extract/chunks.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <stdexcept>
#include <string>

#include "extract/csv.h"
#include "extract/parallel.h"

namespace quarterdeck::extract {
namespace {

const std::string tricky = "a,b\n\"x\n\"\"y\"\"\n\",1\n2,\"\"\n\"\"\"\n\",\"\n\n\n\"\n3,4\n\"5\",\"6\"";

std::multiset<std::size_t> row_starts(std::string_view text, std::size_t from, std::size_t to) {
    std::multiset<std::size_t> starts;
    RowScanner scanner(text, from, to);
    Row row(2);
    while (scanner.next(row)) starts.insert(row.offset());
    EXPECT_EQ(scanner.fault(), CsvFault::none);
    return starts;
}

Look look_at(std::string_view text) {
    return [text](std::size_t from, std::size_t size) { return text.substr(from, size); };
}

TEST(Chunks, CutAnywhereTheyHoldEachRowOnce) {
    const auto all = row_starts(tricky, 0, tricky.size());
    ASSERT_EQ(all, (std::multiset<std::size_t>{0, 4, 17, 22, 34, 38}));
    for (std::size_t bytes = 1; bytes <= tricky.size() + 1; ++bytes) {
        std::multiset<std::size_t> together;
        for (const Chunk chunk : cut(tricky, 0, bytes, 1)) together.merge(row_starts(tricky, chunk.begin, chunk.end));
        EXPECT_EQ(together, all) << bytes;
    }
}

TEST(Chunks, DoNotDependOnTheNumberOfThreads) {
    EXPECT_EQ(cut(tricky, 4, 3, 1), cut(tricky, 4, 3, 5));
}

TEST(Chunks, AreNoneWhereThereIsNothing) {
    EXPECT_TRUE(cut("a,b", 3, 10, 2).empty());
}

TEST(Chunks, EndWithTheTextWhenAQuoteIsNeverClosed) {
    const std::string text = "a\n\"b\nc\nd\ne\n";
    EXPECT_EQ(cut(text, 0, 4, 1), (std::vector<Chunk>{{0, text.size()}}));
}

TEST(Chunks, CutAtLinesHoldEachRowOnceWhereNoFieldHoldsALineBreak) {
    const std::string text = "a,b\n1,\"2, 3\"\n4,5\n\n6,7";
    const auto all = row_starts(text, 0, text.size());
    for (std::size_t bytes = 1; bytes <= text.size() + 1; ++bytes) {
        std::multiset<std::size_t> together;
        for (const Chunk chunk : cut_at_lines(text.size(), 0, bytes, look_at(text))) {
            const std::string part = text.substr(chunk.begin, chunk.end - chunk.begin);
            for (const std::size_t start : row_starts(part, 0, part.size())) together.insert(chunk.begin + start);
        }
        EXPECT_EQ(together, all) << bytes;
    }
    EXPECT_TRUE(cut_at_lines(3, 3, 10, look_at("a,b")).empty());
}

TEST(Chunks, AreCutBehindALongLine) {
    const std::string text = "a\n" + std::string(5'000, 'b') + "\nc\n";
    EXPECT_EQ(cut_at_lines(text.size(), 0, 10, look_at(text)), (std::vector<Chunk>{{0, 5'003}, {5'003, 5'005}}));
}

TEST(Chunks, ThatEndInsideAFieldShowIt) {
    const std::string text = "a\n\"b\nc\"\nd\n";
    const std::vector<Chunk> chunks = cut_at_lines(text.size(), 0, 3, look_at(text));
    ASSERT_EQ(chunks.front(), (Chunk{0, 5}));
    RowScanner scanner(std::string_view(text).substr(0, 5));
    Row row(1);
    while (scanner.next(row)) {
    }
    EXPECT_EQ(scanner.fault(), CsvFault::quote_not_closed);
}

TEST(Parallel, DoesEveryTaskOnceAndThrowsTheLowestFailure) {
    std::vector<std::atomic<int>> done(50);
    parallel(50, 4, [&](std::size_t task, std::size_t worker) {
        EXPECT_LT(worker, 4U);
        ++done[task];
    });
    for (const auto& times : done) EXPECT_EQ(times, 1);
    try {
        parallel(9, 3, [](std::size_t task, std::size_t) {
            if (task % 2 == 1) throw std::runtime_error(std::to_string(task));
        });
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "1");
    }
}

}  // namespace
}  // namespace quarterdeck::extract
