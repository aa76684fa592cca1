// Reads the workbook at descriptor 4 and writes its one sheet to descriptor 3: "ok", the sheet's name and its rows as
// CSV, or "refused" and a sentence. Runs beside the host, under limits, so that a workbook made to harm costs nothing
// but itself.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "process/limits.h"
#include "refusal.h"
#include "workbook_input/package_check.h"
#include "workbook_input/reader/sheet_csv.h"

namespace {

using namespace quarterdeck;

constexpr int out = 3;
constexpr int in = 4;
constexpr std::uint64_t most_memory = std::uint64_t{3} << 30;
constexpr std::uint64_t most_seconds = 240;

constexpr workbook_input::PackageRules rules{.largest_part = std::uint64_t{640} << 20,
                                             .largest_whole = std::uint64_t{768} << 20,
                                             .most_parts = 1'000,
                                             .thing = "a workbook of records",
                                             .other = "Save the records as an Excel workbook (.xlsx) or as CSV.",
                                             .large = "Export the records as CSV, which has no such limit.",
                                             .errors_are_refused = true};

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

void answer() {
    workbook_input::RecordSheets sheets;
    bool days_from_1904 = false;
    {
        const std::string bytes = whole_file();
        workbook_input::check_package(bytes, rules);
        days_from_1904 = workbook_input::import_cells(bytes, sheets);
    }
    const std::size_t sheet = sheets.only_sheet();
    write_all("ok\n" + sheets.name(sheet) + "\n");
    sheets.csv(sheet, days_from_1904, [](const std::string& part) { write_all(part); });
}

}  // namespace

int main() {
    limit_this_process(most_memory, most_seconds);
    try {
        answer();
    } catch (const Refusal& refusal) {
        write_all(std::string("refused\n") + refusal.what());
    } catch (const std::bad_alloc&) {
        write_all("refused\nreading the workbook takes too much memory. Export the records as CSV.");
    } catch (const std::exception&) {
        write_all(
            "refused\nthe workbook is damaged: its sheets can't be read. Open it in Excel, save it again, or export "
            "the "
            "records as CSV.");
    }
    return 0;
}
