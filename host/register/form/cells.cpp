#include "register/form/cells.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "extract/workbook.h"
#include "process/limits.h"
#include "process/read_all.h"
#include "refusal.h"
#include "workbook_input/cell_import.h"
#include "workbook_input/package_check.h"

namespace quarterdeck::returns {

namespace {

using nlohmann::json;

constexpr std::uint64_t most_memory = std::uint64_t{1} << 30;
constexpr std::uint64_t most_seconds = 20;
constexpr std::chrono::seconds deadline{60};
constexpr std::size_t largest_reply = std::size_t{128} << 20;
constexpr std::size_t most_cells = 200'000;

constexpr workbook_input::PackageRules rules{
    .largest_part = std::uint64_t{32} << 20,
    .largest_whole = std::uint64_t{96} << 20,
    .most_parts = 1'000,
    .thing = "a return",
    .other = "Fill in the workbook that `quarterdeck returns issue` wrote, and save it as .xlsx.",
    .large = "Copy the answers into the workbook as it was issued."};

/// Collects what stands in cells; what formulas give is of no interest.
class Collected : public workbook_input::CellSink {
public:
    void begin_sheet(std::string_view name) override { cells.sheets.push_back({std::string(name), {}}); }
    void put(const workbook_input::CellPlace& place, workbook_input::Value value) override {
        keep(place, {kind_of(value.kind), std::move(value.text)});
    }
    void put_formula(const workbook_input::CellPlace& place, std::optional<workbook_input::Value> /*result*/) override {
        keep(place, {Cell::Kind::formula, ""});
    }

    Cells cells;

private:
    static Cell::Kind kind_of(workbook_input::Value::Kind kind) {
        switch (kind) {
            case workbook_input::Value::Kind::number: return Cell::Kind::number;
            case workbook_input::Value::Kind::boolean: return Cell::Kind::boolean;
            case workbook_input::Value::Kind::text: break;
        }
        return Cell::Kind::text;
    }

    void keep(const workbook_input::CellPlace& place, Cell cell) {
        if (++count_ > most_cells)
            throw Refusal(fmt::format(
                "the workbook holds more than {} cells; a return has a few thousand. Copy the answers into the "
                "workbook as it was issued.",
                most_cells));
        auto& known = cells.sheets.at(place.sheet).cells;
        const std::pair at{place.row, place.column};
        if (const auto there = known.find(at); there == known.end() || there->second.kind != Cell::Kind::formula)
            known[at] = std::move(cell);
    }

    std::size_t count_ = 0;
};

Cells collected(std::string_view bytes) {
    Collected collected;
    collected.cells.days_from_1904 = workbook_input::import_cells(bytes, collected);
    return std::move(collected.cells);
}

json cells_json(const Cells& cells) {
    json sheets = json::array();
    for (const CellSheet& sheet : cells.sheets) {
        json list = json::array();
        for (const auto& [place, cell] : sheet.cells)
            list.push_back({place.first, place.second, static_cast<int>(cell.kind), cell.text});
        sheets.push_back({{"name", sheet.name}, {"cells", std::move(list)}});
    }
    return {{"sheets", std::move(sheets)}, {"days_from_1904", cells.days_from_1904}};
}

/// What the child answers: the cells, or a refusal.
std::string answer(std::string_view bytes) {
    json reply;
    try {
        workbook_input::check_package(bytes, rules);
        reply = cells_json(collected(bytes));
    } catch (const Refusal& refusal) {
        reply = {{"refused", refusal.what()}};
    } catch (const std::bad_alloc&) {
        reply = {{"refused",
                  "reading the workbook takes more memory than a return may. Copy the answers into the "
                  "workbook as it was issued."}};
    } catch (const std::exception&) {
        reply = {{"refused",
                  "the workbook is damaged: its sheets can't be read. Open it in Excel, save it again, or "
                  "ask for a copy."}};
    }
    return reply.dump(-1, ' ', false, json::error_handler_t::replace);
}

[[noreturn]] void work(std::string_view bytes, int out) {
    limit_this_process(most_memory, most_seconds);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    const std::string reply = answer(bytes);
    for (std::size_t sent = 0; sent < reply.size();) {
        const ssize_t now = ::write(out, reply.data() + sent, reply.size() - sent);
        if (now <= 0) ::_exit(1);
        sent += static_cast<std::size_t>(now);
    }
    ::_exit(0);
}

Cells cells_from(const json& reply) {
    Cells cells{.sheets = {}, .days_from_1904 = reply.at("days_from_1904").get<bool>()};
    for (const json& sheet : reply.at("sheets")) {
        CellSheet& into = cells.sheets.emplace_back();
        into.name = sheet.at("name").get<std::string>();
        for (const json& cell : sheet.at("cells"))
            into.cells[{cell[0].get<std::size_t>(), cell[1].get<std::size_t>()}] = {
                static_cast<Cell::Kind>(cell[2].get<int>()), cell[3].get<std::string>()};
    }
    return cells;
}

}  // namespace

const CellSheet* Cells::sheet(const std::string& name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const CellSheet& one) { return one.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

Cells read_cells(std::string_view bytes) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("No pipe to the process that reads a workbook.");
    const pid_t child = ::fork();
    if (child == 0) work(bytes, ends[1]);
    ::close(ends[1]);
    if (child < 0) {
        ::close(ends[0]);
        throw std::runtime_error("No process to read a workbook in.");
    }
    const std::optional<std::string> text = read_all(ends[0], deadline, largest_reply);
    ::close(ends[0]);
    if (!text) ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    const json reply = text && status == 0 ? json::parse(*text, nullptr, false) : json();
    if (!reply.is_object())
        throw Refusal(
            "reading the workbook takes more time or memory than a return may, or fails. Copy the answers into the "
            "workbook as it was issued.");
    if (reply.contains("refused")) throw Refusal(reply.at("refused").get<std::string>());
    return cells_from(reply);
}

std::string cell_name(std::size_t row, std::size_t column) {
    return extract::cell_name(row, column);
}

}  // namespace quarterdeck::returns
