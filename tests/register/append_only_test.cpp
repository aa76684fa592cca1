#include <Poco/Exception.h>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

/// A register with one return, and statements that would change what it holds.
class AppendOnly : public OnBoth {
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

INSTANTIATE_TEST_SUITE_P(Register, AppendOnly, both_backends(), backend_name);

TEST_P(AppendOnly, ForbidsUpdates) {
    expect_forbidden("UPDATE journal SET programme = 'x'");
    expect_forbidden("UPDATE schema_version SET version = 7");
}

TEST_P(AppendOnly, ForbidsDeletes) {
    expect_forbidden("DELETE FROM journal");
    expect_forbidden("DELETE FROM schema_version");
}

TEST_P(AppendOnly, ForbidsReplacingAnEntryAndLeavingOutANumber) {
    const std::string again = "INSERT INTO journal SELECT number, kind, 'pathology', quarter, body FROM journal";
    expect_forbidden(again + " WHERE number = 1");
    expect_forbidden("INSERT INTO journal SELECT number + 2, kind, programme, quarter, body FROM journal");
    if (GetParam() == Backend::sqlite)
        expect_forbidden("INSERT OR REPLACE" + again.substr(std::string("INSERT").size()));
}

TEST_P(AppendOnly, TakesNoEntryThatIsNotJson) {
    EXPECT_THROW(run("INSERT INTO journal VALUES (2, 'return', 'imaging', '2022-23Q4', '{')"), Poco::Exception);
    EXPECT_THROW(run("INSERT INTO journal VALUES (2, 'song', 'imaging', '2022-23Q4', '{}')"), Poco::Exception);
    EXPECT_EQ(opened().append(sample_return()), 2);
}

TEST_P(AppendOnly, RefusesAnEntryThatItDoesNotUnderstand) {
    run("INSERT INTO journal VALUES (2, 'return', 'imaging', '2022-23Q4', '{}')");
    EXPECT_NE(refusal([&] { opened().returns(quarter("2022-23Q4")); }).find("entry 2 holds what this program"),
              std::string::npos);
}

}  // namespace
}  // namespace quarterdeck::returns
