// A sound plugin with one fault, which is named in its bytes: tests write another name over "none" in a copy.

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>

#include "quarterdeck/plugin.h"

namespace {

using namespace quarterdeck;

volatile char marker[64] = "QDFAULT:none";

std::string fault() {
    std::string name;
    for (std::size_t i = std::string_view("QDFAULT:").size(); marker[i] != '\0'; ++i) name += marker[i];
    return name;
}

bool is_fault(std::string_view name) {
    static const std::string own = fault();
    return own == name;
}

struct Constructed {
    Constructed() {
        if (is_fault("loads")) std::raise(SIGSEGV);
    }
} constructed;

Population staff() {
    return {.id = "all_staff",
            .version = is_fault("populations-are-complete") ? "" : "1",
            .title = {"All staff", "Yr holl staff"},
            .definition = {"Every counted assignment.", "Pob aseiniad sy'n cyfrif."}};
}

Query by_area() {
    return {
        .id = "by_area",
        .population = staff(),
        .labels = {{"area", {"Area", "Maes"}}},
        .rows = {{.id = "pathology", .labels = {{"Pathology", "Patholeg"}}, .where = matches(Field::job_role, {"P*"})},
                 {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}},
        .measures = {{.id = "headcount", .title = {"Headcount", "Nifer y staff"}},
                     {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}};
}

Query by_organisation() {
    return {.id = "by_organisation",
            .population = staff(),
            .by = {Field::organisation},
            .measures = {{.id = "headcount", .title = {"Headcount", "Nifer y staff"}}}};
}

Metric declared() {
    Metric metric{
        .id = "staff",
        .title = {"Staff in post", "Staff mewn swydd"},
        .definition = {"People with a counted assignment at the snapshot date.",
                       "Pobl sydd ag aseiniad sy'n cyfrif ar ddyddiad y ciplun."},
        .unit = {"People", "Pobl"},
        .query = by_area(),
        .formulas = {{.id = "fte_per_head", .title = {"FTE per head", "CALl y pen"}, .of = "fte", .over = "headcount"}},
        .chart = Chart{.title = {"Staff", "Y staff"}, .description = {"Bars", "Barrau"}, .series = {"headcount"}}};
    if (is_fault("ids-are-well-formed")) metric.tags = {"A tag"};
    if (is_fault("metrics-have-titles")) metric.title = {};
    if (is_fault("metrics-have-definitions")) metric.definition = {};
    if (is_fault("metrics-have-units")) metric.unit = {};
    if (is_fault("definitions-explain")) metric.definition = metric.title;
    if (is_fault("welsh-differs-from-english")) metric.definition.cy = metric.definition.en;
    if (is_fault("texts-are-plain")) metric.notes = {{"A <b>bold</b> note", "Nodyn"}};
    if (is_fault("texts-are-trimmed")) metric.notes = {{"A note", "Nodyn "}};
    if (is_fault("populations-keep-one-meaning")) metric.query.population.version = "2";
    if (is_fault("queries-can-be-answered")) metric.formulas[0].of = "posts";
    if (is_fault("metrics-are-declared-or-computed")) metric.needs = {by_organisation()};
    if (is_fault("columns-are-named-once")) metric.columns = {"headcount", "headcount"};
    if (is_fault("charts-draw-columns")) metric.chart->series.clear();
    return metric;
}

/// What plugins may not do.
void misbehave() {
    if (is_fault("prints-nothing")) std::puts("Here I am.");
    if (is_fault("touches-no-files")) close(open("/etc/hostname", O_RDONLY));
    if (is_fault("uses-no-network")) close(socket(AF_INET, SOCK_DGRAM, 0));
    if (is_fault("starts-no-processes") && fork() == 0) _exit(0);
    if (is_fault("leaves-other-processes-alone")) kill(getppid(), SIGUSR1);
}

bool all_are(const std::vector<TableRow>& rows, const Figure& wanted) {
    for (const TableRow& row : rows)
        for (const Figure& figure : row.figures)
            if (figure != wanted) return false;
    return !rows.empty();
}

void fail_where_asked(const std::vector<TableRow>& found) {
    const bool zeros = all_are(found, Decimal{0, 0});
    const bool hidden = all_are(found, Marker::confidential);
    const bool unavailable = all_are(found, Marker::not_available);
    const bool many = found.size() > 1'000;
    const bool ordinary = !zeros && !hidden && !unavailable && !many && !found.empty();
    const auto fails = [](std::string_view name, bool now) {
        if (now && is_fault(name)) throw std::runtime_error("This is the fault.");
    };
    fails("computes-from-ordinary-answers", ordinary);
    fails("computes-from-hidden-answers", hidden);
    fails("computes-from-unavailable-answers", unavailable);
    fails("computes-from-zeros", zeros);
    fails("computes-from-nobody", found.empty());
    fails("computes-from-many-rows", many);
    if (many && is_fault("stays-in-memory")) std::make_unique_for_overwrite<volatile char[]>(400U << 20U)[0] = 1;
    if (many && is_fault("answers-promptly")) std::this_thread::sleep_for(std::chrono::milliseconds(800));
    for (int waited = 0; many && is_fault("stops-when-cancelled") && waited < 50; ++waited) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        while (cancelled()) {
        }
    }
    if (is_fault("logs-little")) log(std::string(3'000, 'x'));
    if (is_fault("logs-little"))
        for (int i = 0; i < 10; ++i) log(std::string(3'000, 'x'));
}

/// The headcounts of the organisations together.
Table sum_of_organisations(const std::vector<Table>& answers) {
    const std::vector<TableRow>& found = answers.at(1).rows;
    fail_where_asked(found);
    misbehave();
    Table table{.labels = {{"staff", {"Staff", "Staff"}}},
                .columns = {{"sum", {"Sum", "Swm"}}},
                .rows = {{.id = "all", .labels = {{"All", "Pawb"}}, .figures = {Decimal{0, 0}}}}};
    Figure& sum = table.rows[0].figures[0];
    for (const TableRow& row : found) {
        if (const auto* count = std::get_if<Decimal>(&row.figures.at(0)))
            sum = Decimal{std::get<Decimal>(sum).units + count->units, 0};
        else if (!is_fault("hides-what-rests-on-hidden-figures")) {
            sum = row.figures.at(0);
            break;
        }
    }
    static int calls = 0;
    if (is_fault("computes-the-same-again")) table.rows[0].figures[0] = Decimal{++calls, 0};
    if (is_fault("computes-the-same-columns-always") && found.empty()) table.columns[0].id = "nothing";
    if (is_fault("computed-tables-can-be-published")) table.columns[0].title.cy.clear();
    return table;
}

Metric computed() {
    Metric metric{
        .id = "sum",
        .title = {"Sum of organisations", "Swm y sefydliadau"},
        .definition = {"Headcounts of the organisations, added up.", "Niferoedd y sefydliadau, wedi'u hadio."},
        .unit = {"People", "Pobl"},
        .needs = {by_area(), by_organisation()},
        .compute = sum_of_organisations};
    if (is_fault("computed-metrics-declare-their-queries")) metric.query = by_area();
    if (is_fault("ids-are-unique")) metric.id = "staff";
    return metric;
}

std::vector<Action> plan() {
    std::vector<Action> plan{{.id = "A1", .title = {"Do it", "Ei wneud"}, .due = "2023-24Q4", .linked_id = "M1"},
                             {.id = "M1", .kind = Action::Kind::milestone, .title = {"Done", "Wedi'i wneud"}}};
    if (is_fault("plan-entries-are-complete")) plan[0].title = {};
    if (is_fault("plan-links-lead-somewhere")) plan[0].linked_id = "M2";
    if (is_fault("plan-dates-can-be-read")) plan[0].due = "2023-25";
    for (int i = 0; is_fault("description-is-of-moderate-size") && i < 300; ++i)
        plan.push_back({.id = "B" + std::to_string(i), .title = {std::string(19'000, 'a'), std::string(19'000, 'b')}});
    return plan;
}

Programme faulty() {
    if (is_fault("describes-itself")) throw std::runtime_error("This is the fault.");
    if (is_fault("supplies-something")) return {.id = "faulty", .version = "1", .title = {"Faulty", "Diffygiol"}};
    Programme programme{.id = "faulty",
                        .version = is_fault("version-is-stated") ? "" : "1",
                        .title = {"Faulty", is_fault("both-languages-are-present") ? "" : "Diffygiol"},
                        .metrics = {declared(), computed()},
                        .actions = plan()};
    if (is_fault("describes-itself-the-same-elsewhere")) programme.version = std::to_string(getpid());
    return programme;
}

bool refused_something = false;

void emit(const qd_host* host, const std::string& message) {
    host->emit(host->context, detail::view(message));
}

std::int32_t describe(const qd_host* host) {
    static int calls = 0;
    Programme programme;
    if (is_fault("goes-on-after-a-refusal") && refused_something) return 1;
    if (is_fault("description-follows-the-schema")) {
        emit(host, R"({"id": "faulty"})");
        return 0;
    }
    if (is_fault("describes-itself-the-same-again")) {
        programme = faulty();
        programme.version = std::to_string(++calls);
        emit(host, message::write(programme));
        return 0;
    }
    return detail::describe<faulty>(host);
}

/// Answers or ends where it should refuse in words.
std::int32_t compute(const qd_host* host, qd_text request) {
    const std::string_view text(request.data, request.length);
    const auto asks_for = [&](std::string_view metric) {
        return text.starts_with(R"({"metric":")" + std::string(metric) + "\"");
    };
    const std::string table = message::write(Table{.columns = {{"sum", {"Sum", "Swm"}}}});
    if (is_fault("survives-missing-answers") && asks_for("sum") && text.ends_with(R"("answers":[]})")) std::abort();
    if (is_fault("refuses-broken-requests") && text == "{") std::abort();
    if ((is_fault("refuses-unknown-metrics") && asks_for("no_such_metric")) ||
        (is_fault("refuses-declared-metrics") && asks_for("staff"))) {
        emit(host, table);
        return 0;
    }
    const std::int32_t status = detail::compute<faulty>(host, request);
    refused_something = refused_something || status != 0;
    return status;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const qd_plugin* quarterdeck_plugin(void) {
    static constexpr qd_plugin plugin{.magic = QD_MAGIC,
                                      .size = sizeof(qd_plugin),
                                      .abi_major = QD_ABI_MAJOR,
                                      .abi_minor = QD_ABI_MINOR,
                                      .describe = &describe,
                                      .compute = &compute};
    return &plugin;
}
