#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace quarterdeck::cli {

/// What `quarterdeck` ends with.
enum class Status {
    done = 0,
    incomplete = 1,  ///< done, but something is missing from the output and was named
    wrong_use = 2,
    refused = 3,  ///< input refused, nothing written
    internal_error = 4,
};

/// A command adds itself to the command line; `chosen` is set to what runs it when the user calls it.
using Chosen = std::function<Status()>;

void add_report(CLI::App& app, Chosen& chosen);
void add_audit(CLI::App& app, Chosen& chosen);
void add_check(CLI::App& app, Chosen& chosen);
void add_explain(CLI::App& app, Chosen& chosen);
void add_plugins(CLI::App& app, Chosen& chosen);
void add_returns(CLI::App& app, Chosen& chosen);
void add_template(CLI::App& app, Chosen& chosen);
void add_check_workbook(CLI::App& app, Chosen& chosen);

}  // namespace quarterdeck::cli
