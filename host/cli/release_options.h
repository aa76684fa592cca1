#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline.h"

namespace quarterdeck::cli {

/// What is said of how a release is to stand.
struct ReleaseOptions {
    std::string state;
    std::string audience;
    std::string embargo;
    std::string by;
    std::string note;
    std::string on;
    int edition = 0;
    std::vector<std::string> previous;
    bool first_release = false;
};

void add_release_options(CLI::App& command, ReleaseOptions& options);

/// Throws `WrongUse` for options that don't fit together, a time that is none, and a person where a role is expected.
ReleaseRequest release_request(const ReleaseOptions& options);

/// How the release stands, and what it prints otherwise than an earlier one.
void print_standing(const ReportOutcome& outcome);
nlohmann::ordered_json standing_json(const ReportOutcome& outcome);

}  // namespace quarterdeck::cli
