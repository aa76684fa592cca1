// The first boundary, as it was published, beside today's.

#include <gtest/gtest.h>

#include <cstddef>

#include "quarterdeck/abi.h"
#include "shelf.h"

#undef QUARTERDECK_ABI_H
#undef QD_MAGIC
#undef QD_ABI_MAJOR
#undef QD_ABI_MINOR
#define quarterdeck_plugin first_quarterdeck_plugin
namespace first {
#include "first_abi/abi.h"
}
#undef quarterdeck_plugin

namespace {

using namespace quarterdeck;

#define EXPECT_SAME_PLACE(type, member)                                 \
    EXPECT_EQ(offsetof(::type, member), offsetof(first::type, member)); \
    EXPECT_EQ(sizeof(::type::member), sizeof(first::type::member))

TEST(FirstAbi, KeepsThePlaceOfEveryMember) {
    EXPECT_SAME_PLACE(qd_text, data);
    EXPECT_SAME_PLACE(qd_text, length);
    EXPECT_EQ(sizeof(::qd_text), sizeof(first::qd_text));
    EXPECT_SAME_PLACE(qd_host, size);
    EXPECT_SAME_PLACE(qd_host, context);
    EXPECT_SAME_PLACE(qd_host, emit);
    EXPECT_SAME_PLACE(qd_host, log);
    EXPECT_SAME_PLACE(qd_host, fail);
    EXPECT_SAME_PLACE(qd_host, cancelled);
    EXPECT_GE(sizeof(::qd_host), sizeof(first::qd_host));
    EXPECT_SAME_PLACE(qd_plugin, magic);
    EXPECT_SAME_PLACE(qd_plugin, size);
    EXPECT_SAME_PLACE(qd_plugin, abi_major);
    EXPECT_SAME_PLACE(qd_plugin, abi_minor);
    EXPECT_SAME_PLACE(qd_plugin, describe);
    EXPECT_SAME_PLACE(qd_plugin, compute);
    EXPECT_GE(sizeof(::qd_plugin), sizeof(first::qd_plugin));
}

TEST(FirstAbi, IsLoadedAndComputes) {
    const plugins::Fleet fleet = plugins::Fleet::launch_files({shelf::file("first_abi")}, {});
    const auto* plugin = shelf::loaded(fleet, "first");
    ASSERT_NE(plugin, nullptr);
    EXPECT_EQ(plugin->abi, "1.0");
    EXPECT_EQ(plugin->programme.actions.size(), 1U);
    const Table table = shelf::metric(*plugin, "answer").compute({shelf::answer()});
    EXPECT_EQ(table.rows.at(0).figures.at(0), Figure(Decimal{.units = 42, .places = 1}));
    EXPECT_EQ(fleet.log_of(shelf::file("first_abi")), "computing\n");
}

}  // namespace
