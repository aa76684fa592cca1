#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/pattern.h"
#include "disclosure/protect.h"
#include "disclosure/solver_process.h"
#include "example.h"
#include "extract/sha256.h"
#include "extract/text_file.h"
#include "plan.h"
#include "plugins/fleet.h"
#include "query/evaluate.h"
#include "record_check/check.h"
#include "render/html.h"
#include "render/workbook.h"
#include "report/assemble.h"
#include "report/template_folder.h"
#include "snapshot/input.h"

namespace quarterdeck {
namespace {

constexpr Date as_at{2023, 3, 31};

/// Synthetic records, and what each stage hands to the next. QUARTERDECK_BENCH_PEOPLE sets the size.
class Stages {
public:
    static Stages& all() {
        static Stages stages;
        return stages;
    }

    ~Stages() { std::filesystem::remove_all(data); }
    Stages(const Stages&) = delete;
    Stages& operator=(const Stages&) = delete;

    snapshot::Input read() const { return snapshot::read_input(data, query::dates_needed(plan.queries, as_at)); }

    disclosure::Pattern pattern() const {
        const std::vector<std::string> names(plan.queries.size(), "metric");
        return disclosure::find_pattern(answers, membership, names, design.policy, {},
                                        disclosure::Solver(disclosure::own_solver()));
    }

    std::filesystem::path data;
    std::filesystem::path records;
    report::TemplateFolder design = report::TemplateFolder::read(BENCH_TEMPLATES, "appendix-tables");
    plugins::Fleet fleet = plugins::Fleet::launch(BENCH_PLUGINS, {});
    Plan plan = make_plan({design}, fleet);
    snapshot::Input input;
    query::Membership membership;
    std::vector<query::Answer> answers;
    std::optional<disclosure::Protector> protector;
    report::Report report;

private:
    Stages() : data(std::filesystem::temp_directory_path() / ("quarterdeck-bench-" + std::to_string(getpid()))) {
        const char* people = std::getenv("QUARTERDECK_BENCH_PEOPLE");
        example::write_example({.published = BENCH_PUBLISHED,
                                .out = data,
                                .people = people == nullptr ? 100'000 : std::strtoull(people, nullptr, 10)});
        records = data / "assignments" / (as_at.iso() + ".csv");
        input = read();
        answers = query::evaluate(plan.queries, input, as_at, membership);
        protector.emplace(answers, pattern());
        const report::Material material = publishable(plan, answers, design.locale, *protector, plan.missing);
        report = report::assemble(design, material, *protector);
        report.as_at = as_at;
        report.languages = {Language::english};
        for (report::Section& section : report.sections)
            for (report::Block& block : section.blocks)
                if (auto* table = std::get_if<report::TableBlock>(&block)) table->chart.reset();
    }
};

/// What is done with the records, a second.
void count_rows(benchmark::State& state, const Stages& stages) {
    const auto runs = static_cast<double>(state.iterations());
    state.counters["rows"] =
        benchmark::Counter(static_cast<double>(stages.input.rows_read) * runs, benchmark::Counter::kIsRate);
}

/// The limit of everything: each word of a large block of memory looked at once.
void memory_bandwidth(benchmark::State& state) {
    const std::vector<std::uint64_t> block(std::size_t{32} << 20, 1);
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (const std::uint64_t word : block) sum += word;
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(block.size() * sizeof block.front()));
}

void checksum(benchmark::State& state) {
    const extract::TextFile file(Stages::all().records);
    for (auto _ : state) benchmark::DoNotOptimize(extract::sha256(file.bytes()));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.bytes().size()));
}

void reading(benchmark::State& state) {
    const Stages& stages = Stages::all();
    for (auto _ : state) benchmark::DoNotOptimize(stages.read());
    count_rows(state, stages);
}

void counting(benchmark::State& state) {
    const Stages& stages = Stages::all();
    for (auto _ : state) {
        query::Membership membership;
        benchmark::DoNotOptimize(query::evaluate(stages.plan.queries, stages.input, as_at, membership));
    }
    count_rows(state, stages);
}

void checking(benchmark::State& state) {
    const Stages& stages = Stages::all();
    for (auto _ : state) benchmark::DoNotOptimize(record_check::check(stages.data));
    count_rows(state, stages);
}

void protecting(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Stages::all().pattern());
}

void rendering_html(benchmark::State& state) {
    const Stages& stages = Stages::all();
    for (auto _ : state) benchmark::DoNotOptimize(render::html(stages.report, stages.design, Language::english));
}

void rendering_workbook(benchmark::State& state) {
    const Stages& stages = Stages::all();
    for (auto _ : state) benchmark::DoNotOptimize(render::workbook(stages.report, stages.design, Language::english));
}

void launching_plugins(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(plugins::Fleet::launch(BENCH_PLUGINS, {}));
}

BENCHMARK(memory_bandwidth)->Unit(benchmark::kMillisecond);
BENCHMARK(checksum)->Unit(benchmark::kMillisecond);
BENCHMARK(reading)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(counting)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(checking)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(protecting)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(rendering_html)->Unit(benchmark::kMillisecond);
BENCHMARK(rendering_workbook)->Unit(benchmark::kMillisecond);
BENCHMARK(launching_plugins)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace quarterdeck

BENCHMARK_MAIN();
