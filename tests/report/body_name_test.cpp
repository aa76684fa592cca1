#include "render/body_name.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace quarterdeck::testing {
namespace {

using render::body_name;
using render::Sentence;

report::Locale names() {
    const Folder folder;
    folder.write("en.yaml", "board:\n  only_in:\n    en: (English only)\nnames:\n  heiw: HEIW\n  boards: HBs\n");
    folder.write("cy.yaml",
                 "board:\n  only_in:\n    en: (Saesneg yn unig)\nnames:\n  heiw: AaGIC\n  boards: Byrddau iechyd\n");
    return report::Locale::read(folder.path());
}

TEST(BodyName, IsInTheReadersLanguageWhereItIsKnown) {
    EXPECT_EQ(body_name("HEIW/HBs", names(), Language::welsh), Sentence{"AaGIC/Byrddau iechyd"});
    EXPECT_EQ(body_name("HEIW/HBs", names(), Language::english), Sentence{"HEIW/HBs"});
}

TEST(BodyName, IsMarkedAsEnglishWhenAPartOfItIsNotKnown) {
    const Sentence marked{"HEIW/Wales Gene Park", Language::english, "(Saesneg yn unig)"};
    EXPECT_EQ(body_name("HEIW/Wales Gene Park", names(), Language::welsh), marked);
    EXPECT_EQ(body_name("Wales Gene Park", names(), Language::english), Sentence{"Wales Gene Park"});
}

TEST(BodyName, LeavesAnAbbreviationThatBothLanguagesShare) {
    EXPECT_EQ(body_name("RISP/HEIW", names(), Language::welsh), Sentence{"RISP/AaGIC"});
}

}  // namespace
}  // namespace quarterdeck::testing
