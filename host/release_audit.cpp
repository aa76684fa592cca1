#include "release_audit.h"

#include <algorithm>

#include "render/csv.h"

namespace quarterdeck {
namespace {

/// What computed metrics were given, each question once. Protected once more: the tally of the release stays as it is.
void add_given(const Audited& audited, audit::FinishedRelease& release) {
    static const Metric plain;
    disclosure::Protector again = audited.protector;
    std::vector<const Query*> asked;
    for (const PlannedMetric& planned : audited.plan.metrics) {
        if (!planned.metric->computed() || !audited.material.tables.contains(planned.key)) continue;
        for (std::size_t i = 0; i < planned.query_count; ++i) {
            const std::size_t answer = planned.first_query + i;
            const Query& query = audited.plan.queries[answer];
            const auto same = [&](const Query* other) { return *other == query; };
            if (query.source != Source::staff || std::any_of(asked.begin(), asked.end(), same)) continue;
            asked.push_back(&query);
            release.given.push_back({{.programme = planned.key.programme,
                                      .metric = planned.key.metric,
                                      .file = {},
                                      .described = &plain,
                                      .answer = answer,
                                      .query = query.id},
                                     again.protect(audited.answers[answer]).table()});
        }
    }
}

}  // namespace

audit::Passed audit_staged(const ReportRequest& request, const Audited& audited, const release::Staging& staging) {
    const disclosure::Certificate& certificate = *audited.protector.certificate();
    audit::FinishedRelease release{.folder = staging.folder(),
                                   .languages = request.languages,
                                   .tables = {},
                                   .reports = audited.reports,
                                   .answers = audited.answers,
                                   .membership = audited.membership,
                                   .policy = certificate.policy,
                                   .narrow = certificate.narrow,
                                   .wording = &audited.wording};
    for (const PlannedMetric& planned : audited.plan.metrics) {
        if (!audited.material.tables.contains(planned.key)) continue;
        const bool computed = planned.metric->computed();
        release.tables.push_back({.programme = planned.key.programme,
                                  .metric = planned.key.metric,
                                  .file = render::csv_name(planned.key.metric, !request.protect),
                                  .described = planned.metric,
                                  .answer = computed ? audit::FinishedTable::computed : planned.first_query});
    }
    add_given(audited, release);
    return audit::audit_release(release);
}

}  // namespace quarterdeck
