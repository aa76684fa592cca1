#include "register/place.h"

#include <gmock/gmock.h>

#include "refusal.h"

namespace quarterdeck::returns {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string refused(const std::string& place) {
    try {
        read_place(place);
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    return "nothing was refused";
}

TEST(Place, IsAFileOrAServersDatabase) {
    EXPECT_EQ(std::get<FilePlace>(read_place("sqlite:///a/b.sqlite")).path, "/a/b.sqlite");
    EXPECT_EQ(std::get<FilePlace>(read_place("/a/../c.sqlite")).path, "/c.sqlite");
    const auto server = std::get<ServerPlace>(read_place("postgresql://board@db.example:5433/returns"));
    EXPECT_EQ(server.host, "db.example");
    EXPECT_EQ(server.port, "5433");
    EXPECT_EQ(server.user, "board");
    EXPECT_EQ(server.database, "returns");
    EXPECT_EQ(shown(read_place("postgresql:///returns")), "postgresql:///returns");
}

TEST(Place, RefusesWhatIsNeither) {
    for (const char* place :
         {"mysql://localhost/returns", "sqlite://server/returns", "sqlite:///", "://", "", "postgresql://localhost",
          "postgresql://localhost/", "postgresql://localhost/a?x=1", "postgresql://localhost/a%20host%3Delsewhere"})
        EXPECT_THAT(refused(place), HasSubstr("sqlite:///path")) << place;
}

TEST(Place, NeverShowsAPassword) {
    EXPECT_THAT(refused("postgresql://board:opensesame@localhost/returns"),
                AllOf(HasSubstr("PGPASSWORD"), HasSubstr("~/.pgpass"), Not(HasSubstr("opensesame"))));
    EXPECT_THAT(refused("mysql://board:opensesame@localhost/returns"), Not(HasSubstr("opensesame")));
}

}  // namespace
}  // namespace quarterdeck::returns
