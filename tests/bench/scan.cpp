#include <fmt/format.h>

#include <exception>
#include <vector>

#include "../programmes/programmes.h"
#include "query/evaluate.h"
#include "snapshot/input.h"

/// Reads a data directory and counts the appendix tables from it, in this process and nothing else: what the guard on
/// instructions runs. Prints the rows read.
int main(int count, char** arguments) {
    if (count != 2) return 2;
    try {
        using namespace quarterdeck;
        constexpr Date as_at{2023, 3, 31};
        std::vector<Query> queries;
        for (const tests::NamedMetric& each : tests::metrics_tagged("appendix")) queries.push_back(each.metric->query);
        const snapshot::Input input = snapshot::read_input(arguments[1], {as_at});
        query::Membership membership;
        const std::vector<query::Answer> answers = query::evaluate(queries, input, as_at, membership);
        fmt::print("{} {}\n", input.rows_read, answers.size());
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 3;
    }
}
