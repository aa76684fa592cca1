// disclosure-measure DATA DATE [REQUEST]: protects the appendix report of a data directory and says what that took.
// Cells are counted once wherever they stand. With REQUEST the solver's request is written there too.

#include <chrono>
#include <fstream>
#include <iostream>
#include <set>

#include "disclosure/pattern.h"
#include "disclosure/problem.h"
#include "disclosure/solver_message.h"
#include "disclosure/solver_process.h"
#include "endoscopy/endoscopy.h"
#include "genomics/genomics.h"
#include "healthcare_science/healthcare_science.h"
#include "imaging/imaging.h"
#include "pathology/pathology.h"
#include "query/evaluate.h"

namespace {

using namespace quarterdeck;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

struct Asked {
    std::vector<Query> queries;
    std::vector<std::string> names;
};

Asked appendix_report() {
    const std::set<std::string> wanted{"appendix", "age_profile_medical", "age_profile_science", "skill_mix"};
    Asked asked;
    for (const Programme& programme : {programmes::pathology(), programmes::genomics(), programmes::imaging(),
                                       programmes::healthcare_science(), programmes::endoscopy()})
        for (const Metric& metric : programme.metrics) {
            if (metric.computed() || metric.tags.empty() || !wanted.contains(metric.tags.front())) continue;
            asked.queries.push_back(metric.query);
            asked.names.push_back(programme.id + "/" + metric.id);
        }
    return asked;
}

/// Hidden counts of the nine tables, each as often as it stands there.
std::size_t appendix_counts(const disclosure::Certificate& certificate) {
    const std::set<std::string> measures{"headcount", "male", "female", "over_55"};
    std::size_t counts = 0;
    for (const auto& cell : certificate.hidden)
        for (const auto& place : cell.places)
            if (place.answer.find("profile") == std::string::npos && place.answer.find("skill") == std::string::npos)
                counts += measures.count(place.measure);
    return counts;
}

void describe(const disclosure::Certificate& certificate) {
    std::cout << certificate.cells << " cells, " << certificate.relations << " relations\n"
              << certificate.counts << " counts, " << certificate.hidden_counts << " of them hidden\n"
              << certificate.primary << " primary, " << certificate.dependent << " dependent, " << certificate.secondary
              << " secondary\n"
              << appendix_counts(certificate) << " counts hidden in the appendix tables\n"
              << "cost " << certificate.cost << ", at least " << certificate.bound << "\n"
              << certificate.narrow.size() << " narrower than the policy whatever is hidden\n";
    for (const auto& cell : certificate.narrow)
        for (const auto& place : cell.places)
            std::cout << "  " << place.answer << ", " << place.row << ", " << place.measure << "\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const Asked asked = appendix_report();
    const Date as_at = Date::parse(arguments[2]).value();
    const auto input = snapshot::read_input(arguments[1], query::dates_needed(asked.queries, as_at));

    auto start = Clock::now();
    query::evaluate(asked.queries, input, as_at);
    std::cout << "counting: " << milliseconds(start) << " ms\n";
    start = Clock::now();
    query::Membership membership;
    const auto answers = query::evaluate(asked.queries, input, as_at, membership);
    std::cout << "counting with groups: " << milliseconds(start) << " ms; " << membership.people.size()
              << " groups of people\n";

    const disclosure::Policy policy;
    start = Clock::now();
    const auto problem = disclosure::build_problem(answers, membership, policy);
    std::cout << "problem: " << milliseconds(start) << " ms\n";
    if (count > 3) std::ofstream(arguments[3]) << disclosure::SolverRequest{problem.model, {}}.text();
    start = Clock::now();
    const auto pattern = disclosure::find_pattern(answers, membership, asked.names, policy, {},
                                                  disclosure::Solver(disclosure::own_solver()));
    std::cout << "pattern: " << milliseconds(start) << " ms\n";
    describe(pattern.certificate);
}
