#include "register/form/cells.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "extract/workbook.h"
#include "extract/workbook_reader.h"
#include "process/descriptor.h"
#include "refusal.h"

namespace quarterdeck::returns {

namespace {

using nlohmann::json;

constexpr std::chrono::seconds deadline{60};
constexpr std::size_t largest_reply = std::size_t{128} << 20;

/// The bytes in memory, for another process to read.
Descriptor file_in_memory(std::string_view bytes) {
    Descriptor memory(::memfd_create("return", MFD_CLOEXEC));
    for (std::size_t done = 0; memory.get() >= 0 && done < bytes.size();) {
        const ssize_t now = ::write(memory.get(), bytes.data() + done, bytes.size() - done);
        if (now <= 0) throw std::runtime_error("No memory to read a workbook in.");
        done += static_cast<std::size_t>(now);
    }
    return memory;
}

/// What the reader calls the kinds, in their order.
constexpr std::array<std::string_view, 4> kinds{"text", "number", "boolean", "formula"};

Cell::Kind kind_of(const std::string& name) {
    const auto* const found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end()) throw std::invalid_argument(name);
    return static_cast<Cell::Kind>(found - kinds.begin());
}

Cells cells_from(const json& reply) {
    Cells cells{.sheets = {}, .days_from_1904 = reply.at("days_from_1904").get<bool>()};
    for (const json& sheet : reply.at("sheets")) {
        CellSheet& into = cells.sheets.emplace_back();
        into.name = sheet.at("name").get<std::string>();
        for (const json& cell : sheet.at("cells"))
            into.cells[{cell[0].get<std::size_t>(), cell[1].get<std::size_t>()}] = {kind_of(cell[2].get<std::string>()),
                                                                                    cell[3].get<std::string>()};
    }
    return cells;
}

std::optional<extract::WorkbookReply> asked(std::string_view bytes) {
    try {
        return extract::ask_workbook_reader("cells", file_in_memory(bytes).get(), deadline, largest_reply);
    } catch (const std::system_error&) {
        throw std::runtime_error("the program that reads workbooks, quarterdeck-workbook-reader, can't be started");
    }
}

}  // namespace

const CellSheet* Cells::sheet(const std::string& name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const CellSheet& one) { return one.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

Cells read_cells(std::string_view bytes) {
    const std::optional<extract::WorkbookReply> reply = asked(bytes);
    if (reply && reply->refused) throw Refusal(reply->text);
    try {
        if (reply) return cells_from(json::parse(reply->text));
    } catch (const std::exception&) {  // the reader was led astray
    }
    throw Refusal(
        "reading the workbook takes more time or memory than a return may, or fails. Copy the answers into the "
        "workbook as it was issued.");
}

std::string cell_name(std::size_t row, std::size_t column) {
    return extract::cell_name(row, column);
}

}  // namespace quarterdeck::returns
