#include <Poco/Exception.h>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

/// A register with one return, and statements that would change what it holds.
class AppendOnly : public Shelf {
protected:
    AppendOnly() { created().append(sample_return()); }

    void expect_forbidden(const std::string& sql) const {
        const auto before = opened().returns(quarter("2022-23Q4"));
        try {
            run(sql);
            ADD_FAILURE() << "allowed: " << sql;
        } catch (const Poco::Exception& fault) {
            EXPECT_NE(fault.displayText().find("the register is only appended to"), std::string::npos)
                << fault.displayText();
        }
        EXPECT_EQ(opened().returns(quarter("2022-23Q4")), before);
    }
};

TEST_F(AppendOnly, ForbidsUpdates) {
    expect_forbidden("UPDATE programme_returns SET submitted_by = 'x'");
    expect_forbidden("UPDATE return_entries SET rating = 'green'");
    expect_forbidden("UPDATE schema_version SET version = 7");
}

TEST_F(AppendOnly, ForbidsDeletes) {
    expect_forbidden("DELETE FROM programme_returns");
    expect_forbidden("DELETE FROM return_entries");
    expect_forbidden("DELETE FROM schema_version");
}

TEST_F(AppendOnly, ForbidsReplacingAReturn) {
    expect_forbidden(
        "INSERT OR REPLACE INTO programme_returns SELECT number, 'pathology', quarter, submitted_by, submitted_on, "
        "source_file, source_sha256 FROM programme_returns");
}

TEST_F(AppendOnly, ForbidsAddingToAReturnThatIsClosed) {
    expect_forbidden("INSERT INTO return_entries VALUES (1, 3, 'IMG-A9', 'complete', 'blue', 100, '', NULL)");
    expect_forbidden(
        "INSERT OR REPLACE INTO return_entries VALUES (1, 1, 'IMG-A1', 'complete', 'blue', 100, '', NULL)");
}

TEST_F(AppendOnly, TakesNothingOfAReturnWithAnEntryThatIsNotAllowed) {
    Return bad = sample_return();
    bad.entries[1].percent_complete = 101;
    Register filed = opened();
    EXPECT_NE(refusal([&] { filed.append(bad); }).find("CHECK constraint failed"), std::string::npos);
    EXPECT_EQ(value("SELECT count(*) FROM return_entries"), "2");
    EXPECT_EQ(filed.append(sample_return()), 2);
}

}  // namespace
}  // namespace quarterdeck::returns
