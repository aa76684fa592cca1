#include "shelf.h"

#include <Poco/Data/Session.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "register/session.h"
#include "server.h"

namespace quarterdeck::returns {

using namespace Poco::Data::Keywords;

Shelf::Shelf(Backend backend) {
    place_ = backend == Backend::sqlite ? file() : Server::shared().new_database();
}

void Shelf::run(const std::string& sql) const {
    Poco::Data::Session session = open_session(read_place(place_));
    session << sql, now;
}

std::string Shelf::value(const std::string& sql) const {
    Poco::Data::Session session = open_session(read_place(place_));
    std::string value;
    session << sql, into(value), now;
    return value;
}

Quarter quarter(const std::string& text) {
    return Quarter::parse(text).value();
}

Return sample_return() {
    return {.programme = "imaging",
            .quarter = quarter("2022-23Q4"),
            .submitted_by = "Programme manager",
            .submitted_on = {2023, 4, 14},
            .source_file = "imaging.csv",
            .source_sha256 = std::string(64, 'a'),
            .entries = {{.action_id = "IMG-A1",
                         .status = Status::in_progress,
                         .rating = Rating::amber,
                         .percent_complete = 40,
                         .narrative = "Dwy ysgol ar ôl.\nThe \"second\" cohort began; it's full.",
                         .forecast = Date{2023, 9, 30}},
                        {.action_id = "IMG-A2",
                         .status = Status::complete,
                         .rating = Rating::blue,
                         .percent_complete = 100,
                         .narrative = "",
                         .forecast = {}}},
            .number = 0};
}

Return full_return() {
    Return content = sample_return();
    content.language = Language::welsh;
    content.definitions_sha256 = std::string(64, 'd');
    content.entries[0].rating_reason = "A tutor left.";
    content.overview = {.rating = Rating::amber,
                        .rating_reason = "Two courses are late.",
                        .summary = "Mae'r gwaith yn parhau.",
                        .done = "One course began.",
                        .planned = "The second course."};
    content.milestones = {{.id = "IMG-M1", .state = Milestone::State::met, .met_on = Date{2023, 3, 1}},
                          {.id = "IMG-M2",
                           .state = Milestone::State::slipped,
                           .forecast = Date{2023, 12, 31},
                           .narrative = "Waiting for rooms."}};
    content.risks = {{.id = "IMG-R1",
                      .likelihood = 4,
                      .impact = 5,
                      .mitigation = "More places.",
                      .owner = "Head of imaging",
                      .trend = Risk::Trend::rising},
                     {.id = "R1", .title = "An added risk", .closed = true}};
    content.issues = {{.id = "I1",
                       .title = "No tutor",
                       .response = "Advertised",
                       .owner = "Programme manager",
                       .raised_on = Date{2023, 2, 1},
                       .resolved_on = {}}};
    content.decisions = {{.id = "D1",
                          .question = "May the date move?",
                          .owner = "Governance group",
                          .needed_by = Date{2023, 3, 1},
                          .decided_on = Date{2023, 3, 2},
                          .outcome = "Yes, to December."},
                         {.id = "D2", .question = "Who pays?", .owner = "Finance"}};
    content.dependencies = {{.programme = "imaging", .id = "IMG-I1", .rating = Rating::red, .view = "They are late."},
                            {.programme = "pathology", .id = "IMG-I1", .view = "Another one of the same id."}};
    content.measurements = {{.id = "IMG-A1",
                             .kind = Indicator::Kind::outcome,
                             .baseline = Decimal{1250, 2},
                             .target = Decimal{20, 0},
                             .actual = Decimal{-3, 1},
                             .metric = "key_figures/headcount",
                             .narrative = "Counted."},
                            {.id = "IMG-A1", .kind = Indicator::Kind::process, .actual = Decimal{7, 0}}};
    content.baseline_moves = {{.id = "IMG-M2", .to = Date{2023, 12, 31}, .decision = "D1"}};
    return content;
}

Return long_return(int entries) {
    Return content = sample_return();
    content.entries.clear();
    for (int i = 1; i <= entries; ++i)
        content.entries.push_back({.action_id = "E" + std::to_string(i),
                                   .status = Status::on_hold,
                                   .rating = Rating::red,
                                   .percent_complete = i % 100,
                                   .narrative = std::string(4000, 'x'),
                                   .forecast = {}});
    return content;
}

pid_t begin(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    int status = 99;
    try {
        status = work();
    } catch (...) {
        status = 98;
    }
    ::_exit(status);
}

int end_of(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

}  // namespace quarterdeck::returns
