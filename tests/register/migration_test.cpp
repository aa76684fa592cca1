#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

using namespace Poco::Data::Keywords;

/// A register as the first version wrote it, with one return and its correction.
class Migration : public Shelf {
protected:
    Migration() {
        std::ifstream schema(REGISTER_DATA "/schema-1.sql");
        std::stringstream text;
        text << schema.rdbuf();
        run(text.str());
        add(1, "amber");
        add(2, "red");
    }

    void add(int number, const std::string& rating) const {
        const std::string n = std::to_string(number);
        run("BEGIN; INSERT INTO return_entries VALUES (" + n + ", 1, 'IMG-A1', 'in_progress', '" + rating +
            "', 40, 'Dwy ysgol ar ôl.', '2023-09-30'), (" + n + ", 2, 'IMG-A2', 'complete', 'blue', 100, '', NULL); " +
            "INSERT INTO programme_returns VALUES (" + n + ", 'imaging', '2022-23Q4', 'Programme manager', " +
            "'2023-04-14', 'imaging.csv', '" + std::string(64, 'a') + "'); COMMIT");
    }
};

Return expected(std::int64_t number, Rating rating) {
    Return content = sample_return();
    content.entries[0].narrative = "Dwy ysgol ar ôl.";
    content.entries[0].rating = rating;
    content.number = number;
    return content;
}

TEST_F(Migration, KeepsTheReturnsOfTheFirstVersionUnderTheirNumbers) {
    EXPECT_THAT(opened().returns(quarter("2022-23Q4")),
                testing::ElementsAre(expected(1, Rating::amber), expected(2, Rating::red)));
    EXPECT_EQ(opened().append(sample_return()), 3);
    EXPECT_EQ(value("SELECT max(version) FROM schema_version"), "2");
}

TEST_F(Migration, LeavesTheFirstVersionWhenItsContentIsNotUnderstood) {
    run("INSERT INTO return_entries VALUES (3, 1, 'IMG-A1', 'on_hold', 'red', 1, '', '2023-99-99')");
    run("BEGIN; INSERT INTO programme_returns VALUES (3, 'imaging', '2022-23Q4', '', '2023-04-15', 'x', '" +
        std::string(64, 'b') + "'); COMMIT");
    EXPECT_THAT(refusal([&] { opened(); }), testing::HasSubstr("return 3 holds a forecast"));
    EXPECT_EQ(value("SELECT max(version) FROM schema_version"), "1");
    EXPECT_EQ(value("SELECT count(*) FROM sqlite_master WHERE name = 'journal'"), "0");
}

}  // namespace
}  // namespace quarterdeck::returns
