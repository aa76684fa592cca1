#pragma once

#include <memory>
#include <string>
#include <utility>

#include "refusal.h"
#include "snapshot/input.h"

namespace quarterdeck::snapshot {

/// A data directory that reports can't be made from, with everything that was found in it.
struct RefusedInput : Refusal {
    RefusedInput(const std::string& text, std::shared_ptr<const Input> refused)
        : Refusal(text), input(std::move(refused)) {}

    std::shared_ptr<const Input> input;  ///< counts and findings, without snapshots; never null
};

}  // namespace quarterdeck::snapshot
