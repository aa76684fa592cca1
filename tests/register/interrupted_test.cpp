#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "register/session.h"
#include "shelf.h"

namespace quarterdeck::returns {
namespace {

/// From here on, a file that grows beyond the limit takes the process's life, or fails to be written.
void limit_files(rlim_t bytes, bool killed) {
    std::signal(SIGXFSZ, killed ? SIG_DFL : SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
}

constexpr int many_entries = 1000;  // about 4 MB, more than SQLite keeps in memory before it writes
constexpr rlim_t one_megabyte = 1 << 20;

using Interrupted = Shelf;

TEST_F(Interrupted, KilledWhileWritingLeavesWhatWasThere) {
    created().append(sample_return());
    const int status = end_of(begin([&] {
        Register filed = opened();
        limit_files(one_megabyte, true);
        filed.append(long_return(many_entries));
        return 0;
    }));
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), SIGXFSZ);
    EXPECT_GT(std::filesystem::file_size(file()), one_megabyte / 2) << "the transaction had begun to write";

    Register filed = opened();
    const std::vector<Return> found = filed.returns(quarter("2022-23Q4"));
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.front().entries, sample_return().entries);
    EXPECT_EQ(value("SELECT count(*) FROM journal"), "1");
    EXPECT_EQ(value("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(filed.append(sample_return()), 2);
}

TEST_F(Interrupted, ADiskThatTakesNoMoreIsRefusedAndNothingIsHalfWritten) {
    created().append(sample_return());
    const int status = end_of(begin([&] {
        Register filed = opened();
        limit_files(one_megabyte, false);
        const std::string told = refusal([&] { filed.append(long_return(many_entries)); });
        return told.find("it is as it was before") == std::string::npos ? 1 : 0;
    }));
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(opened().returns(quarter("2022-23Q4")).size(), 1);
    EXPECT_EQ(value("SELECT count(*) FROM journal"), "1");
}

using AtOnce = OnBoth;
INSTANTIATE_TEST_SUITE_P(Register, AtOnce, both_backends(), backend_name);

TEST_P(AtOnce, AProgramThatIsKilledWhileItWaitsToWriteLeavesNothing) {
    created().append(sample_return());
    Poco::Data::Session writer = open_session(read_place(place()));
    pid_t child = 0;
    {
        const Transaction other(writer, read_place(place()), Transaction::Kind::writing);
        int ready[2];
        ASSERT_EQ(::pipe(ready), 0);
        child = begin([&] {
            Register filed = opened();
            if (::write(ready[1], "r", 1) != 1) return 1;
            filed.append(long_return(10));
            return 0;
        });
        char byte = 0;
        ASSERT_EQ(::read(ready[0], &byte, 1), 1);
        ::kill(child, SIGKILL);
    }
    EXPECT_TRUE(WIFSIGNALED(end_of(child)));
    EXPECT_EQ(opened().append(sample_return()), 2);
    EXPECT_EQ(opened().returns(quarter("2022-23Q4")).size(), 2);
}

TEST_P(AtOnce, ProgramsThatImportAtOnceAllLandWhole) {
    constexpr int programs = 4;
    constexpr int returns_each = 5;
    std::vector<pid_t> children;
    for (int i = 0; i < programs; ++i)
        children.push_back(begin([this] {
            for (int n = 0; n < returns_each; ++n) created().append(long_return(10));
            return 0;
        }));
    for (const pid_t child : children) EXPECT_EQ(end_of(child), 0);

    const std::vector<Return> found = opened().returns(quarter("2022-23Q4"));
    ASSERT_EQ(found.size(), programs * returns_each);
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].number, static_cast<std::int64_t>(i + 1));
        EXPECT_EQ(found[i].entries, long_return(10).entries);
    }
}

}  // namespace
}  // namespace quarterdeck::returns
