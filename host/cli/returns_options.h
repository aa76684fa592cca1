#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/print.h"
#include "plugins/fleet.h"
#include "register/definitions.h"
#include "register/quarter.h"

namespace quarterdeck::cli {

/// What the commands of `returns` are called with; each uses some of it.
struct ReturnsOptions {
    std::string file;
    std::string programme;
    std::string quarter;
    std::string place;
    std::string by;
    std::string on;
    std::string language = "en";
    std::string out;
    std::string plugins;
    std::string design;
    bool draft = false;
    bool json = false;
};

Status issue_return(const ReturnsOptions& options);
Status import_return(const ReturnsOptions& options);
Status approve_return(const ReturnsOptions& options);
Status show_returns(const ReturnsOptions& options);
Status export_translation(const ReturnsOptions& options);
Status import_translation(const ReturnsOptions& options);
Status enter_calendar(const ReturnsOptions& options);
Status show_definitions(const ReturnsOptions& options);

/// Throws `WrongUse` for another text than a quarter's.
returns::Quarter quarter_of(const std::string& text);

/// --on, or today. Throws `WrongUse`.
Date day_of(const ReturnsOptions& options);

plugins::Fleet fleet_of(const ReturnsOptions& options);

/// Throws `Refusal` naming the nearest one, and the plugins that were refused.
const Programme& programme_of(const plugins::Fleet& fleet, const std::string& id);

/// What a programme's plugin defines now.
returns::Definitions definitions_of(const Programme& programme);

/// "IMG-A1, IMG-A2 and 7 more".
std::string first_of(const std::vector<std::string>& ids);

}  // namespace quarterdeck::cli
