#include <algorithm>
#include <utility>

#include "common/outlook/plan.h"
#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

using outlook::Assumption;

Text illustration() {
    return {"Assumption for illustration, to be replaced by the programme's own: no figure is published",
            "Tybiaeth er enghraifft, i'w disodli gan un y rhaglen ei hun: ni chyhoeddir ffigur"};
}

Assumption illustrated(const char* id, Text title, std::int64_t low, std::int64_t central, std::int64_t high) {
    return {
        .id = id, .title = std::move(title), .low = low, .central = central, .high = high, .source = illustration()};
}

/// In thousandths of a per cent.
std::vector<Assumption> usual() {
    return {
        illustrated(outlook::retirement_55,
                    {"Retire in a year, aged 55 to 59", "Yn ymddeol mewn blwyddyn, 55 i 59 oed"}, 2'000, 4'000, 6'000),
        illustrated(outlook::retirement_60,
                    {"Retire in a year, aged 60 to 64", "Yn ymddeol mewn blwyddyn, 60 i 64 oed"}, 12'000, 18'000,
                    25'000),
        illustrated(outlook::retirement_65,
                    {"Retire in a year, aged 65 and over", "Yn ymddeol mewn blwyddyn, 65 oed a throsodd"}, 35'000,
                    45'000, 55'000),
        illustrated(outlook::leavers, {"Leave for other reasons, a year", "Yn gadael am resymau eraill, y flwyddyn"},
                    4'000, 5'000, 6'000),
        illustrated(outlook::recruitment,
                    {"Recruited from other jobs, of staff at the start",
                     "Wedi'u recriwtio o swyddi eraill, o'r staff ar "
                     "y dechrau"},
                    4'000, 5'000, 6'000),
        illustrated(outlook::overseas,
                    {"Recruited from overseas, of staff at the start",
                     "Wedi'u recriwtio o dramor, o'r staff ar y "
                     "dechrau"},
                    500, 1'000, 1'500),
        illustrated(outlook::attrition, {"Students leaving courses, a year", "Myfyrwyr yn gadael cyrsiau, y flwyddyn"},
                    2'000, 5'000, 8'000),
        illustrated(outlook::take_up,
                    {"Graduates who take a post in the programme", "Graddedigion sy'n cymryd swydd yn y rhaglen"},
                    75'000, 85'000, 95'000),
        {.id = outlook::qualified_take_up,
         .title = {"Doctors completing training who take a post in Wales",
                   "Meddygon yn cwblhau hyfforddiant sy'n cymryd swydd yng Nghymru"},
         .low = 50'000,
         .central = 75'000,
         .high = 100'000,
         .source =
             {"Of those who completed training in the two years before the plan, half in gastroenterology and all "
              "in histopathology took consultant posts in Wales (HEIW, strategic diagnostic workforce plan "
              "2023-25). The middle is taken as central.",
              "O'r rhai a gwblhaodd hyfforddiant yn y ddwy flynedd cyn y cynllun, cymerodd hanner mewn "
              "gastroenteroleg a phawb mewn histopatholeg swydd ymgynghorydd yng Nghymru (AaGIC, cynllun gweithlu "
              "diagnostig strategol 2023-25). Cymerir y canol yn werth canolog."}},
        illustrated(outlook::participation, {"Change in FTE per head, a year", "Newid yn CALl y pen, y flwyddyn"}, -600,
                    -300, 0),
        {.id = outlook::activity,
         .title = {"Growth in activity, a year", "Twf mewn gweithgarwch, y flwyddyn"},
         .low = 4'000,
         .central = 5'500,
         .high = 7'000,
         .source = {"Demand for almost all diagnostics grows by 4% to 7% a year: The King's Fund, Why do diagnostics "
                    "matter? (2022), cited in HEIW's strategic diagnostic workforce plan 2023-25. The middle is taken "
                    "as central.",
                    "Mae'r galw am bron bob math o ddiagnosteg yn tyfu 4% i 7% y flwyddyn: The King's Fund, Why do "
                    "diagnostics matter? (2022), a ddyfynnir yng nghynllun gweithlu diagnostig strategol AaGIC "
                    "2023-25. Cymerir y canol yn werth canolog."}},
        {.id = outlook::productivity,
         .title = {"Growth in productivity, a year", "Twf mewn cynhyrchiant, y flwyddyn"},
         .low = 0,
         .central = 950,
         .high = 1'900,
         .source =
             {"High: NHS England's goal of about 10% for each network from digital diagnostics (slides on healthcare "
              "science, March 2023), spread over five years. Low: none of it. The middle is taken as central.",
              "Uchel: nod GIG Lloegr o tua 10% i bob rhwydwaith o ddiagnosteg ddigidol (sleidiau ar wyddor gofal "
              "iechyd, Mawrth 2023), wedi'i wasgaru dros bum mlynedd. Isel: dim ohono. Cymerir y canol yn werth "
              "canolog."}},
    };
}

}  // namespace

Assumption attrition_of(std::int64_t low, std::int64_t central, std::int64_t high, const Text& counted) {
    return {.id = outlook::attrition,
            .low = low,
            .central = central,
            .high = high,
            .source = joined(
                counted, {"Worked out from the places of 2020-21 to 2022-23 by year of study (HEIW, strategic "
                          "diagnostic workforce plan 2023-25), each year's students against those of the year before. "
                          "Low and high: the step with the fewest and the most who left.",
                          "Cyfrifwyd o leoedd 2020-21 i 2022-23 yn ôl blwyddyn astudio (AaGIC, cynllun gweithlu "
                          "diagnostig strategol 2023-25), myfyrwyr pob blwyddyn o'u cymharu â rhai'r flwyddyn gynt. "
                          "Isel ac uchel: y cam gyda'r lleiaf a'r mwyaf yn gadael."})};
}

std::vector<Assumption> outlook_assumptions(const std::vector<Assumption>& own) {
    std::vector<Assumption> all = usual();
    for (Assumption& each : all) {
        const auto replaced =
            std::find_if(own.begin(), own.end(), [&](const Assumption& one) { return one.id == each.id; });
        if (replaced == own.end()) continue;
        const Text title = replaced->title.en.empty() ? each.title : replaced->title;
        each = *replaced;
        each.title = title;
    }
    return all;
}

void mark_unused(OutlookPlan& plan) {
    const auto mark = [&](const char* id, const Text& source) {
        for (Assumption& each : plan.assumptions)
            if (each.id == id) each.source = source;
    };
    if (!plan.courses)
        for (const char* id : {outlook::attrition, outlook::take_up})
            mark(id, {"Not used: no course is commissioned for these staff",
                      "Heb ei defnyddio: ni chomisiynir cwrs ar gyfer y staff hyn"});
    if (!plan.specialty)
        mark(outlook::qualified_take_up,
             {"Not used: no completed training is published for these staff",
              "Heb ei defnyddio: ni chyhoeddir hyfforddiant a gwblheir ar gyfer y staff hyn"});
}

}  // namespace quarterdeck::programmes
