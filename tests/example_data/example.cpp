#include "example.h"

#include <fmt/format.h>

#include <deque>
#include <future>
#include <string>
#include <thread>

#include "about.h"
#include "calibration_list.h"
#include "establishment.h"
#include "output_directory.h"
#include "people.h"
#include "record_row.h"
#include "records.h"
#include "refusal.h"
#include "second_posts.h"
#include "series.h"

namespace quarterdeck::example {

namespace {

constexpr std::uint64_t most_people = 90'000'000;

void check_people(const Options& options, std::uint64_t base) {
    if (!options.people || (*options.people >= base && *options.people <= most_people)) return;
    throw WrongUse(
        fmt::format("--people is {}; expected a number from {}, which the published tables and the staff "
                    "around them need, to {}.",
                    *options.people, base, most_people));
}

void save(const OutputDirectory& out, std::string_view name, std::string_view text) {
    OutputFile file(out.file(name));
    file.write(text);
    file.close();
}

/// Makes blocks on all processors and writes them in their order; only a few are in memory at a time.
InPost write_records(const Records& records, const OutputDirectory& out, bool earlier) {
    OutputFile now(out.file(fmt::format("assignments/{}.csv", snapshot_date)));
    now.write(record_columns);
    std::string year_ago(record_columns);
    InPost in_post;
    std::deque<std::future<Block>> pending;
    const std::size_t ahead = std::max(1U, std::thread::hardware_concurrency()) + 1;
    for (std::uint64_t next = 0; next < records.blocks() || !pending.empty();) {
        for (; next < records.blocks() && pending.size() < ahead; ++next)
            pending.push_back(std::async(std::launch::async, [&records, next] { return records.block(next); }));
        const Block block = pending.front().get();
        pending.pop_front();
        now.write(block.now);
        year_ago += block.earlier;
        for (const auto& [posts, fte] : block.in_post) in_post[posts] += fte;
    }
    now.close();
    if (earlier) save(out, fmt::format("assignments/{}.csv", earlier_date), year_ago + records.leavers());
    return in_post;
}

}  // namespace

Written write_example(const Options& options) {
    const Published published = read_published(options.published);
    const Reference reference;
    Jobs jobs(reference);
    Base base = build_base(published, jobs, options.seed);
    check_people(options, base.people.size());
    const std::uint64_t people = options.people.value_or(base.people.size());
    const bool scaled = options.people.has_value();

    OutputDirectory out(options.out);
    save(out, "calibration.csv", calibration_list(published, base, jobs));
    if (!scaled) give_second_posts(base.people, jobs, options.seed);
    const Records records(base.people, jobs, options.seed, people, scaled);
    const InPost in_post = write_records(records, out, !scaled);
    save(out, fmt::format("establishment/{}.csv", snapshot_date), establishment(in_post, options.seed));
    save(out, "subjective_codes/2023.csv", subjective_codes(jobs));
    write_series(options.published, out);
    save(out, "dataset.yaml", dataset_yaml());
    save(out, "README.md", readme(options, people));
    out.put_in_place();
    return {people, base.people.size()};
}

}  // namespace quarterdeck::example
