#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>

#include "../temporary_folder.h"
#include "refusal.h"
#include "register/register.h"

namespace quarterdeck::returns {

enum class Backend { sqlite, postgresql };

/// A folder of its own for each test, with one register in it, or a database of its own.
class Shelf : public testing::Test {
protected:
    explicit Shelf(Backend backend = Backend::sqlite);

    std::filesystem::path folder() const { return folder_.path(); }
    std::string file() const { return (folder() / "returns.sqlite").string(); }
    const std::string& place() const { return place_; }
    Register created() const { return Register::open(place_, Register::WhenAbsent::create); }
    Register opened() const { return Register::open(place_, Register::WhenAbsent::refuse); }

    /// SQL past the register, as another program would run it. Throws Poco's exceptions.
    void run(const std::string& sql) const;
    std::string value(const std::string& sql) const;

private:
    TemporaryFolder folder_;
    std::string place_;
};

/// A test that runs on an SQLite file and on a PostgreSQL server.
class OnBoth : public Shelf, public testing::WithParamInterface<Backend> {
protected:
    OnBoth() : Shelf(GetParam()) {}
};

/// For INSTANTIATE_TEST_SUITE_P.
inline auto both_backends() {
    return testing::Values(Backend::sqlite, Backend::postgresql);
}
inline std::string backend_name(const testing::TestParamInfo<Backend>& info) {
    return info.param == Backend::sqlite ? "sqlite" : "postgresql";
}

Quarter quarter(const std::string& text);

/// A return of imaging for 2022-23Q4 with two actions.
Return sample_return();

/// The same with something of every kind.
Return full_return();

/// The same with so many entries, each with a narrative of 4,000 characters.
Return long_return(int entries);

/// Runs work in a process of its own, which ends with what it returns.
pid_t begin(const std::function<int()>& work);

/// Waits for a process and gives its status as `waitpid` has it.
int end_of(pid_t child);

/// What a call is refused with.
template <class Call>
std::string refusal(Call&& call) {
    try {
        call();
    } catch (const Refusal& refused) {
        return refused.what();
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

}  // namespace quarterdeck::returns
