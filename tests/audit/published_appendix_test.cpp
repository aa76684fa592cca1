#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/words.h"

namespace quarterdeck::audit {
namespace {

/// The published Appendix 1. How many figures can be found, never which value they have, is written down here.
Audit appendix() {
    const std::string folder = QUARTERDECK_PUBLISHED;
    return audit({read_published(folder + "/appendix1_workforce.csv", "workforce"),
                  read_published(folder + "/appendix1_totals.csv", "totals")},
                 5);
}

bool said(const Audit& audited, const std::string& sentence) {
    return std::any_of(audited.wider.contradictory.begin(), audited.wider.contradictory.end(), [&](std::size_t fact) {
        return fact_text(audited.evidence, audited.evidence.facts[fact]) == sentence;
    });
}

TEST(PublishedAppendix, HasSixtyFourSuppressedFigures) {
    const Audit audited = appendix();
    EXPECT_EQ(audited.sums.tally(audited.evidence, true, {}).suppressed, 62U);
    EXPECT_EQ(audited.sums.tally(audited.evidence, false, {}).suppressed, 2U);
    EXPECT_EQ(audited.sums.tally(audited.evidence, true, "Neurophysiology").suppressed, 10U);
}

/// Each of these is one subtraction: male = headcount − female, or the other way round, in a row that prints both.
TEST(PublishedAppendix, GivesAwayWhatOneSubtractionFinds) {
    const Audit audited = appendix();
    const auto exact = [&](const std::string& called) {
        return std::any_of(audited.sums.cells.begin(), audited.sums.cells.end(), [&](const CellFinding& found) {
            return name(audited.evidence.cells[found.cell]) == called && found.outcome == Outcome::exact;
        });
    };
    EXPECT_TRUE(exact("Pathology, Healthcare Scientists – Infection, Band 8c/8d/9, female"));
    EXPECT_TRUE(exact("Genomics, Counsellors- Genomics, Band 5-6, male"));
    EXPECT_TRUE(exact("Diagnostic Radiology, Medical, Other, male"));
    EXPECT_TRUE(exact("Endoscopy, Nursing - Endoscopy, Band 7/8a/8b, male"));
    EXPECT_TRUE(exact("Radiotherapy, Therapeutic Radiographers, Band 2-4, male"));
}

TEST(PublishedAppendix, ContradictsItselfAndIsAttackedAllTheSame) {
    const Audit audited = appendix();
    EXPECT_TRUE(said(audited,
                     "Pathology, Healthcare Scientists – Cellular, Band 8c/8d/9: over_55 21 is more than "
                     "headcount 16"));
    EXPECT_TRUE(said(audited, "Genomics, Total: headcount 227 isn't the sum of male 67 and female 164"));
    EXPECT_GT(audited.wider.tally(audited.evidence, true, {}).exact, 0U);
}

TEST(PublishedAppendix, MoreKnowledgeFindsMore) {
    const Audit audited = appendix();
    const Tally sums = audited.sums.tally(audited.evidence, true, {});
    const Tally wider = audited.wider.tally(audited.evidence, true, {});
    EXPECT_GT(wider.exact, sums.exact);
    EXPECT_LT(wider.untouched, sums.untouched);
    for (const CellFinding& found : audited.wider.cells) EXPECT_TRUE(found.proved);
}

TEST(PublishedAppendix, FootnoteNumbersAreNoLimits) {
    const Audit audited = appendix();
    EXPECT_EQ(audited.evidence.notes.size(), 2U);
    for (const Cell& cell : audited.evidence.cells) EXPECT_TRUE(!cell.hidden() || cell.printed.below == 5);
}

TEST(PublishedAppendix, ValuesAreShownOnlyWhenAskedFor) {
    const Audit audited = appendix();
    const auto without = audit_json(audited, false);
    const auto with = audit_json(audited, true);
    ASSERT_FALSE(with.at("cells").empty());
    ASSERT_EQ(without.at("cells").size(), with.at("cells").size());
    for (const auto& cell : without.at("cells")) EXPECT_FALSE(cell.contains("range"));
    for (const auto& cell : with.at("cells")) EXPECT_TRUE(cell.contains("range"));
}

}  // namespace
}  // namespace quarterdeck::audit
