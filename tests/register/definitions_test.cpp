#include "register/definitions.h"

#include <gmock/gmock.h>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Definitions first() {
    return {.programme = "imaging",
            .version = "1.0.0",
            .actions = {{.id = "A1", .title = {"Train", "Hyfforddi"}, .due = "2023-24Q4"},
                        {.id = "A2", .title = {"Plan", "Cynllunio"}, .lead = "HEIW"},
                        {.id = "A3", .title = {"Count", "Cyfrif"}}}};
}

TEST(Definitions, AreTheSameInAnotherVersionOfThePlugin) {
    Definitions later = first();
    later.version = "1.1.0";
    EXPECT_EQ(later.sha256(), first().sha256());
    EXPECT_THAT(changes(first(), later), IsEmpty());
}

TEST(Definitions, TellWhatWasAddedDroppedRewordedAndMoved) {
    Definitions later = first();
    later.actions[0].due = "2024-25Q2";
    later.actions[0].title.en = "Train more";
    later.actions[1].lead = "Programme";
    later.actions[2] = {.id = "A4", .title = {"Share", "Rhannu"}};
    using Kind = DefinitionChange::Kind;
    EXPECT_NE(later.sha256(), first().sha256());
    EXPECT_THAT(changes(first(), later), ElementsAre(DefinitionChange{Kind::reworded, "A1", "Train", "Train more"},
                                                     DefinitionChange{Kind::moved_date, "A1", "2023-24Q4", "2024-25Q2"},
                                                     DefinitionChange{Kind::changed, "A2", "Plan", "Plan"},
                                                     DefinitionChange{Kind::added, "A4", "", "Share"},
                                                     DefinitionChange{Kind::dropped, "A3", "Count", ""}));
}

using KeptDefinitions = OnBoth;
INSTANTIATE_TEST_SUITE_P(Register, KeptDefinitions, both_backends(), backend_name);

TEST_P(KeptDefinitions, AreAppendedWhenTheyChange) {
    Definitions later = first();
    later.actions.pop_back();
    Register filed = created();
    filed.keep(first());
    filed.keep(first());
    filed.keep(later);
    EXPECT_THAT(filed.definitions("imaging"), ElementsAre(first(), later));
    EXPECT_THAT(filed.definitions("imaging", 1), ElementsAre(first()));
    EXPECT_THAT(filed.definitions("pathology"), IsEmpty());
    EXPECT_EQ(filed.last_number(), 2);
}

}  // namespace
}  // namespace quarterdeck::returns
