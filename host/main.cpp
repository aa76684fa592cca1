#include <csignal>
#include <cstdio>
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

/// What is asked for, done.
int serve(int argc, char** argv) {
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
    return static_cast<int>(chosen());
}

/// Says on standard error why nothing was done; text that can't be written there is lost.
int failed(Status status, const char* before, const char* what, const char* after) noexcept {
    std::fprintf(stderr, "%s%s%s\n", before, what, after);
    return static_cast<int>(status);
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away and a file that may not grow are errors like others.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        quarterdeck::take_heap_in_large_pages();
        return serve(argc, argv);
    } catch (const quarterdeck::Refusal& refusal) {
        return failed(Status::refused, "", refusal.what(), "");
    } catch (const quarterdeck::WrongUse& wrong) {
        return failed(Status::wrong_use, "", wrong.what(), "");
    } catch (const std::exception& error) {
        return failed(Status::internal_error, "Internal error: ", error.what(), ". Nothing was written.");
    }
}
