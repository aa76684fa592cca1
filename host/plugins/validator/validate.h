#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "plugins/fleet.h"
#include "plugins/validator/check_list.h"

namespace quarterdeck::plugins {

/// What came of one check.
struct CheckOutcome {
    enum class Status { passed, failed, not_tried };

    const Check* check = nullptr;
    Status status = Status::passed;
    std::string what;  ///< a sentence, unless it passed
};

/// All checks, in the order in which they are run.
std::vector<const Check*> all_checks();

/// Runs checks of one plugin, in worker processes of their own. `chosen`: a part of `all_checks()`. Never throws for
/// what the plugin does; `Refusal` when the worker program is missing.
std::vector<CheckOutcome> validate(const std::filesystem::path& plugin, const std::vector<const Check*>& chosen,
                                   const Limits& limits);

}  // namespace quarterdeck::plugins
