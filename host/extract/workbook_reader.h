#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace quarterdeck::extract {

/// What the program says that reads workbooks beside this one, under limits of its own.
struct WorkbookReply {
    bool refused = false;
    std::string text;  ///< what was asked for; the sentences of the refusal if `refused`
};

/// Asks quarterdeck-workbook-reader for the "records" or the "cells" of the workbook at a descriptor. Nothing when it
/// fails, says more than `most` bytes, or takes longer than `deadline`. Throws `std::system_error` when it can't be
/// started.
std::optional<WorkbookReply> ask_workbook_reader(const std::string& what, int workbook, std::chrono::seconds deadline,
                                                 std::size_t most);

}  // namespace quarterdeck::extract
