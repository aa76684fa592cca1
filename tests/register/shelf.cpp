#include "shelf.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace quarterdeck::returns {

using namespace Poco::Data::Keywords;

namespace {

Poco::Data::Session session_on(const std::string& file) {
    Poco::Data::SQLite::Connector::registerConnector();
    return {Poco::Data::SQLite::Connector::KEY, file};
}

}  // namespace

Shelf::Shelf() {
    std::string name = (std::filesystem::temp_directory_path() / "register-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    folder_ = name;
}

Shelf::~Shelf() {
    std::error_code error;
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
    std::filesystem::remove_all(folder_, error);
}

void Shelf::run(const std::string& sql) const {
    Poco::Data::Session session = session_on(file());
    session << sql, now;
}

std::string Shelf::value(const std::string& sql) const {
    Poco::Data::Session session = session_on(file());
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
