#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "example.h"
#include "refusal.h"

namespace {

int fail(int status, const std::exception& error) {
    fmt::print(stderr, "quarterdeck-example-data: {}\n", error.what());
    return status;
}

int run(int count, char** arguments) {
    quarterdeck::example::Options options;
    std::uint64_t people = 0;
    CLI::App app{
        "Writes a directory of synthetic staff records that are calibrated to published tables.\n"
        "Exit status: 0 done; 2 wrong use; 3 input refused or output not writable; 4 internal error.",
        "quarterdeck-example-data"};
    app.add_option("--published", options.published, "directory of the published tables")->required()->type_name("DIR");
    app.add_option("--out", options.out, "directory to write: absent, empty, or an example written earlier")
        ->required()
        ->type_name("DIR");
    const auto* scaled = app.add_option("--people", people, "scale the mix up to so many people")->type_name("N");
    app.add_option("--seed", options.seed, "another seed draws other people; default 1")->type_name("S");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (scaled->count() > 0) options.people = people;
    const auto written = quarterdeck::example::write_example(options);
    fmt::print("Wrote synthetic records of {} people to {}.\n", written.people, options.out.string());
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const quarterdeck::WrongUse& error) {
        return fail(2, error);
    } catch (const quarterdeck::Refusal& error) {
        return fail(3, error);
    } catch (const std::exception& error) {
        return fail(4, error);
    }
}
