#include "extract/workbook_reader.h"

#include "process/child_process.h"
#include "process/installation.h"
#include "process/read_all.h"

namespace quarterdeck::extract {
std::optional<WorkbookReply> ask_workbook_reader(const std::string& what, int workbook, std::chrono::seconds deadline,
                                                 std::size_t most) {
    ChildProcess reader(installed("quarterdeck-workbook-reader"), {what}, {workbook});
    std::optional<std::string> said = read_all(reader.descriptor(), deadline, most);
    reader.wait(std::chrono::seconds(1));  // it ends by itself once it has said all
    if (reader.end() != 0 || !said) return std::nullopt;
    const std::size_t end = said->find('\n');
    const std::string verdict = said->substr(0, end);
    if (end == std::string::npos || (verdict != "ok" && verdict != "refused")) return std::nullopt;
    said->erase(0, end + 1);
    return WorkbookReply{verdict == "refused", *std::move(said)};
}

}  // namespace quarterdeck::extract
