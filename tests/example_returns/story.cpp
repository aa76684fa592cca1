#include "story.h"

#include <map>
#include <vector>

namespace quarterdeck::example {
namespace {

using returns::Decision;
using returns::Milestone;
using returns::Rating;
using returns::Return;
using returns::Risk;
using returns::Status;
using Trend = Risk::Trend;

constexpr const char* group = "Governance group";
constexpr const char* manager = "Programme manager";

Return begun(const std::string& programme, const returns::Quarter& quarter, const returns::Overview& overview) {
    return {.programme = programme,
            .quarter = quarter,
            .submitted_by = "Programme manager (made-up return)",
            .entries = {},
            .overview = overview};
}

Risk risk(const char* id, int likelihood, int impact, Trend trend, const char* mitigation, const char* title = "") {
    return {.id = id,
            .title = title,
            .likelihood = likelihood,
            .impact = impact,
            .mitigation = mitigation,
            .owner = manager,
            .trend = trend};
}

returns::Measurement measured(const char* id, int baseline, int target, int actual) {
    return {.id = id,
            .baseline = Decimal{baseline, 0},
            .target = Decimal{target, 0},
            .actual = Decimal{actual, 0},
            .metric = "",
            .narrative = ""};
}

Return imaging(const returns::Quarter& quarter, bool second) {
    Return told = begun("imaging", quarter,
                        {.rating = second ? Rating::green : Rating::amber,
                         .rating_reason = second ? "The planning posts that were vacant in the autumn are filled." : "",
                         .summary = second ? "Planning is on course again, and the first day for radiology managers is "
                                             "prepared."
                                           : "Planning is behind, since two posts are vacant.",
                         .done = second ? "Scopes of practice were compared in all health boards; a common list is out "
                                          "for comment. Managers were invited to the planning day."
                                        : "Health boards sent their scopes of practice.",
                         .planned = second ? "Settle the common list. Hold the planning day and write down what it "
                                             "brought."
                                           : "Compare the scopes of practice. Fill the two posts."});
    told.entries = {
        {.action_id = "IMG-P1-2023",
         .status = Status::in_progress,
         .rating = Rating::green,
         .percent_complete = second ? 60 : 30,
         .narrative = second ? "The hall is booked for the autumn, later than planned." : "A date is sought.",
         .forecast = second ? Date{2023, 11, 30} : Date{2023, 9, 30}},
        {.action_id = "IMG-A3",
         .status = Status::in_progress,
         .rating = Rating::green,
         .percent_complete = second ? 100 : 80,
         .narrative = second ? "Roles are described; the group will sign them off." : "Most roles are described.",
         .forecast = Date{2023, 6, 30}}};
    told.risks = {risk("IMG-R1", second ? 4 : 3, 4, second ? Trend::rising : Trend::steady,
                       "Reporting is shared between health boards."),
                  risk("IMG-R2", 3, 5, Trend::steady, ""),
                  risk("IMG-R3", 2, 3, Trend::falling, "Each site has a named contact.")};
    told.issues = {{.id = "I1",
                    .title = "Placements for students are short in one region",
                    .response = "Two sites are asked to take part.",
                    .owner = manager,
                    .raised_on = Date{2022, 11, 14},
                    .resolved_on = {}}};
    told.decisions = {{.id = "D1",
                       .question = "Shall assistant practitioner posts be funded for a second year?",
                       .owner = group,
                       .needed_by = Date{2023, 5, 31},
                       .decided_on = {},
                       .outcome = ""}};
    told.measurements = {measured("1.1", 12, 40, second ? 19 : 15), measured("1.2", 8, 20, second ? 9 : 11)};
    return told;
}

Return pathology(const returns::Quarter& quarter, bool second) {
    Return told =
        begun("pathology", quarter,
              {.rating = Rating::red,
               .rating_reason = "",
               .summary = second ? "The academy still has no host, so teaching can't be planned."
                                 : "No organisation has offered to host the academy.",
               .done = second ? "Costs of three ways to host were worked out." : "All organisations were asked.",
               .planned = second ? "Put the three ways side by side." : "Work out what hosting would cost."});
    const bool met = second;
    told.milestones = {{.id = "PAT-M1",
                        .state = second ? Milestone::State::slipped : Milestone::State::expected,
                        .met_on = {},
                        .forecast = second ? Date{2023, 6, 30} : Date{2022, 12, 31},
                        .narrative = second ? "Waits for a host." : "On course."},
                       {.id = "PAT-M2",
                        .state = met ? Milestone::State::met : Milestone::State::expected,
                        .met_on = met ? std::optional(Date{2023, 2, 20}) : std::nullopt,
                        .forecast = met ? std::nullopt : std::optional(Date{2023, 3, 31}),
                        .narrative = met ? "Met a year ahead of the plan." : "On course."}};
    told.risks = {risk("PAT-R1", 5, 4, second ? Trend::steady : Trend::rising, "Overtime and locums, at a cost."),
                  risk("PAT-R2", 4, 4, Trend::steady, "Late applications are taken."),
                  risk("PAT-R3", 3, 3, Trend::steady, "Old equipment is replaced first.")};
    told.decisions = {{.id = "D1",
                       .question = "May the first milestone be due by the end of 2022 rather than in 2024?",
                       .owner = group,
                       .needed_by = Date{2022, 9, 30},
                       .decided_on = Date{2022, 9, 15},
                       .outcome = "Agreed: 31 December 2022."}};
    if (!second) told.baseline_moves = {{"PAT-M1", {2022, 12, 31}, "D1"}};
    return told;
}

Return endoscopy(const returns::Quarter& quarter, bool second) {
    Return told = begun(
        "endoscopy", quarter,
        {.rating = second ? Rating::amber : Rating::green,
         .rating_reason = second ? "Fewer trainers than needed came forward for the second course." : "",
         .summary = second ? "Training goes on, with too few trainers for the summer."
                           : "The first course is full, and units are content with it.",
         .done = second ? "The first course ended; nearly all who began it finished." : "The first course began.",
         .planned = second ? "Find trainers for the summer. Publish the strategy." : "Prepare the second course."});
    told.risks = {risk("END-R1", 4, 5, second ? Trend::rising : Trend::steady, "Trainers are shared between units."),
                  risk("END-R2", 3, 4, Trend::steady, "Exit interviews, and offers to come back part-time."),
                  risk("END-R3", 2, 4, Trend::steady, "Lists are planned six weeks ahead.")};
    if (second)
        told.decisions = {{.id = "D1",
                           .question = "Shall units release trainers for one day a month, and at whose cost?",
                           .owner = group,
                           .needed_by = Date{2023, 5, 12},
                           .decided_on = {},
                           .outcome = ""}};
    return told;
}

std::optional<Return> genomics(const returns::Quarter& quarter, bool second) {
    if (second) return std::nullopt;
    Return told = begun("genomics", quarter,
                        {.rating = Rating::green,
                         .rating_reason = "",
                         .summary = "The scope of the workforce plan is being written with the partnership.",
                         .done = "A first outline went to both boards.",
                         .planned = "Agree the scope."});
    told.decisions = {{.id = "D1",
                       .question = "By when shall the scope of the plan be set down?",
                       .owner = group,
                       .needed_by = Date{2022, 10, 31},
                       .decided_on = Date{2022, 10, 14},
                       .outcome = "By 31 December 2022."}};
    told.baseline_moves = {{"GEN-M1", {2022, 12, 31}, "D1"}};
    told.risks = {risk("GEN-R1", 4, 4, Trend::steady, "Two trainee posts are shared with a university."),
                  risk("GEN-R2", 3, 4, Trend::steady, "Clinics are run together with other regions."),
                  risk("GEN-R3", 3, 3, Trend::falling, "E-learning is on its way.")};
    return told;
}

Return healthcare_science(const returns::Quarter& quarter, bool second) {
    Return told = begun("healthcare_science", quarter,
                        {.rating = Rating::green,
                         .rating_reason = "",
                         .summary = second ? "The network's work is on course; new occupation codes aren't in use yet."
                                           : "The network's work is on course.",
                         .done = second ? "Directors of workforce joined the group on the career framework."
                                        : "The network agreed what it does first.",
                         .planned = second ? "Bring the new codes into use. Draft the chapter on job plans."
                                           : "Invite directors of workforce."});
    told.milestones = {{.id = "HCS-M1",
                        .state = Milestone::State::slipped,
                        .met_on = {},
                        .forecast = second ? Date{2023, 7, 31} : Date{2023, 3, 31},
                        .narrative = second ? "Organisations need more time to recode." : "Recoding has begun."}};
    told.decisions = {{.id = "D1",
                       .question = "May the new codes be due before the plan has them?",
                       .owner = group,
                       .needed_by = Date{2022, 7, 31},
                       .decided_on = Date{2022, 7, 8},
                       .outcome = "Agreed: 30 September 2022."}};
    if (!second) told.baseline_moves = {{"HCS-M1", {2022, 9, 30}, "D1"}};
    told.risks = {risk("HCS-R1", 3, 4, Trend::steady, "Placements are planned with universities each spring."),
                  risk("HCS-R2", 4, 3, second ? Trend::falling : Trend::steady, "Career pathways are made known."),
                  risk("HCS-R3", 2, 3, Trend::steady, "Small professions have a seat in the network."),
                  risk("R1", second ? 3 : 2, 4, second ? Trend::rising : Trend::steady,
                       "Managers are told what an apprentice may do.", "Apprentices are used to fill vacancies")};
    told.measurements = {measured("HCS-F-W4", 40, 80, second ? 52 : 46),
                         measured("HCS-F-W7", 10, 30, second ? 30 : 24)};
    for (returns::Measurement& one : told.measurements) one.kind = Indicator::Kind::outcome;
    return told;
}

}  // namespace

std::optional<Return> story(const std::string& programme, const returns::Quarter& quarter) {
    const bool second = quarter.text() == second_quarter;
    if (!second && quarter.text() != first_quarter) return std::nullopt;
    if (programme == "imaging") return imaging(quarter, second);
    if (programme == "pathology") return pathology(quarter, second);
    if (programme == "endoscopy") return endoscopy(quarter, second);
    if (programme == "genomics") return genomics(quarter, second);
    if (programme == "healthcare_science") return healthcare_science(quarter, second);
    return std::nullopt;
}

}  // namespace quarterdeck::example
