#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using RegisterFile = Shelf;

TEST_F(RegisterFile, IsNamedByAUrlToo) {
    Register filed = Register::open("sqlite://" + file(), Register::WhenAbsent::create);
    filed.append(sample_return());
    EXPECT_EQ(opened().returns(quarter("2022-23Q4")).size(), 1);
}

TEST_F(RegisterFile, IsNotMadeByReading) {
    EXPECT_THAT(refusal([&] { opened(); }), HasSubstr("there is no register here"));
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(RegisterFile, RefusesANewerVersion) {
    created();
    run("INSERT INTO schema_version VALUES (3)");
    const std::string told = refusal([&] { created(); });
    EXPECT_THAT(told, AllOf(HasSubstr("has version 3"), HasSubstr("versions up to 2")));
    EXPECT_EQ(refusal([&] { opened(); }), told);
}

TEST_F(RegisterFile, RefusesAFileThatIsNoDatabase) {
    const std::string text(5000, 'q');
    std::ofstream(file()) << text;
    EXPECT_THAT(refusal([&] { created(); }), HasSubstr("isn't a register of returns"));
    EXPECT_EQ(std::filesystem::file_size(file()), text.size());
}

TEST_F(RegisterFile, RefusesADatabaseOfSomethingElse) {
    run("CREATE TABLE songs (title TEXT)");
    EXPECT_THAT(refusal([&] { created(); }), HasSubstr("database of something else"));
    EXPECT_EQ(value("SELECT count(*) FROM sqlite_master"), "1");
}

TEST_F(RegisterFile, RefusesWhatIsNoFile) {
    EXPECT_THAT(refusal([&] { Register::open(folder(), Register::WhenAbsent::create); }), HasSubstr("isn't a file"));
    ASSERT_EQ(::mkfifo(file().c_str(), 0600), 0);
    EXPECT_THAT(refusal([&] { created(); }), HasSubstr("isn't a file"));
}

TEST_F(RegisterFile, RefusesAFolderThatIsNotThere) {
    EXPECT_THAT(
        refusal([&] { Register::open((folder() / "no/returns.sqlite").string(), Register::WhenAbsent::create); }),
        HasSubstr("can't be opened"));
}

TEST_F(RegisterFile, RefusesToAppendToAReadOnlyFile) {
    created();
    std::filesystem::permissions(folder(), std::filesystem::perms::all);
    std::filesystem::permissions(file(), std::filesystem::perms{0444});
    const int status = end_of(begin([&] {
        constexpr uid_t nobody = 65534;  // the administrator may write everywhere
        if (::geteuid() == 0 && ::setuid(nobody) != 0) return 2;
        const std::string told = refusal([&] { opened().append(sample_return()); });
        return told.find("can't be written to") == std::string::npos ? 1 : 0;
    }));
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_TRUE(opened().returns(quarter("2022-23Q4")).empty());
}

}  // namespace
}  // namespace quarterdeck::returns
