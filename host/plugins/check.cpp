#include "plugins/check.h"

#include "plugins/offences.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

void refuse_first(const std::vector<Offence>& found) {
    if (!found.empty()) throw Refusal(found.front().what);
}

}  // namespace

void check(const Programme& programme) {
    refuse_first(offences(programme));
}

void check(const Metric& metric, const Table& computed) {
    refuse_first(offences(metric, computed));
}

}  // namespace quarterdeck::plugins
