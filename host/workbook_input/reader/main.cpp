// Reads the workbook at descriptor 4 and writes to descriptor 3: "ok" and what is asked for, or "refused" and
// sentences. "records" are the name of the workbook's one sheet and its rows as CSV, "cells" all that stands in cells.
// Runs beside the host, under limits, so that a workbook made to harm costs nothing but itself.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "process/limits.h"
#include "refusal.h"
#include "workbook_input/package_check.h"
#include "workbook_input/reader/cells_json.h"
#include "workbook_input/reader/sheet_csv.h"

namespace {

using namespace quarterdeck;

constexpr int out = 3;
constexpr int in = 4;

constexpr workbook_input::PackageRules of_records{.largest_part = std::uint64_t{640} << 20,
                                                  .largest_whole = std::uint64_t{768} << 20,
                                                  .most_parts = 1'000,
                                                  .thing = "a workbook of records",
                                                  .other = "Save the records as an Excel workbook (.xlsx) or as CSV.",
                                                  .large = "Export the records as CSV, which has no such limit.",
                                                  .errors_are_refused = true};

constexpr workbook_input::PackageRules of_returns{
    .largest_part = std::uint64_t{32} << 20,
    .largest_whole = std::uint64_t{96} << 20,
    .most_parts = 1'000,
    .thing = "a return",
    .other = "Fill in the workbook that `quarterdeck returns issue` wrote, and save it as .xlsx.",
    .large = "Copy the answers into the workbook as it was issued."};

void write_all(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(out, text.data(), text.size());
        if (written <= 0) ::_exit(1);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string whole_file() {
    struct stat about {};
    if (::fstat(in, &about) != 0) throw Refusal("the file can't be read. Check that you may read it.");
    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t size = ::pread(in, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (size <= 0) throw Refusal("the file changed while it was read. Wait until it is written completely.");
        at += static_cast<std::size_t>(size);
    }
    return bytes;
}

/// Lets the bytes go before the rows are made.
void answer_records(std::string& bytes) {
    workbook_input::check_package(bytes, of_records);
    workbook_input::RecordSheets sheets;
    const bool days_from_1904 = workbook_input::import_cells(bytes, sheets);
    std::string().swap(bytes);
    const std::size_t sheet = sheets.only_sheet();
    write_all("ok\n" + sheets.name(sheet) + "\n");
    sheets.csv(sheet, days_from_1904, [](const std::string& part) { write_all(part); });
}

void answer_cells(std::string& bytes) {
    workbook_input::check_package(bytes, of_returns);
    write_all("ok\n" + workbook_input::cells_json(bytes));
}

/// What may be asked for.
struct Task {
    std::string_view name;
    void (*answer)(std::string& bytes);
    std::uint64_t most_memory;
    std::uint64_t most_seconds;
    std::string_view too_large;
    std::string_view damaged;
};

constexpr std::array tasks{
    Task{"records", answer_records, std::uint64_t{3} << 30, 240,
         "reading the workbook takes too much memory. Export the records as CSV.",
         "the workbook is damaged: its sheets can't be read. Open it in Excel, save it again, or export the records as "
         "CSV."},
    Task{"cells", answer_cells, std::uint64_t{1} << 30, 20,
         "reading the workbook takes more memory than a return may. Copy the answers into the workbook as it was "
         "issued.",
         "the workbook is damaged: its sheets can't be read. Open it in Excel, save it again, or ask for a copy."}};

void refuse(std::string_view sentences) {
    write_all(std::string("refused\n").append(sentences));
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view wanted = count == 2 ? arguments[1] : "";
    const auto* const task =
        std::find_if(tasks.begin(), tasks.end(), [&](const Task& each) { return each.name == wanted; });
    if (task == tasks.end()) {
        std::fputs("quarterdeck-workbook-reader is started by quarterdeck: records | cells\n", stderr);
        return 2;
    }
    limit_this_process(task->most_memory, task->most_seconds);
    try {
        std::string bytes = whole_file();
        task->answer(bytes);
    } catch (const Refusal& refusal) {
        refuse(refusal.what());
    } catch (const std::bad_alloc&) {
        refuse(task->too_large);
    } catch (const std::exception&) {
        refuse(task->damaged);
    }
    return 0;
}
