#include <fmt/format.h>

#include <csignal>
#include <exception>

#include "cli/load_command.h"
#include "process/heap.h"
#include "refusal.h"
#include "version.h"

namespace {

using quarterdeck::cli::Status;

constexpr auto examples = R"(
Examples:
  quarterdeck report appendix-tables --data records --as-at 2023-03-31 --out march
  quarterdeck check records
  quarterdeck explain imaging/diagnostic_radiology "Diagnostic Radiographers" "Band 5-6" fte \
    --data records --as-at 2023-03-31
  quarterdeck audit march
  quarterdeck plugins list
  quarterdeck returns import imaging.xlsx --register returns.sqlite

Ends with 0: done; 1: done, but something is missing and named; 2: wrong use;
3: input refused, nothing written; 4: internal error.)";

Status run(const quarterdeck::cli::Chosen& chosen) {
    try {
        return chosen();
    } catch (const quarterdeck::Refusal& refusal) {
        fmt::print(stderr, "{}\n", refusal.what());
        return Status::refused;
    } catch (const quarterdeck::WrongUse& wrong) {
        fmt::print(stderr, "{}\n", wrong.what());
        return Status::wrong_use;
    } catch (const std::exception& error) {
        fmt::print(stderr, "Internal error: {}. Nothing was written.\n", error.what());
        return Status::internal_error;
    }
}

}  // namespace

int main(int argc, char** argv) {
    quarterdeck::take_heap_in_large_pages();
    // A reader that goes away and a file that may not grow are errors like others.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    CLI::App app(
        "Workforce reports of national diagnostics programmes: from staff records and programme plugins to "
        "protected tables in HTML, Excel and CSV, in English and Welsh.",
        "quarterdeck");
    app.set_version_flag("--version", quarterdeck::version);
    app.require_subcommand(1);
    app.footer(examples);
    quarterdeck::cli::Chosen chosen;
    quarterdeck::cli::add_report(app, chosen);
    quarterdeck::cli::add_check(app, chosen);
    quarterdeck::cli::add_load(app, chosen);
    quarterdeck::cli::add_audit(app, chosen);
    quarterdeck::cli::add_explain(app, chosen);
    quarterdeck::cli::add_plugins(app, chosen);
    quarterdeck::cli::add_returns(app, chosen);
    quarterdeck::cli::add_template(app, chosen);
    quarterdeck::cli::add_check_workbook(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(Status::wrong_use);
    }
    return static_cast<int>(run(chosen));
}
