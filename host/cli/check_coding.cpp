#include <fmt/format.h>

#include <array>
#include <string_view>

#include "cli/check_options.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/progress_line.h"
#include "cli/summary.h"
#include "explain/coding_effects.h"
#include "plugins/fleet.h"
#include "record_check/coding.h"
#include "record_check/lookup.h"
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

/// Posts with a code that isn't good, without those that have none.
std::uint64_t bad_posts(const explain::CodingEffect& effect) {
    std::uint64_t bad = 0;
    for (std::size_t kind = 0; kind < effect.by_coding.size(); ++kind) {
        const auto coding = static_cast<record_check::Coding>(kind);
        if (coding != record_check::Coding::none && coding != record_check::Coding::good) bad += effect.by_coding[kind];
    }
    return bad;
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

/// What bad codes do to each metric's figures, all of its rows together.
void print_figures(const explain::CodingEffects& effects) {
    fmt::print("\n{:<52}{:>8}{:>12}{:>14}{:>12}\n", "Published figures, rows of a metric together", "posts", "bad code",
               "by bad code", "left out");
    for (const explain::CodingEffect& effect : effects.metrics) {
        const std::uint64_t bad = bad_posts(effect);
        if (bad == 0 && effect.left_out == 0) continue;
        fmt::print("  {:<50.50}{:>8}{:>12}{:>14}{:>12}\n", effect.metric, effect.counted, bad, effect.by_bad_code,
                   effect.left_out);
    }
    fmt::print(
        "  bad code: counted with one; by bad code: counted because of it alone; left out: would count if the code "
        "were "
        "spelled right.\n");
    if (effects.left_out.empty()) return;
    fmt::print("\nLeft out because of a bad code, by organisation and programme\n");
    for (const explain::LeftOutPosts& left_out : effects.left_out)
        fmt::print("  {} {}, {}: {}\n", left_out.organisation, record_check::organisation_name(left_out.organisation),
                   left_out.programme, counted(left_out.posts, "post"));
}

Json figures_json(const explain::CodingEffects& effects) {
    Json metrics = Json::array();
    for (const explain::CodingEffect& effect : effects.metrics) {
        Json codings = Json::object();
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) codings[kinds[kind].id] = effect.by_coding[kind];
        metrics.push_back({{"metric", effect.metric},
                           {"posts", effect.counted},
                           {"codings", codings},
                           {"by_bad_code", effect.by_bad_code},
                           {"left_out", effect.left_out}});
    }
    Json left_out = Json::array();
    for (const explain::LeftOutPosts& posts : effects.left_out)
        left_out.push_back(
            {{"organisation", posts.organisation}, {"programme", posts.programme}, {"posts", posts.posts}});
    return {{"metrics", metrics}, {"left_out", left_out}};
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
    const plugins::Fleet fleet = plugins::Fleet::launch(chosen_plugins(options.plugins), {});
    std::vector<const Programme*> programmes;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) programmes.push_back(&plugin.programme);
    Json dates = Json::array();
    for (const CodingReport& report : look(options)) {
        const explain::CodingEffects effects =
            explain::coding_effects(options.directory, programmes, *Date::parse(day(report.date)));
        if (options.json) {
            dates.push_back({{"date", day(report.date)},
                             {"organisations", rows_json(report.organisations)},
                             {"programmes", rows_json(report.programmes)},
                             {"figures", figures_json(effects)}});
            continue;
        }
        fmt::print("Occupation codes at {}. {}.\n", day(report.date), for_whom);
        print_table("Organisation", report.organisations);
        print_table("Programme, by the code", report.programmes);
        print_effects(report);
        print_figures(effects);
        fmt::print("\n");
    }
    if (options.json) print(Json{{"protected", false}, {"dates", dates}});
    return Status::done;
}

}  // namespace quarterdeck::cli
