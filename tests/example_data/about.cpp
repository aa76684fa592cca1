#include "about.h"

#include <fmt/format.h>

#include "population.h"

namespace quarterdeck::example {

namespace {

constexpr std::string_view introduction = R"(# Example data

**The staff records in this directory are synthetic. Nobody in them exists.** They are drawn by a program and calibrated
to figures that were published; nothing in them comes from a record of a person. Numbers of people (`SYN…`), employees
(`EX…`, `EY…`) and subjective codes (`SYN…`) are made up and recognisable as such.

)";

constexpr std::string_view calibration = R"(
## What the records are calibrated to

The nine tables of the published appendix for March 2023, its age profile and its skill mix:

- Counted again, a published row in which nothing is suppressed comes out exactly: headcount, FTE to two decimals, male,
  female, over 55 (56 and over).
- A suppressed figure is drawn from what is possible in 1 to 4, whatever the figures around it would say. The example
  tells nothing about what is hidden. What must move with a drawn figure moves.
- Where published cells contradict each other, the nearest possible value is taken.
- The four lower age bands follow the published shares as far as the over-55 counts allow. The pay bands of
  cytoscreeners follow the published skill mix; the other areas have the bands of their rows.

`calibration.csv` lists every open published figure that the example doesn't have, with the difference and the reason.

Staff outside diagnostics, and assignments that aren't counted (career breaks, maternity leave, suspensions, bank,
honorary), have no published figures here; their numbers are rough.
)";

constexpr std::string_view contents = R"(
## What is here

| file | what |
|---|---|
| `assignments/*.csv` | one row an assignment at a snapshot date |
| `establishment/*.csv` | funded FTE by organisation and subjective code, made up: a few per cent above the FTE in post |
| `subjective_codes/*.csv` | whom each subjective code funds, made up too |
| `training/*.csv` | commissioned places, planned outputs and CCT output, as published |
| `published/*.csv` | staff in post by year, observed and projected, as published for England |
| `calibration.csv` | where the example differs from published figures, and why |
| `dataset.yaml` | says that the records are synthetic |

Organisations, occupation codes, job roles and pay bands are real ones. Some specialties and staff groups have no
occupation code in the reference list; the code is empty there.

)";

constexpr std::string_view codes = R"(## Subjective codes

A letter behind the code tells the bands or grade: A for bands 2 to 4, B for 5 and 6, C for 7, 8a and 8b, D for 8c, 8d and
9, N for other pay, K for consultants, R for specialty registrars, S for other doctors.

| subjective code | staff |
|---|---|
)";

}  // namespace

std::string dataset_yaml() {
    return "synthetic: true\n"
           "description:\n"
           "  en: Synthetic staff records, calibrated to the tables published for March 2023. Nobody in them exists.\n"
           "  cy: Cofnodion staff synthetig, wedi'u graddnodi i'r tablau a gyhoeddwyd ar gyfer Mawrth 2023. Nid oes "
           "neb "
           "ynddynt yn bodoli.\n";
}

std::string readme(const Options& options, std::uint64_t people) {
    std::string text(introduction);
    text += fmt::format(
        "{} people; seed {}. Written by\n\n    quarterdeck-example-data --published DIR --out DIR --seed {}", people,
        options.seed, options.seed);
    if (options.people) text += fmt::format(" --people {}", *options.people);
    text += "\n\nThe same arguments and published tables give the same bytes.\n";
    if (options.people)
        text +=
            "\nThe mix is scaled up: figures are multiples of the published ones, and about 3 % of the people hold "
            "two\nassignments. `calibration.csv` describes the mix before scaling.\n";
    text += calibration;
    text += contents;
    text += codes;
    for (const Population& population : populations())
        text += fmt::format("| {} | {}{}{} |\n", population.subjective_code, population.table,
                            population.table.empty() ? "" : ": ",
                            population.band.empty() ? population.staff_group : population.band);
    return text;
}

}  // namespace quarterdeck::example
