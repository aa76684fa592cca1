#include <fmt/format.h>

#include <array>
#include <string_view>

#include "cli/check_options.h"
#include "cli/print.h"
#include "cli/progress_line.h"
#include "record_check/coding.h"
#include "refusal.h"
#include "snapshot/means.h"
#include "validate/message.h"

namespace quarterdeck::cli {
namespace {

using record_check::CodingQuality;
using record_check::CodingReport;

constexpr std::string_view for_whom = "For the analyst's own eyes, not for publication: small numbers aren't protected";

struct Kind {
    const char* id;
    const char* title;
};
constexpr std::array<Kind, record_check::coding_count> kinds{{{"none", "none"},
                                                              {"malformed", "malformed"},
                                                              {"unknown", "unknown"},
                                                              {"retired", "retired"},
                                                              {"against_staff_group", "group"},
                                                              {"against_band", "band"},
                                                              {"good", "good"}}};

std::string day(std::int32_t date) {
    return fmt::format("{:04}-{:02}-{:02}", date / 10'000, date / 100 % 100, date % 100);
}

/// Posts with a good code in per cent to one place, rounded half up.
std::string good_percent(const CodingQuality& quality) {
    const std::uint64_t all = quality.all_posts();
    const std::uint64_t tenths = (2000 * quality.posts.back() + all) / (2 * all);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

/// People and FTE that stand behind one kind of fault.
std::string behind(const CodingQuality& quality, std::size_t kind) {
    const std::int64_t hundredths = (quality.fte[kind] + 500) / 1000;
    return fmt::format("{} people, {}.{:02} FTE", quality.people[kind], hundredths / 100, hundredths % 100);
}

void print_table(std::string_view title, const std::vector<CodingQuality>& rows) {
    fmt::print("\n{:<52}{:>8}{:>8}", title, "posts", "good %");
    for (std::size_t kind = 0; kind + 1 < kinds.size(); ++kind) fmt::print("{:>11}", kinds[kind].title);
    fmt::print("\n");
    for (const CodingQuality& row : rows) {
        fmt::print("  {:<50.50}{:>8}{:>8}", row.of, row.all_posts(), good_percent(row));
        for (std::size_t kind = 0; kind + 1 < kinds.size(); ++kind) fmt::print("{:>11}", row.posts[kind]);
        fmt::print("\n");
    }
}

/// What follows for the figures that are made from the codes of a programme.
void print_effects(const CodingReport& report) {
    constexpr std::array<const char*, record_check::coding_count> effects{
        "have no code: populations find them by area of work or job role, or not at all",
        "have a code that can't be one: no population finds them by it",
        "have a code of no diagnostics programme",
        "have a retired code: populations of current codes miss them",
        "have a code of another staff group: they count in a row of another group",
        "have a code that doesn't go with their band: they count in the row of the band",
        ""};
    fmt::print("\nWhat it does to figures\n");
    bool any = false;
    for (const CodingQuality& row : report.programmes)
        for (std::size_t kind = 0; kind + 1 < kinds.size(); ++kind) {
            if (row.posts[kind] == 0) continue;
            any = true;
            fmt::print("  {}: {} {}.\n", row.of, behind(row, kind), effects[kind]);
        }
    if (!any) fmt::print("  Nothing: every post has a good code.\n");
}

Json rows_json(const std::vector<CodingQuality>& rows) {
    Json list = Json::array();
    for (const CodingQuality& row : rows) {
        Json codings = Json::object();
        for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            codings[kinds[kind].id] = {
                {"posts", row.posts[kind]},
                {"people", row.people[kind]},
                {"fte", fmt::format("{}.{:05}", row.fte[kind] / 100'000, row.fte[kind] % 100'000)}};
        list.push_back(
            {{"of", row.of}, {"posts", row.all_posts()}, {"good_percent", good_percent(row)}, {"codings", codings}});
    }
    return list;
}

std::vector<CodingReport> look(const CheckOptions& options) {
    ProgressLine line(options.quiet);
    const Progress progress = line.progress();
    progress("Reading records");
    const snapshot::Input input = snapshot::check_input(options.directory, {.advance = progress.advance});
    if (const std::string refused = validate::refusal_text(input.findings); !refused.empty()) throw Refusal(refused);
    progress("Looking at codes");
    return record_check::coding_quality(record_check::read_records(options.directory, progress.advance));
}

}  // namespace

Status check_coding(const CheckOptions& options) {
    Json dates = Json::array();
    for (const CodingReport& report : look(options)) {
        if (options.json) {
            dates.push_back({{"date", day(report.date)},
                             {"organisations", rows_json(report.organisations)},
                             {"programmes", rows_json(report.programmes)}});
            continue;
        }
        fmt::print("Occupation codes at {}. {}.\n", day(report.date), for_whom);
        print_table("Organisation", report.organisations);
        print_table("Programme, by the code", report.programmes);
        print_effects(report);
        fmt::print("\n");
    }
    if (options.json) print(Json{{"protected", false}, {"dates", dates}});
    return Status::done;
}

}  // namespace quarterdeck::cli
